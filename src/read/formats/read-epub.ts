import { parseDocument } from 'htmlparser2'
import { decodeText } from '../decode-text.ts'
import type { Drafted } from '../draft.ts'
import { isoDate } from '../iso-date.ts'
import { protectedBy, ReadingError } from '../reading-error.ts'
import { TextBuilder } from '../text-builder.ts'
import type { FormatInput } from './format-reader.ts'
import { addHtml } from './html-text.ts'
import type { Zip } from './open-zip.ts'
import { elementsNamed, firstWords, parseXml } from './parse-xml.ts'

/** Reads an e-book (EPUB 2 and 3): the chapters in the order of its spine, as one document. */
export async function* readEpub(input: FormatInput, zip: Zip): AsyncGenerator<Drafted> {
  const { limits } = input
  const byName = new Map(zip.members.map((member) => [member.name, member]))
  const part = async (name: string): Promise<Uint8Array> => {
    const member = byName.get(name)
    if (!member)
      throw new ReadingError(
        'format-broken',
        `it names a part ${name} that it does not hold`,
        'Make the e-book again.',
      )
    return zip.unpack(member, limits.treeBytes)
  }
  const [root] = elementsNamed(parseXml(await part('META-INF/container.xml'), input), 'rootfile')
  const opf = root?.attribs['full-path'] ?? ''
  const book = parseXml(await part(opf), input)
  if (byName.has('META-INF/rights.xml')) throw protectedBy('digital rights management')
  const folder = opf.includes('/') ? opf.slice(0, opf.lastIndexOf('/') + 1) : ''
  const items = new Map([...elementsNamed(book, 'item')].map((item) => [item.attribs.id ?? '', item.attribs]))
  const builder = new TextBuilder()
  for (const itemref of elementsNamed(book, 'itemref')) {
    const item = items.get(itemref.attribs.idref ?? '')
    if (!item?.href || /\bnav\b/.test(item.properties ?? '') || itemref.attribs.linear === 'no') continue
    const bytes = await part(resolvePath(folder, item.href))
    addHtml(builder, parseDocument(decodeText(bytes, input.file).text).children)
    builder.end(2)
    if (builder.length > limits.textLength) break
  }
  const title = firstWords(book, 'dc:title')
  const author = firstWords(book, 'dc:creator')
  const publisher = firstWords(book, 'dc:publisher')
  const language = firstWords(book, 'dc:language')
  const date = isoDate(firstWords(book, 'dc:date') ?? '')
  yield {
    draft: {
      format: 'epub',
      ...builder.build(),
      ...(title === undefined ? {} : { title }),
      ...(author === undefined ? {} : { author }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(language === undefined ? {} : { language }),
      ...(date === undefined ? {} : { date, dateFrom: 'metadata' as const }),
    },
    problems: zip.problems,
  }
}

function resolvePath(folder: string, href: string): string {
  const parts: string[] = []
  let path = href.split('#', 1)[0] ?? ''
  try {
    path = decodeURIComponent(path)
  } catch {
    // A name with a stray percent sign is taken as it is.
  }
  for (const part of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

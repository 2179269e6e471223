import type { AnyNode } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import type { Draft, Drafted } from '../draft.ts'
import { isoDate } from '../iso-date.ts'
import { TextBuilder } from '../text-builder.ts'
import type { FormatInput } from './format-reader.ts'
import { addHtml } from './html-text.ts'
import type { Zip } from './open-zip.ts'
import { firstWords, parseXml } from './parse-xml.ts'

/** Styles that mammoth does not know by itself. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
]

/** Reads a Word document by way of mammoth: paragraphs, headings, lists, tables and notes; pictures are left out. */
export async function* readDocx(input: FormatInput, zip: Zip): AsyncGenerator<Drafted> {
  // Mammoth unpacks all it is given: every part is unpacked here first, so that none is larger than it may be.
  for (const member of zip.members)
    await zip.unpack(member, member.name.endsWith('.xml') ? input.limits.treeBytes : undefined)
  const { default: mammoth } = await import('mammoth')
  const { bytes } = input
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    { styleMap: styles, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  const builder = new TextBuilder()
  addHtml(builder, parseDocument(value).children)
  yield {
    draft: { format: 'docx', ...builder.build(), ...(await properties(input, zip, 'docProps/core.xml')) },
    problems: [],
  }
}

/** What an office document says of itself; the date is that of its making. */
export async function properties(input: FormatInput, zip: Zip, part: string): Promise<Partial<Draft>> {
  const member = zip.members.find(({ name }) => name === part)
  if (member === undefined) return {}
  return statedIn(parseXml(await zip.unpack(member, input.limits.treeBytes), input))
}

/** The same, from the elements that hold it. */
export function statedIn(nodes: readonly AnyNode[]): Partial<Draft> {
  const title = firstWords(nodes, 'dc:title')
  const author = firstWords(nodes, 'meta:initial-creator', 'dc:creator')
  const date = isoDate(firstWords(nodes, 'dcterms:created', 'meta:creation-date', 'dc:date') ?? '')
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { made: date }),
  }
}

import { type AnyNode, isTag } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import { decodeText } from '../decode-text.ts'
import type { Draft, Drafted } from '../draft.ts'
import type { Stated } from '../front-matter.ts'
import { tooLargeFor } from '../reading-error.ts'
import { TextBuilder } from '../text-builder.ts'
import type { FormatInput } from './format-reader.ts'
import { readHtmlMetadata } from './html-metadata.ts'
import { addHtml, walk } from './html-text.ts'
import { mainText } from './main-text.ts'

/** Elements inside each other in a page whose main text is looked for. */
const deepest = 500

/** Fewest characters of a main text that is believed when the page as a whole has much more. */
const shortest = 250

/** Reads a web page: its main text, as Mozilla's Readability finds it, under its title, and what it says of itself. */
export async function* readHtml({ bytes, file, limits }: FormatInput): AsyncGenerator<Drafted> {
  if (bytes.length > limits.treeBytes) throw tooLargeFor('HTML', bytes.length, limits.treeBytes)
  const { text: html, problems } = decodeText(bytes, file, declaredCharset(bytes))
  yield { draft: await draftOfHtml(html), problems }
}

/** The draft of a page's markup; `stated` comes before what the page says of itself. */
export async function draftOfHtml(html: string, stated: Stated = {}): Promise<Draft> {
  const page = parseDocument(html).children
  const said = { ...readHtmlMetadata(page), ...stated }
  const whole = textOf(page, undefined)
  const main = isTooDeep(page) ? undefined : await mainText(html)
  const built =
    main !== undefined && (main.length >= shortest || main.length > whole.text.length * 0.4)
      ? textOf(parseDocument(main).children, said.title)
      : textOf(bodyOf(page), said.title)
  return {
    format: 'html',
    markup: true,
    ...built,
    ...said,
    ...(said.date === undefined ? {} : { dateFrom: 'metadata' as const }),
  }
}

/** Whether elements stand inside each other as no page has them; the search for the main text takes too long there. */
function isTooDeep(page: readonly AnyNode[]): boolean {
  let level: readonly AnyNode[] = page
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
  return false
}

/** The label that a page gives for its encoding, from its first bytes. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}encoding=["']([\w-]+)/i.exec(head)?.[1]
  )
}

function bodyOf(page: readonly AnyNode[]): readonly AnyNode[] {
  for (const node of walk(page)) if (isTag(node) && node.name === 'body') return node.children
  return page
}

/** The text of some nodes, below the title unless they begin with it. */
function textOf(
  nodes: readonly AnyNode[],
  title: string | undefined,
): { text: string; zones: Draft['zones'] & object } {
  const builder = new TextBuilder()
  const body = new TextBuilder()
  addHtml(body, nodes)
  const built = body.build()
  if (title === undefined || plain(built.text.slice(0, title.length + 40)).startsWith(plain(title)))
    return built
  const close = builder.zone('title', 'stated-title')
  builder.add(title)
  close()
  builder.end(2)
  addHtml(builder, nodes)
  return builder.build()
}

function plain(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

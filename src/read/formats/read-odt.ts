import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import type { Draft, Drafted } from '../draft.ts'
import { protectedBy, ReadingError } from '../reading-error.ts'
import { TextBuilder } from '../text-builder.ts'
import type { FormatInput } from './format-reader.ts'
import type { Zip } from './open-zip.ts'
import { elementsNamed, parseXml } from './parse-xml.ts'
import { properties, statedIn } from './read-docx.ts'

const skipped = new Set([
  'text:tracked-changes',
  'text:sequence-decls',
  'office:annotation',
  'office:forms',
  'text:note-citation',
  'svg:title',
  'svg:desc',
])

/** Reads an OpenDocument text: paragraphs, headings, lists, tables and notes, as its specification names them. */
export async function* readOdt(input: FormatInput, zip: Zip): AsyncGenerator<Drafted> {
  const part = (name: string): Promise<Uint8Array> =>
    zip.unpack({ name, encrypted: false, size: 0 }, input.limits.treeBytes)
  const manifest = parseXml(await part('META-INF/manifest.xml'), input)
  for (const _ of elementsNamed(manifest, 'manifest:encryption-data')) throw protectedBy('a password')
  const content = parseXml(await part('content.xml'), input)
  yield { draft: { ...draftOf(content), ...(await properties(input, zip, 'meta.xml')) }, problems: [] }
}

/** Reads an OpenDocument text that is one XML file (.fodt). */
export function* readFlatOdt(input: FormatInput): Generator<Drafted> {
  const content = parseXml(input.bytes, input)
  const [meta] = elementsNamed(content, 'office:meta')
  yield { draft: { ...draftOf(content), ...statedIn(meta ? [meta] : []) }, problems: [] }
}

function draftOf(content: readonly AnyNode[]): Draft {
  const [body] = elementsNamed(content, 'office:text')
  if (!body) {
    throw new ReadingError(
      'format-unknown',
      'it is an OpenDocument table or drawing, not a text',
      'Save it as .odt or .csv.',
    )
  }
  const builder = new TextBuilder()
  addOdt(builder, body, captionStyles(content))
  return { format: 'odt', ...builder.build() }
}

/** Paragraph styles that are captions: by their names, and those made from them. */
function captionStyles(content: readonly AnyNode[]): ReadonlySet<string> {
  const names = new Set(['Caption', 'Illustration', 'Figure', 'Table', 'Drawing'])
  for (const style of elementsNamed(content, 'style:style')) {
    if (names.has(style.attribs['style:parent-style-name'] ?? ''))
      names.add(style.attribs['style:name'] ?? '')
  }
  return names
}

function addOdt(builder: TextBuilder, body: Element, captions: ReadonlySet<string>): void {
  const stack: (AnyNode | (() => void))[] = [body]
  // Notes come after the text, so that they do not stand in the middle of a sentence.
  const notes: Element[] = []
  for (let next = stack.pop() ?? notes.shift(); next !== undefined; next = stack.pop() ?? notes.shift()) {
    if (typeof next === 'function') next()
    else if (isText(next)) builder.add(next.data)
    else if (isTag(next)) enter(builder, next, captions, stack, notes)
  }
}

function enter(
  builder: TextBuilder,
  element: Element,
  captions: ReadonlySet<string>,
  stack: (AnyNode | (() => void))[],
  notes: Element[],
): void {
  const { name, attribs } = element
  if (skipped.has(name)) return
  if (name === 'text:note') {
    notes.push(...elementsNamed(element.children, 'text:note-body'))
    return
  }
  if (name === 'text:s' || name === 'text:tab') builder.add(' ')
  else if (name === 'text:line-break') builder.end(1)
  else {
    const block = name === 'text:p' || name === 'text:h'
    if (block) builder.end(2)
    const style = attribs['text:style-name'] ?? ''
    const kind = name === 'text:h' ? 'crosshead' : block && captions.has(style) ? 'caption' : undefined
    const close = kind && builder.zone(kind, `odt-${name === 'text:h' ? 'heading' : 'caption-style'}`)
    stack.push(() => {
      close?.()
      if (block) builder.end(2)
    })
    for (let i = element.children.length - 1; i >= 0; i--) stack.push(element.children[i] as AnyNode)
  }
}

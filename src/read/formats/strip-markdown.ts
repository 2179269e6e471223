import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Zone } from '../../model/index.ts'

/** A text without the marks of Markdown, and what its headings were. */
export interface StrippedMarkdown {
  readonly text: string
  readonly zones: readonly Zone[]
}

interface Piece {
  readonly start: number
  readonly end: number
  /** Stands in a quotation, whose marks come again at each line. */
  readonly quoted?: boolean
}

/**
 * Takes the marks of Markdown out: emphasis, targets of links, pictures, signs of headings, lists and quotations, code
 * fences and tags. All that is left is as it was written, blanks and line ends included; a text without marks comes
 * back unchanged.
 */
export function stripMarkdown(source: string): StrippedMarkdown {
  const pieces: Piece[] = []
  const headings: (Piece & { readonly depth: number })[] = []
  const stack: (readonly [node: Nodes, quoted: boolean])[] = [[fromMarkdown(source), false]]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [node, around] = next
    const quoted = around || node.type === 'blockquote'
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    if (node.type === 'heading') headings.push({ start, end, depth: node.depth })
    if (node.type === 'text') pieces.push({ start, end, quoted })
    else if (node.type === 'inlineCode' || node.type === 'code')
      pieces.push(innerOf(source, start, end, node.value))
    else if (node.type === 'html') pieces.push(...betweenTags(source, start, end))
    else if ('children' in node)
      stack.push(...node.children.map((child) => [child, quoted] as const).reverse())
  }
  return keep(source, pieces, headings)
}

/** Where the words of code stand between its fences. */
function innerOf(source: string, start: number, end: number, value: string): Piece {
  const at = source.indexOf(value, start)
  return at >= 0 && at + value.length <= end ? { start: at, end: at + value.length } : { start, end }
}

/** The words of a piece of HTML, its tags and comments left out. */
function betweenTags(source: string, start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = []
  let from = start
  for (const tag of source.slice(start, end).matchAll(/<!--[\s\S]*?(?:-->|$)|<[^<>]*>/g)) {
    pieces.push({ start: from, end: start + tag.index })
    from = start + tag.index + tag[0].length
  }
  pieces.push({ start: from, end })
  return pieces.filter((piece) => source.slice(piece.start, piece.end).trim() !== '')
}

function keep(
  source: string,
  pieces: readonly Piece[],
  headings: readonly (Piece & { readonly depth: number })[],
): StrippedMarkdown {
  const parts: string[] = []
  const zones: Zone[] = []
  let length = 0
  let from = 0
  let heading = 0
  let zoneStart = -1
  const write = (words: string): void => {
    parts.push(words)
    length += words.length
  }
  const endHeading = (): void => {
    const { depth = 2 } = headings[heading] ?? {}
    if (zoneStart >= 0) {
      zones.push({
        kind: depth === 1 ? 'title' : 'crosshead',
        start: zoneStart,
        end: length,
        rule: 'markdown-heading',
      })
    }
    zoneStart = -1
    heading++
  }
  for (const piece of pieces) {
    while (heading < headings.length && (headings[heading]?.end ?? 0) <= piece.start) endHeading()
    write(between(source.slice(from, piece.start)))
    const inside = (headings[heading]?.start ?? Number.POSITIVE_INFINITY) <= piece.start
    if (inside && zoneStart < 0) zoneStart = length
    const words = source.slice(piece.start, piece.end)
    write(unescaped(piece.quoted ? words.replace(/(\n|\r)[ \t]*(?:>[ \t]?)+/g, '$1') : words))
    from = piece.end
  }
  while (heading < headings.length) endHeading()
  write(between(source.slice(from)))
  return { text: parts.join(''), zones: oneTitle(zones) }
}

/** Of what lies between words, the blanks stay where there is nothing else, else the line ends. */
function between(gap: string): string {
  return gap.trim() === '' ? gap : (gap.match(/\r?\n|\r/g) ?? []).join('')
}

function unescaped(words: string): string {
  return words.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

/** Only the first heading of level one is the title. */
function oneTitle(zones: readonly Zone[]): readonly Zone[] {
  const first = zones.findIndex((zone) => zone.kind === 'title')
  return zones.map((zone, i) =>
    zone.kind === 'title' && i !== first ? { ...zone, kind: 'crosshead' } : zone,
  )
}

import type { Span, Zone } from '../../model/index.ts'
import { median, type PdfLine } from './pdf-lines.ts'

/** The text of a paged document. */
export interface PagedText {
  readonly text: string
  readonly zones: readonly Zone[]
  /** Where each page begins and ends in the text, blanks between them left out. */
  readonly pages: readonly Span[]
}

/** Lines at the upper and lower edge of a page that can be running heads. */
const edge = 2

/**
 * Joins the lines of pages into paragraphs: words that a hyphen divides at the end of a line are put together, a
 * paragraph goes on over the end of a page. Running heads are kept where they stand first and left out where they come
 * again, page numbers are left out; `pages` says where each page begins.
 */
export function pdfText(pages: readonly (readonly PdfLine[])[]): PagedText {
  const heads = runningHeads(pages)
  const lines = pages.flatMap((page, number) =>
    page.map((line, at) => ({ line, number, head: isEdge(page, at) ? headOf(line, heads) : undefined })),
  )
  const body = median(lines.map(({ line }) => line.size))
  const leading = median(gaps(pages))
  const words = new Set(lines.flatMap(({ line }) => line.text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []))
  const seen = new Set<string>()
  const parts: string[] = []
  const zones: Zone[] = []
  const spans = pages.map(() => ({ start: -1, end: -1 }))
  let length = 0
  let last: PdfLine | undefined
  let lastPage = -1
  let zone: { kind: Zone['kind']; rule: string; start: number } | undefined
  const write = (words: string): void => {
    parts.push(words)
    length += words.length
  }
  const closeZone = (): void => {
    if (zone) zones.push({ ...zone, end: length })
    zone = undefined
  }
  for (const { line, number, head } of lines) {
    if (head === 'number' || (head !== undefined && seen.has(head))) continue
    if (head !== undefined) seen.add(head)
    const sizeOf = (other: PdfLine | undefined): boolean =>
      other !== undefined && Math.abs(other.size - line.size) < 0.6
    const large = head === undefined && line.size > body * 1.15 && line.text.length < 200
    const goesOn =
      last !== undefined &&
      head === undefined &&
      zone?.rule !== 'pdf-running-head' &&
      sizeOf(last) &&
      continues(last, line, {
        leading,
        columnRight: rightOf(last, pages[lastPage] ?? []),
        crossed: lastPage !== number,
        large,
      })
    if (goesOn && last) {
      const whole = parts.at(-1) ?? ''
      const joined = dehyphenated(whole, line.text, words)
      if (joined === undefined) write(' ')
      else {
        length += joined.length - whole.length
        parts[parts.length - 1] = joined
      }
    } else {
      closeZone()
      if (length > 0) write('\n\n')
      if (head !== undefined) zone = { kind: 'boilerplate', rule: 'pdf-running-head', start: length }
      else if (large)
        zone = { kind: zones.some(isTitle) ? 'crosshead' : 'title', rule: 'pdf-large-letters', start: length }
    }
    const span = spans[number] as { start: number; end: number }
    if (span.start < 0) span.start = length
    write(line.text)
    span.end = length
    if (head === undefined) {
      last = line
      lastPage = number
    }
  }
  closeZone()
  let reached = 0
  for (const span of spans) {
    if (span.start < 0) span.start = span.end = reached
    span.start = Math.max(span.start, reached)
    span.end = Math.max(span.end, span.start)
    reached = span.end
  }
  return { text: parts.join(''), zones, pages: spans }
}

function isTitle(zone: Zone): boolean {
  return zone.kind === 'title'
}

interface Setting {
  readonly leading: number
  readonly columnRight: number
  readonly crossed: boolean
  readonly large: boolean
}

/** How far the lines that begin near the beginning of one reach. */
function rightOf(line: PdfLine, page: readonly PdfLine[]): number {
  let right = line.right
  for (const other of page)
    if (Math.abs(other.x - line.x) < line.size * 3 && other.right > right) right = other.right
  return right
}

/** Whether a line goes on with the paragraph of the one before it. */
function continues(last: PdfLine, line: PdfLine, { leading, columnRight, crossed, large }: Setting): boolean {
  if (/^[•◦▪‣·\uf0b7\uf0a7●○■\ue000-\uf8ff–-]\s/.test(line.text)) return false
  const gap = last.y - line.y
  const nextColumn = crossed || gap < 0
  if (!nextColumn && gap > Math.max(leading * 1.35, line.size * 1.1)) return false
  if (large) return !nextColumn
  const ended = /[.!?:…]["'”’»)\]]*$/.test(last.text)
  if (nextColumn) return !ended && /^[\p{Ll}\p{N}(“‘"']/u.test(line.text)
  // A line that broke where the next word would still have had room was ended on purpose.
  const letter = (last.right - last.x) / Math.max(1, last.text.length)
  const word = line.text.split(' ', 1)[0]?.length ?? 0
  const full = last.right + (word + 1) * letter > columnRight - line.size * 0.5
  if (line.x - last.x > line.size * 0.8 && (ended || !full)) return false
  return full || (!ended && /^\p{Ll}/u.test(line.text))
}

/** What comes before with a word that a hyphen divides put together; undefined where nothing is divided. */
function dehyphenated(before: string, after: string, words: ReadonlySet<string>): string | undefined {
  if (before.endsWith('\u00ad')) return before.slice(0, -1)
  const left = /([\p{L}\p{N}-]*\p{L})[-\u2010]$/u.exec(before)?.[1]
  const right = /^\p{Ll}[\p{L}-]*/u.exec(after)?.[0]
  if (left === undefined) return undefined
  if (right === undefined) return before
  const compound = `${left}-${right}`.toLowerCase()
  const single = `${left}${right}`.toLowerCase()
  return words.has(compound) && !words.has(single) ? before : before.slice(0, -1)
}

function gaps(pages: readonly (readonly PdfLine[])[]): number[] {
  const found: number[] = []
  for (const page of pages) {
    for (let i = 1; i < page.length; i++) {
      const gap = (page[i - 1]?.y ?? 0) - (page[i]?.y ?? 0)
      if (gap > 0) found.push(gap)
    }
  }
  return found
}

function isEdge(page: readonly PdfLine[], at: number): boolean {
  const line = page[at] as PdfLine
  const above = page.filter((other) => other.y > line.y + 1).length
  const below = page.filter((other) => other.y < line.y - 1).length
  return above < edge || below < edge
}

/** Lines at the edges that come on at least three pages, or on two of two to four. */
function runningHeads(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const keys = new Set(page.filter((_, at) => isEdge(page, at)).map(keyOf))
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const least = pages.length < 5 ? 2 : 3
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key))
}

function keyOf(line: PdfLine): string {
  return `${Math.round(line.y / 4)}:${line.text.replace(/\d+/g, '0')}`
}

function headOf(line: PdfLine, heads: ReadonlySet<string>): string | undefined {
  if (/^(?:page\s+|[-–—|]\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—|])?$/i.test(line.text))
    return 'number'
  const key = keyOf(line)
  return heads.has(key) ? key : undefined
}

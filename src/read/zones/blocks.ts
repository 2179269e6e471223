import type { Span } from '../../model/index.ts'

/** A paragraph, heading or other line of a text, without the blanks around it, and what can be seen of its form. */
export interface Block extends Span {
  readonly index: number
  readonly text: string
  /** Words between blanks. */
  readonly words: number
  /** Closes like a sentence: with a full stop, a question or exclamation mark or an ellipsis, quotes apart. */
  readonly ended: boolean
  /** Opens inside or with a quotation. */
  readonly quoted: boolean
  /** The words outside quotation marks: the outlet's own voice. */
  readonly voice: string
}

/**
 * Cuts a text into blocks: lines, or runs of lines between blank ones where the text is wrapped by hand. Offsets
 * are those of the text.
 */
export function toBlocks(text: string): readonly Block[] {
  return blockSpans(text).map((span, index) => toBlock(text, span, index))
}

/** Where the blocks of a text lie. */
export function blockSpans(text: string): readonly Span[] {
  const lines = linesOf(text)
  return isWrapped(lines) ? paragraphsOf(lines) : lines.filter((line) => line.end > line.start)
}

interface Line extends Span {
  readonly text: string
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let from = 0
  while (from <= text.length) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    const raw = text.slice(from, to)
    const inner = raw.trim()
    const start = from + raw.length - raw.trimStart().length
    lines.push({ start: inner ? start : from, end: inner ? start + inner.length : from, text: inner })
    from = to + 1
  }
  return lines
}

/** Wrapped by hand: most lines that another follows are of one width, and go on in it with a small letter. */
function isWrapped(lines: readonly Line[]): boolean {
  let followed = 0
  let broken = 0
  let small = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]?.text ?? ''
    const next = lines[i + 1]?.text ?? ''
    if (!line || !next) continue
    followed++
    const open = line.length >= 45 && line.length <= 110 && !/[.!?:"”’…]$/.test(line)
    if (!open || line.length + 1 + (next.split(/\s/, 1)[0]?.length ?? 0) <= 60) continue
    broken++
    if (/^[\p{Ll}(]/u.test(next)) small++
  }
  return followed >= 3 && broken > followed * 0.6 && small > broken * 0.4
}

function paragraphsOf(lines: readonly Line[]): readonly Span[] {
  const spans: { start: number; end: number }[] = []
  let open = false
  for (const line of lines) {
    if (!line.text) {
      open = false
      continue
    }
    const last = spans.at(-1)
    if (open && last) last.end = line.end
    else spans.push({ start: line.start, end: line.end })
    open = true
  }
  return spans
}

/** What can be seen of the form of a block. */
export function toBlock(whole: string, span: Span, index: number): Block {
  const text = whole.slice(span.start, span.end)
  return {
    start: span.start,
    end: span.end,
    index,
    text,
    words: countWords(text),
    ended: /[.!?…]["'”’»)\]]*(?:\s*\[\w{1,3}\])*$/.test(text),
    quoted: /^["“‘'«]/.test(text),
    voice: withoutQuotes(text),
  }
}

/** Words between blanks, of a text without blanks at its edges. */
export const countWords = (text: string): number => text.split(/\s+/).length

/** Takes quotations out; one that is not closed runs to the end of the block. */
function withoutQuotes(text: string): string {
  return text
    .replace(/“[^”]*(?:”|$)/g, ' ')
    .replace(/"[^"]*(?:"|$)/g, ' ')
    .replace(/‘[^‘’]{0,500}’/g, ' ')
}

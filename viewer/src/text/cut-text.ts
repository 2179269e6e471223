import type { Span } from '../../../src/model/span.ts'

/** A span of a text that is shown in some way; `mark` says which. */
export interface Marked<M> extends Span {
  readonly mark: M
}

/** A piece of a text and the marks that lie on it, in the order the marks were given. */
export interface Piece<M> extends Span {
  readonly text: string
  readonly marks: readonly M[]
}

/**
 * Cuts the part of a text from `within.start` to `within.end` at every border of a mark, so that marks may
 * overlap. The pieces joined are exactly that part. Offsets are indices into the whole text.
 */
export function cutText<M>(text: string, within: Span, marks: readonly Marked<M>[]): Piece<M>[] {
  const start = Math.max(0, within.start)
  const end = Math.min(text.length, within.end)
  const inside = marks.filter((mark) => mark.start < end && mark.end > start && mark.end > mark.start)
  const borders = new Set([start, end])
  for (const mark of inside) {
    borders.add(Math.max(start, mark.start))
    borders.add(Math.min(end, mark.end))
  }
  const cuts = [...borders].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, place) => {
    const to = cuts[place + 1]!
    const on = inside.filter((mark) => mark.start <= from && mark.end >= to)
    return { start: from, end: to, text: text.slice(from, to), marks: on.map((mark) => mark.mark) }
  })
}

import type { Zone, ZoneKind } from '../model/index.ts'

/** A zone that has begun in a text that is being built. */
interface OpenZone {
  readonly kind: ZoneKind
  readonly rule: string
  start: number
}

/**
 * Builds the text of a document from the pieces of a format that has elements: blanks between words become one, a
 * block begins a new line, and what an element was is kept as a zone.
 */
export class TextBuilder {
  readonly #parts: string[] = []
  readonly #zones: Zone[] = []
  readonly #open: OpenZone[] = []
  #length = 0
  #lines = 0
  #space = false

  /** Characters so far. */
  get length(): number {
    return this.#length
  }

  /** Adds words; runs of blanks count as one, and none is left at the edges of a line. */
  add(words: string): void {
    const inner = words.replace(/[ \t\r\n\f\v\u00a0]+/g, ' ')
    if (inner === '' || inner === ' ') {
      this.#space ||= inner === ' '
      return
    }
    this.#write(inner.startsWith(' '), inner.trim())
    this.#space = inner.endsWith(' ')
  }

  /** Adds words as they are, line ends included. */
  addWhole(words: string): void {
    if (words.trim() === '') this.#lines ||= 1
    else this.#write(false, words)
  }

  /** Ends the line; `lines` 2 leaves a blank one. */
  end(lines: 1 | 2): void {
    if (lines > this.#lines) this.#lines = lines
  }

  /** Begins a zone with the next words; gives back what ends it. */
  zone(kind: ZoneKind, rule: string): () => void {
    const zone: OpenZone = { kind, rule, start: -1 }
    this.#open.push(zone)
    return () => {
      const at = this.#open.lastIndexOf(zone)
      if (at >= 0) this.#open.splice(at, 1)
      if (zone.start >= 0 && this.#length > zone.start) {
        this.#zones.push({ kind, start: zone.start, end: this.#length, rule })
      }
    }
  }

  /** The text and its zones, in order and apart: of zones inside each other the inner one holds. */
  build(): { readonly text: string; readonly zones: readonly Zone[] } {
    const text = this.#parts.join('')
    return { text, zones: innermost(this.#zones, text) }
  }

  #write(spaced: boolean, words: string): void {
    const gap =
      this.#length === 0 ? '' : this.#lines > 0 ? '\n'.repeat(this.#lines) : spaced || this.#space ? ' ' : ''
    this.#parts.push(gap, words)
    for (const zone of this.#open) if (zone.start < 0) zone.start = this.#length + gap.length
    this.#length += gap.length + words.length
    this.#lines = 0
    this.#space = false
  }
}

/** Cuts out of each zone those that lie inside it; `zones` come in the order of their ends, inner ones first. */
function innermost(zones: readonly Zone[], text: string): readonly Zone[] {
  const apart: Zone[] = []
  for (const zone of zones) {
    let inside = apart.length
    while (inside > 0 && (apart[inside - 1]?.start ?? -1) >= zone.start) inside--
    const inner = apart.splice(inside)
    // A list of links is one zone, not a teaser for each.
    if (inner.length > 0 && inner.every(({ rule }) => rule === zone.rule)) inner.length = 0
    let from = zone.start
    for (const hole of [...inner, undefined]) {
      const part = trimmed(zone, from, hole?.start ?? zone.end, text)
      if (part) apart.push(part)
      if (hole) {
        apart.push(hole)
        from = hole.end
      }
    }
  }
  return apart
}

function trimmed(zone: Zone, start: number, end: number, text: string): Zone | undefined {
  const words = text.slice(start, end)
  const left = words.length - words.trimStart().length
  const right = words.length - words.trimEnd().length
  return left === words.length ? undefined : { ...zone, start: start + left, end: end - right }
}

import type { Zone, ZoneKind } from '../../model/index.ts'

/** The zones found so far in one text. A span that is taken stays with the rule that took it first. */
export class ZoneSheet {
  readonly #zones: Zone[] = []

  /** Marks a span; gives back whether it was free. */
  mark(kind: ZoneKind, rule: string, start: number, end: number): boolean {
    if (end <= start || !this.isFree(start, end)) return false
    this.#zones.splice(this.#firstEndingAfter(start), 0, { kind, start, end, rule })
    return true
  }

  /** Whether no zone overlaps the span. */
  isFree(start: number, end: number): boolean {
    const next = this.#zones[this.#firstEndingAfter(start)]
    return next === undefined || next.start >= end
  }

  /** The zones in order, those of one kind and rule with only blanks between them joined when `joined` has the kind. */
  toZones(text: string, joined: ReadonlySet<ZoneKind>): readonly Zone[] {
    const zones: Zone[] = []
    for (const zone of this.#zones) {
      const last = zones.at(-1)
      const joins =
        last !== undefined &&
        last.kind === zone.kind &&
        joined.has(zone.kind) &&
        text.slice(last.end, zone.start).trim() === ''
      if (joins) zones[zones.length - 1] = { ...last, end: zone.end }
      else zones.push(zone)
    }
    return zones
  }

  #firstEndingAfter(offset: number): number {
    let low = 0
    let high = this.#zones.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#zones[middle]?.end ?? 0) > offset) high = middle
      else low = middle + 1
    }
    return low
  }
}

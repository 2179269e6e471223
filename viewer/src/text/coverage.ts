import type { Span } from '../../../src/model/span.ts'

/** Merges spans that touch or overlap; in order of start. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ start: span.start, end: span.end })
  }
  return merged
}

/**
 * How much of a text's running story is used: letters in `used` outside the zones, over all letters
 * outside the zones. White space is not counted; 0 for a text without story.
 */
export function coverage(text: string, zones: readonly Span[], used: readonly Span[]): number {
  const state = new Uint8Array(text.length)
  for (const span of used) state.fill(1, span.start, span.end)
  for (const zone of zones) state.fill(2, zone.start, zone.end)
  let story = 0
  let covered = 0
  for (let at = 0; at < text.length; at++) {
    if (state[at] === 2 || text.charCodeAt(at) <= 32) continue
    story++
    if (state[at] === 1) covered++
  }
  return story === 0 ? 0 : covered / story
}

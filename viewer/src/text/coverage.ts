import type { Span } from '../../../src/model/span.ts'

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

import type { Zone } from '../../model/index.ts'
import { blockSpans, toBlock } from './blocks.ts'

const signs =
  /©|https?:\/\/|www\.|@\w|\bcopyright\b|\bnewsletter\b|\bcharity\b|\bregistered\b|\bindependent press\b/i

/**
 * Adds to the zones of a text, in order, what recurs across the documents of one publisher. Follow-up stories repeat
 * whole paragraphs of background, so recurrence alone says little: a block is marked when it also lacks the close of a
 * sentence, or speaks to the reader, or has the signs of a notice. It comes after all other rules and looks at nothing
 * but the text, the zones and what recurs, so that zones found by an earlier build can be brought up to date.
 */
export function withRepeated(
  text: string,
  zones: readonly Zone[],
  recurs: (words: string) => boolean,
): readonly Zone[] {
  const found: Zone[] = []
  let next = 0
  for (const [index, span] of blockSpans(text).entries()) {
    const { start, end } = span
    while (next < zones.length && zones[next]!.end <= start) next++
    const free = next === zones.length || zones[next]!.start >= end
    if (!free || !recurs(text.slice(start, end))) continue
    const { text: words, ended, quoted, voice } = toBlock(text, span, index)
    const addresses = /\b(?:we|us|our|you|your)\b/i.test(voice)
    if (!ended || (addresses && !quoted) || signs.test(words))
      found.push({ kind: 'boilerplate', start, end, rule: 'recurs-across-documents' })
  }
  return found.length === 0 ? zones : [...zones, ...found].sort((a, b) => a.start - b.start)
}

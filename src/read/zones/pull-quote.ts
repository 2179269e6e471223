import { isOpen, type Page } from './page.ts'

/** Fewest words that must recur for a block to count as a pull quote. */
const least = 8
/** Most words that a pull quote may add after them: who said it. */
const attribution = 8

/**
 * Marks pull quotes: blocks that do not read on as a sentence of the story and repeat, word for word, a stretch of
 * another block, with at most a name after it. Linear in the length of the text.
 */
export function markPullQuotes(page: Page): void {
  const candidates = page.blocks.filter(
    (block) =>
      isOpen(page, block) &&
      block.words >= least &&
      block.words <= 90 &&
      (!block.ended || wrapped(block.text)),
  )
  if (candidates.length === 0) return
  const wanted = new Set(candidates.map((block) => wordsOf(block.text).slice(0, least).join(' ')))
  const places = new Map<string, { block: number; words: readonly string[]; at: number }[]>()
  for (const block of page.blocks) {
    const words = wordsOf(block.text)
    for (let at = 0; at + least <= words.length; at++) {
      const key = words.slice(at, at + least).join(' ')
      if (!wanted.has(key)) continue
      const list = places.get(key) ?? []
      if (list.length < 8) list.push({ block: block.index, words, at })
      places.set(key, list)
    }
  }
  for (const block of candidates) {
    const words = wordsOf(block.text)
    const others = places.get(words.slice(0, least).join(' ')) ?? []
    const repeats = others.some((other) => {
      const place = page.blocks[other.block]
      // Of two blocks that repeat each other only one is the pull quote.
      if (
        other.block === block.index ||
        !isOpen(page, place) ||
        other.words.length < words.length - attribution
      )
        return false
      let same = least
      while (
        same < words.length &&
        other.at + same < other.words.length &&
        words[same] === other.words[other.at + same]
      ) {
        same++
      }
      return words.length - same <= attribution && same >= words.length * 0.6
    })
    if (repeats) page.sheet.mark('pull-quote', 'repeats-the-story', block.start, block.end)
  }
}

function wrapped(text: string): boolean {
  return /^["“‘'].*["”’']$/s.test(text)
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

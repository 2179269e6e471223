import type { Draft } from './draft.ts'
import { blockSpans, countWords } from './zones/blocks.ts'

/** Documents of one publisher that must share a block before it counts as recurring. */
const least = 3
/** Blocks longer than this are stories, not text of the page. */
const longest = 120
/** Cells of the table, a power of two: 16 MiB whatever the number of documents. */
const cells = 1 << 24
/** Of the hashes that name the three cells of a block. */
const seeds = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b]

/**
 * Counts in how many documents of a publisher each block occurs. The counts are kept as a count-min sketch (Cormode
 * and Muthukrishnan 2005) with three rows in one table, so memory is fixed; adding is commutative, so the order of
 * the documents does not matter.
 */
export class Repetition {
  #table: Uint8Array | undefined
  readonly #texts = new Set<string>()

  /** Counts the blocks of one document, each once; a document that has come before in the same words is not counted. */
  add(publisher: string, text: string): void {
    const whole = `${publisher}\n${text.length}:${hash(text, seeds[0]!)}:${hash(text, seeds[1]!)}`
    if (this.#texts.has(whole)) return
    this.#texts.add(whole)
    this.#table ??= new Uint8Array(cells)
    const seen = new Set<string>()
    for (const { start, end } of blockSpans(text)) {
      const words = text.slice(start, end)
      // So many words have at least one character each and a blank between them.
      if (words.length >= 2 * longest && countWords(words) > longest) continue
      const key = keyOf(publisher, words)
      if (seen.has(key)) continue
      seen.add(key)
      for (const seed of seeds) {
        const cell = hash(key, seed) & (cells - 1)
        this.#table[cell] = Math.min(255, (this.#table[cell] ?? 0) + 1)
      }
    }
  }

  /** Whether some words stand as a block in at least three of the publisher's documents. */
  recurs(publisher: string, words: string): boolean {
    const table = this.#table
    if (table === undefined) return false
    const key = keyOf(publisher, words)
    return seeds.every((seed) => table[hash(key, seed) & (cells - 1)]! >= least)
  }
}

/** What stands for the publisher of a document: its name, else the host of its address, else its folder. */
export function publisherOf(id: string, draft: Draft): string {
  if (draft.publisher) return `name:${draft.publisher.toLowerCase()}`
  const host = draft.url ? /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(draft.url)?.[1] : undefined
  return host
    ? `host:${host.toLowerCase()}`
    : `folder:${id.slice(0, Math.max(id.lastIndexOf('/'), id.lastIndexOf('!'), 0))}`
}

function keyOf(publisher: string, words: string): string {
  const form = words.toLowerCase().replace(/\d+/g, '0')
  // A single blank needs no replacing, and most are.
  return `${publisher}\n${form.replace(/[^\S ]\s*| \s+/g, ' ')}`
}

/** FNV-1a over UTF-16 units from a seed, with the last mixing steps of MurmurHash3. */
function hash(words: string, seed: number): number {
  let value = seed
  for (let i = 0; i < words.length; i++) value = Math.imul(value ^ words.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

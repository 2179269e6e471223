import type { Draft } from './draft.ts'
import { blockSpans, countWords } from './zones/blocks.ts'

/** Documents of one publisher that must share a block before it counts as recurring. */
const least = 3
/** Blocks longer than this are stories, not text of the page. */
const longest = 120
/** Cells of the table, a power of two: 16 MiB whatever the number of documents. */
const cells = 1 << 24

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
    const whole = `${publisher}\n${text.length}:${hashes(text).join(':')}`
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
      for (const hash of hashes(key)) {
        const cell = hash & (cells - 1)
        this.#table[cell] = Math.min(255, (this.#table[cell] ?? 0) + 1)
      }
    }
  }

  /** Whether some words stand as a block in at least three of the publisher's documents. */
  recurs(publisher: string, words: string): boolean {
    const table = this.#table
    if (table === undefined) return false
    const key = keyOf(publisher, words)
    return hashes(key).every((hash) => table[hash & (cells - 1)]! >= least)
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

/** FNV-1a over UTF-16 units from three seeds: they name the three cells of a block. */
function hashes(words: string): [number, number, number] {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  let c = 0x85ebca6b
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x01000193)
    c = Math.imul(c ^ code, 0x01000193)
  }
  return [mixed(a), mixed(b), mixed(c)]
}

/** The last mixing steps of MurmurHash3. */
function mixed(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

import { repeated } from '../repeated.ts'
import { type Blocks, makeBlocks } from './block.ts'

/** A word of a cluster, to be compared with words in the same context only. */
export interface ContextWord {
  readonly cluster: number
  readonly context: string
  readonly word: string
}

/**
 * Blocks of clusters whose words are one edit or one swap apart: these share a word that is left when one letter
 * is taken from theirs, or the word itself (deletion neighbourhood; Bocek, Hunt & Stiller 2007). Most deletions
 * are of one word alone; their hashes tell which, so that no list and no text is made for them.
 */
export function blocksByDeletion(words: readonly ContextWord[], most: number): Blocks {
  const hashes = new Uint32Array(words.reduce((sum, { word }) => sum + word.length + 1, 0))
  let end = 0
  for (const { context, word } of words)
    forEachDeletion(context, word, (_at, hash) => {
      hashes[end++] = hash
    })
  const shared = repeated(hashes.subarray(0, end))
  const blocks = makeBlocks(most)
  for (const { cluster, context, word } of words)
    forEachDeletion(context, word, (at, hash) => {
      if (shared.has(hash)) blocks.add(`${context}\t${word.slice(0, at)}${word.slice(at + 1)}`, cluster)
    })
  return blocks
}

const base = 0x01000193

/** Where a letter may be taken from a word, each result once, with a polynomial hash of what is left; none is taken at the end. */
function forEachDeletion(context: string, word: string, each: (at: number, hash: number) => void): void {
  let before = 0
  for (let i = 0; i < context.length; i++) before = (Math.imul(before, base) + context.charCodeAt(i)) | 0
  // The hash of each ending of the word, and the power that shifts what stands before it.
  const after = new Int32Array(word.length + 1)
  const shift = new Int32Array(word.length + 1).fill(1)
  for (let i = word.length - 1; i >= 0; i--) {
    after[i] = (Math.imul(word.charCodeAt(i), shift[i + 1]!) + after[i + 1]!) | 0
    shift[i] = Math.imul(shift[i + 1]!, base)
  }
  each(word.length, (Math.imul(before, shift[0]!) + after[0]!) >>> 0)
  for (let at = 0; at < word.length; at++) {
    if (at === 0 || word[at] !== word[at - 1])
      each(at, (Math.imul(before, shift[at + 1]!) + after[at + 1]!) >>> 0)
    before = (Math.imul(before, base) + word.charCodeAt(at)) | 0
  }
}

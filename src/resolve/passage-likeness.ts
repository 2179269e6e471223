import type { PassageSignature } from '../model/index.ts'

/** How alike two passages are: one text lightly rewritten, or the one within the other. */
export type Likeness = 'same' | 'within' | undefined

/** Numbers that both lists of ascending numbers hold. */
export function shared(a: readonly number[], b: readonly number[]): number {
  let found = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      found++
      i++
      j++
    } else if (a[i]! < b[j]!) i++
    else j++
  }
  return found
}

/** How much two bottom-k sketches overlap: an estimate of the Jaccard similarity of the passages; 0 where it is less than half for sure. */
function sketchSimilarity(a: readonly number[], b: readonly number[]): number {
  const k = Math.max(a.length, b.length)
  // Where the one has less than half as many, no more can be in both.
  if (2 * Math.min(a.length, b.length) < k) return 0
  let seen = 0
  let both = 0
  for (let i = 0, j = 0; seen < k && (i < a.length || j < b.length); seen++) {
    if (a[i] === b[j]) {
      both++
      i++
      j++
    } else if (j >= b.length || (i < a.length && a[i]! < b[j]!)) i++
    else j++
  }
  return seen === 0 ? 0 : both / seen
}

/**
 * Compares two passages that share a run of words. They are the same where most runs of words are, or most
 * content words; one is within the other where nearly all of its content words are. Names alone make no
 * copy, since all reports of one story share them; and two passages with different numbers are two: "14
 * officers" is no rewriting of "nine officers".
 */
export function likenessOf(a: PassageSignature, b: PassageSignature): Likeness {
  if (shared(a.numbers, b.numbers) < Math.min(a.numbers.length, b.numbers.length)) return undefined
  if (sketchSimilarity(a.shingles, b.shingles) >= 0.5) return 'same'
  if (Math.min(a.words.length, b.words.length) < 4) return undefined
  const words = shared(a.words, b.words)
  if (words < 4) return undefined
  const all = words + shared(a.names, b.names)
  const [sizeA, sizeB] = [a.words.length + a.names.length, b.words.length + b.names.length]
  const union = a.words.length + b.words.length - words
  if (words >= 6 && words / union >= 0.5) return 'same'
  if (words >= 4 && words / union >= 0.5 && all / (sizeA + sizeB - all) >= 0.6) return 'same'
  const [shorter, size] = sizeA <= sizeB ? [a, sizeA] : [b, sizeB]
  return words >= 5 && words / shorter.words.length >= 0.85 && all / size >= 0.85 ? 'within' : undefined
}

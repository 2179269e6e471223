import { FIRST, hashFeatures, SECOND, THIRD } from './hash.ts'
import { AFTER_LAST, BEFORE_FIRST, type WordAtoms } from './word-atoms.ts'
import type { Casing } from './word-form.ts'

const CASINGS: Readonly<Record<Casing, number>> = { sentence: 0, capitals: 1, headline: 2, lower: 3 }

/**
 * The features that decide a word's tag, given the two tags before it (-1 before the first word). Returns how
 * many were written to `out`.
 */
export function tagFeatures(
  out: Int32Array,
  words: readonly WordAtoms[],
  index: number,
  previous: number,
  beforePrevious: number,
  casing: Casing,
): number {
  const w = words[index]!
  const a = words[index - 1] ?? BEFORE_FIRST
  const aa = words[index - 2] ?? BEFORE_FIRST
  const b = words[index + 1] ?? AFTER_LAST
  const bb = words[index + 2] ?? AFTER_LAST
  const place = (index === 0 ? 1 : 0) | (CASINGS[casing] << 1)
  const t1 = Math.imul(previous + 2, FIRST)
  const t2 = Math.imul(previous + 2, FIRST) + Math.imul(beforePrevious + 2, THIRD)
  const word2 = Math.imul(w.word, SECOND)
  const next2 = Math.imul(b.word, SECOND)
  const suffix2 = Math.imul(w.suffixes[2], SECOND)
  const ambiguity2 = Math.imul(w.ambiguity, SECOND)
  const nextAmbiguity2 = Math.imul(b.ambiguity, SECOND)
  const senses2 = Math.imul(w.senses, SECOND)
  const capital = Math.imul(w.capital, FIRST)
  let k = 0
  out[k++] = 0
  out[k++] = w.word
  out[k++] = w.exact
  out[k++] = w.suffixes[0]
  out[k++] = w.suffixes[1]
  out[k++] = w.suffixes[2]
  out[k++] = w.suffixes[3]
  out[k++] = w.suffixes[4]
  out[k++] = w.prefixes[0]
  out[k++] = w.prefixes[1]
  out[k++] = w.prefixes[2]
  out[k++] = w.prefixes[3]
  out[k++] = w.shape + Math.imul(place, FIRST)
  out[k++] = capital + Math.imul(place, SECOND)
  out[k++] = w.marks
  out[k++] = capital + suffix2
  out[k++] = capital + Math.imul(w.suffixes[1], SECOND)
  out[k++] = t1
  out[k++] = t2
  out[k++] = t1 + word2
  out[k++] = t1 + suffix2
  out[k++] = t2 + word2
  out[k++] = t1 + ambiguity2
  out[k++] = t2 + ambiguity2
  out[k++] = a.word
  out[k++] = aa.word
  out[k++] = b.word
  out[k++] = bb.word
  out[k++] = Math.imul(a.word, FIRST) + word2
  out[k++] = Math.imul(w.word, FIRST) + next2
  out[k++] = Math.imul(a.word, FIRST) + next2
  out[k++] = Math.imul(bb.word, FIRST) + next2
  out[k++] = Math.imul(aa.word, FIRST) + Math.imul(a.word, SECOND)
  out[k++] = a.suffixes[2]
  out[k++] = b.suffixes[2]
  out[k++] = b.suffixes[1]
  out[k++] = b.shape
  out[k++] = a.shape
  out[k++] = w.ambiguity
  out[k++] = b.ambiguity
  out[k++] = bb.ambiguity
  out[k++] = Math.imul(w.ambiguity, FIRST) + nextAmbiguity2
  out[k++] = t1 + nextAmbiguity2
  out[k++] = t1 + Math.imul(w.ambiguity, THIRD) + nextAmbiguity2
  out[k++] = Math.imul(w.ambiguity, FIRST) + nextAmbiguity2 + Math.imul(bb.ambiguity, THIRD)
  out[k++] = t2 + nextAmbiguity2
  out[k++] = Math.imul(w.word, FIRST) + nextAmbiguity2
  out[k++] = Math.imul(w.suffixes[2], FIRST) + nextAmbiguity2
  out[k++] = Math.imul(beforePrevious + 2, FIRST) + word2
  out[k++] = Math.imul(w.suffixes[2], FIRST) + next2
  out[k++] = Math.imul(a.word, FIRST) + suffix2
  out[k++] = w.capital | (b.capital << 1) | (a.capital << 2) | (place << 3)
  out[k++] = Math.imul(w.shape, FIRST) + Math.imul(b.shape, SECOND)
  out[k++] = nextAmbiguity2 + Math.imul(bb.ambiguity, THIRD)
  out[k++] = w.senses
  out[k++] = capital + senses2
  out[k++] = t1 + senses2
  out[k++] = t2 + senses2
  out[k++] = Math.imul(w.suffixes[2], FIRST) + senses2
  out[k++] = Math.imul(b.ambiguity, FIRST) + senses2
  out[k++] = b.senses
  out[k++] = Math.imul(w.ambiguity, FIRST) + Math.imul(b.senses, SECOND)
  out[k++] = Math.imul(w.senses, FIRST) + Math.imul(b.senses, SECOND) + Math.imul(w.capital, THIRD)
  out[k++] = Math.imul(w.senses, FIRST) + Math.imul(a.word, SECOND)
  out[k++] = Math.imul(w.senses, FIRST) + next2
  out[k++] = Math.imul(w.suffixes[1], FIRST) + senses2 + t1
  hashFeatures(out, k)
  return k
}

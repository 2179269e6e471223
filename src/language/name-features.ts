import { FIRST, FOURTH, hashFeatures, hashString, mixBits, SECOND, THIRD } from './hash.ts'
import { AFTER_LAST, BEFORE_FIRST, type WordAtoms } from './word-atoms.ts'
import { casingOf } from './word-form.ts'

/** Lists of words and phrases that tell what a name is: bits by the order in which the model keeps its lists. */
export interface NameLists {
  /** By word or phrase in small letters, words parted by a blank. */
  readonly entries: ReadonlyMap<string, number>
  /** The greatest number of words of a phrase by its first word. */
  readonly phraseLength: ReadonlyMap<string, number>
}

/** Indexes lists by the first words of their phrases. */
export function indexLists(entries: ReadonlyMap<string, number>): NameLists {
  const phraseLength = new Map<string, number>()
  for (const entry of entries.keys()) {
    const words = entry.split(' ')
    if (words.length > 1)
      phraseLength.set(words[0]!, Math.max(words.length, phraseLength.get(words[0]!) ?? 0))
  }
  return { entries, phraseLength }
}

/** How many features a word has at most. */
export const NAME_FEATURES = 160

/** What the features use of a sentence, worked out once. */
export interface NameWords {
  readonly words: readonly WordAtoms[]
  /** Hash of the joint tag of each word. */
  readonly tags: Int32Array
  readonly upos: Int32Array
  /** Lists that each word is in. */
  readonly lists: Int32Array
  /** Lists of a phrase that covers the word, with its place in it. */
  readonly phrases: Int32Array
  /** First and last word of the run of capitalised words around each word. */
  readonly runStart: Int32Array
  readonly runEnd: Int32Array
  readonly casing: number
}

const casings = ['sentence', 'capitals', 'headline', 'lower']

/** Lays a tagged sentence out for the name finder. `tagNames` are the joint tags by number. */
export function nameWords(
  words: readonly WordAtoms[],
  tags: ArrayLike<number>,
  tagHashes: Int32Array,
  uposHashes: Int32Array,
  { entries, phraseLength }: NameLists,
): NameWords {
  const size = words.length
  const lists = new Int32Array(size)
  const phrases = new Int32Array(size)
  const runStart = new Int32Array(size)
  const runEnd = new Int32Array(size)
  const lower = words.map((word) => word.form.toLowerCase())
  for (let i = 0; i < size; i++) {
    lists[i] = entries.get(lower[i]!) ?? 0
    runStart[i] = i > 0 && words[i]!.capital && words[i - 1]!.capital ? runStart[i - 1]! : i
    const longest = phraseLength.get(lower[i]!)
    if (longest === undefined || !words[i]!.capital) continue
    for (let length = Math.min(longest, size - i); length > 1; length--) {
      const found = entries.get(lower.slice(i, i + length).join(' '))
      if (found === undefined) continue
      for (let k = 0; k < length; k++)
        phrases[i + k] = (found << 2) | (k === 0 ? 1 : k === length - 1 ? 3 : 2)
      break
    }
  }
  for (let i = size - 1; i >= 0; i--)
    runEnd[i] = i + 1 < size && words[i]!.capital && words[i + 1]!.capital ? runEnd[i + 1]! : i
  return {
    words,
    tags: Int32Array.from(words, (_, i) => tagHashes[tags[i]!]!),
    upos: Int32Array.from(words, (_, i) => uposHashes[tags[i]!]!),
    lists,
    phrases,
    runStart,
    runEnd,
    casing: casings.indexOf(casingOf(words)),
  }
}

const joins = new Set(['of', 'for', 'and', 'the', '&', '-', "'s", 'de', 'la', 'van', 'von'])

/** The features of one word of a sentence; returns how many were written to `out`. */
export function nameFeatures(out: Int32Array, sentence: NameWords, i: number): number {
  const { words, tags, upos, lists, phrases, runStart, runEnd, casing } = sentence
  const size = words.length
  const at = (k: number): WordAtoms => (k < 0 ? BEFORE_FIRST : k >= size ? AFTER_LAST : words[k]!)
  const list = (k: number): number => (k < 0 || k >= size ? 0 : lists[k]!)
  const tag = (k: number): number => (k < 0 ? 11 : k >= size ? 13 : tags[k]!)
  const coarse = (k: number): number => (k < 0 ? 11 : k >= size ? 13 : upos[k]!)
  const w = at(i)
  const a = at(i - 1)
  const aa = at(i - 2)
  const b = at(i + 1)
  const bb = at(i + 2)
  const capital = w.capital + 2 * w.allCapitals
  const start = i === 0 ? 1 : i === 1 && !/\w/.test(a.form) ? 2 : 0
  const first = runStart[i]!
  const last = runEnd[i]!
  let k = 0
  const one = (x: number): void => {
    out[k++] = x
  }
  const two = (x: number, y: number): void => {
    out[k++] = Math.imul(x, FIRST) + Math.imul(y, SECOND)
  }
  const three = (x: number, y: number, z: number): void => {
    out[k++] = Math.imul(x, FIRST) + Math.imul(y, SECOND) + Math.imul(z, THIRD)
  }
  const _four = (x: number, y: number, z: number, u: number): void => {
    out[k++] = Math.imul(x, FIRST) + Math.imul(y, SECOND) + Math.imul(z, THIRD) + Math.imul(u, FOURTH)
  }
  one(0)
  one(w.word)
  one(w.exact)
  one(a.word)
  one(b.word)
  one(aa.word)
  one(bb.word)
  two(a.word, w.word)
  two(w.word, b.word)
  two(aa.word, a.word)
  two(b.word, bb.word)
  two(a.word, b.word)
  two(a.word, capital)
  two(b.word, capital)
  one(w.suffixes[0])
  one(w.suffixes[1])
  one(w.suffixes[2])
  one(w.suffixes[3])
  one(w.suffixes[4])
  one(w.prefixes[1])
  one(w.prefixes[2])
  one(w.prefixes[3])
  two(w.suffixes[2], capital)
  one(a.suffixes[2])
  one(b.suffixes[2])
  two(b.suffixes[2], capital)
  three(w.shape, start, casing)
  one(w.shape)
  two(a.shape, w.shape)
  two(w.shape, b.shape)
  three(a.shape, w.shape, b.shape)
  three(a.word, w.shape, start)
  two(w.shape, b.word)
  two(w.allCapitals, Math.min(w.form.length, 8))
  three(aa.word, a.word, w.shape)
  three(w.shape, b.word, bb.word)
  one(tag(i))
  two(tag(i - 1), tag(i))
  two(tag(i), tag(i + 1))
  three(tag(i - 1), tag(i), tag(i + 1))
  two(tag(i), w.shape)
  two(coarse(i - 1), coarse(i))
  three(coarse(i - 1), coarse(i), coarse(i + 1))
  two(coarse(i + 1), coarse(i + 2))
  two(tag(i), w.suffixes[2])
  two(a.word, tag(i))
  two(b.word, tag(i))
  one(w.senses)
  two(w.category, capital)
  two(w.senses, a.word)
  three(w.category, b.category, capital)
  three(a.category, w.category, capital)
  two(list(i), capital)
  three(list(i - 1), list(i), capital)
  three(list(i), list(i + 1), b.capital)
  two(list(i), w.shape)
  two(a.word, list(i))
  two(list(i), b.word)
  two(list(i), start)
  two(list(i), casing)
  two(list(i - 1), capital)
  two(list(i + 1), capital)
  one(phrases[i]!)
  // What follows depends on the word: each kind begins at a place of its own, so that templates stay apart.
  k = fillTo(out, k, 66)
  if (w.capital) {
    const before = at(first - 1)
    const after = at(last + 1)
    const place = i === first ? 1 : i === last ? 2 : 0
    let union = 0
    for (let j = first; j <= last; j++) union |= lists[j]!
    two(at(last).word, place)
    two(at(first).word, place)
    one(at(last).suffixes[2])
    one(after.word)
    one(before.word)
    two(Math.min(last - first, 4), i - first)
    two(before.word, after.word)
    two(first === 0 ? 1 : 0, last - first)
    one(at(last + 2).word)
    three(list(first), list(last), place)
    two(list(last), place)
    two(list(first), place)
    two(list(first - 1), Math.min(last - first, 2))
    two(list(last + 1), Math.min(last - first, 2))
    one(union)
    two(before.word, union ? list(i) : 0)
    two(at(last).category, place)
    if (/^(of|for)$/.test(after.key) && at(last + 2).capital) two(at(last).word, at(last + 2).shape)
    else one(0)
    if (/^(of|for)$/.test(before.key) && at(first - 2).capital) two(at(first - 2).word, before.word)
    else one(0)
  } else if (joins.has(w.key) && a.capital && b.capital) {
    k = fillTo(out, k, 86)
    three(w.word, a.word, b.shape)
    two(w.word, b.word)
    three(w.word, list(i - 1), list(i + 1))
  }
  hashFeatures(out, k)
  // Lists one by one, only those that are: each is a template of its own, whatever its place.
  for (let side = -1; side <= 1; side++) {
    let bits = list(i + side)
    for (let bit = 0; bits !== 0; bit++, bits >>>= 1)
      if (bits & 1)
        out[k++] = mixBits(Math.imul(3 * bit + side + 2, FIRST) + Math.imul(1 + capital, SECOND) + LISTED)
  }
  return k
}

const LISTED = 0x3c6ef372
const neverNames = new Set(
  ['VERB', 'AUX', 'PRON', 'DET', 'ADP', 'CCONJ', 'SCONJ', 'PART', 'ADV', 'PUNCT'].map(hashString),
)

/** Whether a word can be part of a name at all; small words only between capitalised ones. The others are not scored. */
export function mayBeNamed({ words, upos }: NameWords, i: number): boolean {
  if (words[i]!.capital || !neverNames.has(upos[i]!)) return true
  return (words[i - 1]?.capital ?? 0) === 1 && (words[i + 1]?.capital ?? words[i + 2]?.capital ?? 0) === 1
}

/** Leaves templates unused up to a place. */
function fillTo(out: Int32Array, from: number, to: number): number {
  for (let k = from; k < to; k++) out[k] = 0
  return to
}

/** Hashes of the joint tags and of their universal parts, by number. */
export function tagHashesOf(tags: readonly string[]): { joint: Int32Array; upos: Int32Array } {
  return {
    joint: Int32Array.from(tags, hashString),
    upos: Int32Array.from(tags, (tag) => hashString(tag.slice(0, tag.indexOf('|')))),
  }
}

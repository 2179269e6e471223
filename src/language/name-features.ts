import { FIRST, hashFeatures, hashString, mixBits, SECOND, THIRD } from './hash.ts'
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

/** The atoms of the word at a place, also before the first and after the last; so for the others. */
function wordAt({ words }: NameWords, k: number): WordAtoms {
  return k < 0 ? BEFORE_FIRST : k >= words.length ? AFTER_LAST : words[k]!
}

function listAt({ lists }: NameWords, k: number): number {
  return k < 0 || k >= lists.length ? 0 : lists[k]!
}

function tagAt({ tags }: NameWords, k: number): number {
  return k < 0 ? 11 : k >= tags.length ? 13 : tags[k]!
}

function uposAt({ upos }: NameWords, k: number): number {
  return k < 0 ? 11 : k >= upos.length ? 13 : upos[k]!
}

/** The sum of two and of three atoms. */
function two(x: number, y: number): number {
  return Math.imul(x, FIRST) + Math.imul(y, SECOND)
}

function three(x: number, y: number, z: number): number {
  return Math.imul(x, FIRST) + Math.imul(y, SECOND) + Math.imul(z, THIRD)
}

/** The features of one word of a sentence; returns how many were written to `out`. */
export function nameFeatures(out: Int32Array, sentence: NameWords, i: number): number {
  const { lists, phrases, runStart, runEnd, casing } = sentence
  const w = wordAt(sentence, i)
  const a = wordAt(sentence, i - 1)
  const aa = wordAt(sentence, i - 2)
  const b = wordAt(sentence, i + 1)
  const bb = wordAt(sentence, i + 2)
  const capital = w.capital + 2 * w.allCapitals
  const start = i === 0 ? 1 : i === 1 && !/\w/.test(a.form) ? 2 : 0
  const first = runStart[i]!
  const last = runEnd[i]!
  let k = 0
  out[k++] = 0
  out[k++] = w.word
  out[k++] = w.exact
  out[k++] = a.word
  out[k++] = b.word
  out[k++] = aa.word
  out[k++] = bb.word
  out[k++] = two(a.word, w.word)
  out[k++] = two(w.word, b.word)
  out[k++] = two(aa.word, a.word)
  out[k++] = two(b.word, bb.word)
  out[k++] = two(a.word, b.word)
  out[k++] = two(a.word, capital)
  out[k++] = two(b.word, capital)
  out[k++] = w.suffixes[0]
  out[k++] = w.suffixes[1]
  out[k++] = w.suffixes[2]
  out[k++] = w.suffixes[3]
  out[k++] = w.suffixes[4]
  out[k++] = w.prefixes[1]
  out[k++] = w.prefixes[2]
  out[k++] = w.prefixes[3]
  out[k++] = two(w.suffixes[2], capital)
  out[k++] = a.suffixes[2]
  out[k++] = b.suffixes[2]
  out[k++] = two(b.suffixes[2], capital)
  out[k++] = three(w.shape, start, casing)
  out[k++] = w.shape
  out[k++] = two(a.shape, w.shape)
  out[k++] = two(w.shape, b.shape)
  out[k++] = three(a.shape, w.shape, b.shape)
  out[k++] = three(a.word, w.shape, start)
  out[k++] = two(w.shape, b.word)
  out[k++] = two(w.allCapitals, Math.min(w.form.length, 8))
  out[k++] = three(aa.word, a.word, w.shape)
  out[k++] = three(w.shape, b.word, bb.word)
  out[k++] = tagAt(sentence, i)
  out[k++] = two(tagAt(sentence, i - 1), tagAt(sentence, i))
  out[k++] = two(tagAt(sentence, i), tagAt(sentence, i + 1))
  out[k++] = three(tagAt(sentence, i - 1), tagAt(sentence, i), tagAt(sentence, i + 1))
  out[k++] = two(tagAt(sentence, i), w.shape)
  out[k++] = two(uposAt(sentence, i - 1), uposAt(sentence, i))
  out[k++] = three(uposAt(sentence, i - 1), uposAt(sentence, i), uposAt(sentence, i + 1))
  out[k++] = two(uposAt(sentence, i + 1), uposAt(sentence, i + 2))
  out[k++] = two(tagAt(sentence, i), w.suffixes[2])
  out[k++] = two(a.word, tagAt(sentence, i))
  out[k++] = two(b.word, tagAt(sentence, i))
  out[k++] = w.senses
  out[k++] = two(w.category, capital)
  out[k++] = two(w.senses, a.word)
  out[k++] = three(w.category, b.category, capital)
  out[k++] = three(a.category, w.category, capital)
  out[k++] = two(listAt(sentence, i), capital)
  out[k++] = three(listAt(sentence, i - 1), listAt(sentence, i), capital)
  out[k++] = three(listAt(sentence, i), listAt(sentence, i + 1), b.capital)
  out[k++] = two(listAt(sentence, i), w.shape)
  out[k++] = two(a.word, listAt(sentence, i))
  out[k++] = two(listAt(sentence, i), b.word)
  out[k++] = two(listAt(sentence, i), start)
  out[k++] = two(listAt(sentence, i), casing)
  out[k++] = two(listAt(sentence, i - 1), capital)
  out[k++] = two(listAt(sentence, i + 1), capital)
  out[k++] = phrases[i]!
  // What follows depends on the word: each kind begins at a place of its own, so that templates stay apart.
  k = fillTo(out, k, 66)
  if (w.capital) {
    const before = wordAt(sentence, first - 1)
    const after = wordAt(sentence, last + 1)
    const place = i === first ? 1 : i === last ? 2 : 0
    let union = 0
    for (let j = first; j <= last; j++) union |= lists[j]!
    out[k++] = two(wordAt(sentence, last).word, place)
    out[k++] = two(wordAt(sentence, first).word, place)
    out[k++] = wordAt(sentence, last).suffixes[2]
    out[k++] = after.word
    out[k++] = before.word
    out[k++] = two(Math.min(last - first, 4), i - first)
    out[k++] = two(before.word, after.word)
    out[k++] = two(first === 0 ? 1 : 0, last - first)
    out[k++] = wordAt(sentence, last + 2).word
    out[k++] = three(listAt(sentence, first), listAt(sentence, last), place)
    out[k++] = two(listAt(sentence, last), place)
    out[k++] = two(listAt(sentence, first), place)
    out[k++] = two(listAt(sentence, first - 1), Math.min(last - first, 2))
    out[k++] = two(listAt(sentence, last + 1), Math.min(last - first, 2))
    out[k++] = union
    out[k++] = two(before.word, union ? listAt(sentence, i) : 0)
    out[k++] = two(wordAt(sentence, last).category, place)
    if (/^(of|for)$/.test(after.key) && wordAt(sentence, last + 2).capital)
      out[k++] = two(wordAt(sentence, last).word, wordAt(sentence, last + 2).shape)
    else out[k++] = 0
    if (/^(of|for)$/.test(before.key) && wordAt(sentence, first - 2).capital)
      out[k++] = two(wordAt(sentence, first - 2).word, before.word)
    else out[k++] = 0
  } else if (joins.has(w.key) && a.capital && b.capital) {
    k = fillTo(out, k, 86)
    out[k++] = three(w.word, a.word, b.shape)
    out[k++] = two(w.word, b.word)
    out[k++] = three(w.word, listAt(sentence, i - 1), listAt(sentence, i + 1))
  }
  hashFeatures(out, k)
  // Lists one by one, only those that are: each is a template of its own, whatever its place.
  for (let side = -1; side <= 1; side++) {
    let bits = listAt(sentence, i + side)
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

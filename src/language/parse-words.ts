import { hashString } from './hash.ts'
import type { WordAtoms } from './word-atoms.ts'

/**
 * What the parser sees of a sentence: 0 stands for none, 1 to n for its words without the marks of punctuation,
 * n + 1 for the root.
 */
export interface ParseWords {
  readonly size: number
  /** Index of each word in the sentence with its marks. */
  readonly place: readonly number[]
  readonly word: Int32Array
  /** Joint tag plus one. */
  readonly tag: Int32Array
  /** Universal tag alone. */
  readonly upos: Int32Array
  readonly suffix: Int32Array
  /** Category as a noun. */
  readonly category: Int32Array
  /** Verbs, and marks, before each word. */
  readonly verbsBefore: Int32Array
  readonly marksBefore: Int32Array
  /** The mark right before and right after a word, 0 for none. */
  readonly markBefore: Int32Array
  readonly markAfter: Int32Array
  /** Whether a word is of a kind that is hardly ever a head: adposition, determiner, conjunction, particle. */
  readonly isFunctional: Uint8Array
}

const ROOT_WORD = 0x6d2b79f5
const ROOT_TAG = 250

/** What each joint tag says of itself, worked out once for a tag set. */
export interface TagFacts {
  readonly upos: Int32Array
  readonly isVerb: Uint8Array
  readonly isMark: Uint8Array
  readonly isFunctional: Uint8Array
}

/** The facts of every tag of a tag set. */
export function tagFacts(tags: readonly string[]): TagFacts {
  const upos = tags.map((tag) => tag.slice(0, tag.indexOf('|')))
  return {
    upos: Int32Array.from(upos, (tag) => hashString(tag)),
    isVerb: Uint8Array.from(upos, (tag) => (tag === 'VERB' || tag === 'AUX' ? 1 : 0)),
    isMark: Uint8Array.from(upos, (tag) => (tag === 'PUNCT' ? 1 : 0)),
    isFunctional: Uint8Array.from(upos, (tag) => (/^(ADP|DET|[CS]CONJ|PART)$/.test(tag) ? 1 : 0)),
  }
}

/** Lays the words of a tagged sentence out for the parser; marks of punctuation are only noted beside them. */
export function parseWords(
  words: readonly WordAtoms[],
  tags: ArrayLike<number>,
  facts: TagFacts,
): ParseWords {
  const place: number[] = [-1]
  for (let i = 0; i < words.length; i++) if (!facts.isMark[tags[i]!]) place.push(i)
  const size = place.length - 1
  const list = (): Int32Array => new Int32Array(size + 3)
  const laid = {
    size,
    place,
    word: list(),
    tag: list(),
    upos: list(),
    suffix: list(),
    category: list(),
    verbsBefore: list(),
    marksBefore: list(),
    markBefore: list(),
    markAfter: list(),
    isFunctional: new Uint8Array(size + 3),
  }
  for (let k = 1; k <= size; k++) {
    const at = place[k]!
    const atoms = words[at]!
    const tag = tags[at]!
    laid.word[k] = atoms.word
    laid.tag[k] = tag + 1
    laid.upos[k] = facts.upos[tag]!
    laid.suffix[k] = atoms.suffixes[2] ^ (atoms.capital ? 0x55555555 : 0)
    laid.category[k] = atoms.category
    laid.isFunctional[k] = facts.isFunctional[tag]!
    laid.verbsBefore[k + 1] = laid.verbsBefore[k]! + facts.isVerb[tag]!
    laid.marksBefore[k] = at - k + 1
    if (at - place[k - 1]! > 1) {
      laid.markBefore[k] = words[at - 1]!.word
      laid.markAfter[k - 1] = words[place[k - 1]! + 1]!.word
    }
  }
  laid.marksBefore[size + 1] = words.length - size
  if (size > 0 && place[size]! + 1 < words.length) {
    laid.markBefore[size + 1] = words.at(-1)!.word
    laid.markAfter[size] = words[place[size]! + 1]!.word
  }
  laid.word[size + 1] = ROOT_WORD
  laid.tag[size + 1] = ROOT_TAG
  laid.upos[size + 1] = ROOT_WORD
  return laid
}

import { hashString } from './hash.ts'
import type { WordAtoms } from './word-atoms.ts'

/** What the parser sees of a sentence, by word: 0 stands for none, 1 to n for the words, n + 1 for the root. */
export interface ParseWords {
  readonly size: number
  readonly word: Int32Array
  /** Joint tag plus one. */
  readonly tag: Int32Array
  /** Universal tag alone. */
  readonly upos: Int32Array
  readonly suffix: Int32Array
  /** Dictionary senses. */
  readonly senses: Int32Array
  /** Verbs, and marks of punctuation, before each word. */
  readonly verbsBefore: Int32Array
  readonly marksBefore: Int32Array
}

const ROOT_WORD = 0x6d2b79f5
const ROOT_TAG = 250

/** What each joint tag says of itself, worked out once for a tag set. */
export interface TagFacts {
  readonly upos: Int32Array
  readonly isVerb: Uint8Array
  readonly isMark: Uint8Array
}

/** The facts of every tag of a tag set. */
export function tagFacts(tags: readonly string[]): TagFacts {
  const upos = tags.map((tag) => tag.slice(0, tag.indexOf('|')))
  return {
    upos: Int32Array.from(upos, (tag) => hashString(tag)),
    isVerb: Uint8Array.from(upos, (tag) => (tag === 'VERB' || tag === 'AUX' ? 1 : 0)),
    isMark: Uint8Array.from(upos, (tag) => (tag === 'PUNCT' ? 1 : 0)),
  }
}

/** Lays a tagged sentence out for the parser. */
export function parseWords(words: readonly WordAtoms[], tags: ArrayLike<number>, facts: TagFacts): ParseWords {
  const size = words.length
  const list = (): Int32Array => new Int32Array(size + 3)
  const laid = {
    size,
    word: list(),
    tag: list(),
    upos: list(),
    suffix: list(),
    senses: list(),
    verbsBefore: list(),
    marksBefore: list(),
  }
  for (let k = 1; k <= size; k++) {
    const atoms = words[k - 1]!
    const tag = tags[k - 1]!
    laid.word[k] = atoms.word
    laid.tag[k] = tag + 1
    laid.upos[k] = facts.upos[tag]!
    laid.suffix[k] = atoms.suffixes[2] ^ (atoms.capital ? 0x55555555 : 0)
    laid.senses[k] = atoms.category
    laid.verbsBefore[k + 1] = laid.verbsBefore[k]! + facts.isVerb[tag]!
    laid.marksBefore[k + 1] = laid.marksBefore[k]! + facts.isMark[tag]!
  }
  laid.word[size + 1] = ROOT_WORD
  laid.tag[size + 1] = ROOT_TAG
  laid.upos[size + 1] = ROOT_WORD
  return laid
}

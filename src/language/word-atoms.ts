import { hashString } from './hash.ts'
import { isAllUpper, normaliseForm, shapeOf, startsUpper } from './word-form.ts'
import { nounCategory, sensesOf } from './word-senses.ts'

/** What is known of words apart from the weights. */
export interface Lexicon {
  /** The class of the tags that a normalised word had in training: a hash, 0 when it was too rare. */
  ambiguity(key: string): number
  /** The only tag of a frequent word that never had another, or -1. */
  certain(key: string): number
  /** Parts of speech and noun categories of words, by `word-senses.ts`. */
  readonly dictionary: ReadonlyMap<string, number>
}

/** All that the feature templates use of a word, each as a hash; worked out once for each form. */
export interface WordAtoms {
  readonly form: string
  readonly key: string
  readonly word: number
  readonly exact: number
  /** Of the form in small letters, as the marks of punctuation see it. */
  readonly lower: number
  /** Of the last 1 to 5 characters. */
  readonly suffixes: readonly [number, number, number, number, number]
  /** Of the first 1 to 4 characters. */
  readonly prefixes: readonly [number, number, number, number]
  readonly shape: number
  readonly capital: number
  readonly allCapitals: number
  /** Bits: digits, hyphen, capital inside, full stop. */
  readonly marks: number
  /** Which tags the word had in training; 0 when it was too rare there. */
  readonly ambiguity: number
  readonly senses: number
  /** The category of the word as a noun by the dictionary. */
  readonly category: number
  /** The tag of a word that needs no decision, else -1. */
  readonly certain: number
}

/** The word before the first. */
export const BEFORE_FIRST: WordAtoms = edge(0x2545f491)
/** The word after the last. */
export const AFTER_LAST: WordAtoms = edge(0x5851f42d)

function edge(seed: number): WordAtoms {
  return {
    form: '',
    key: '',
    word: seed,
    exact: seed,
    lower: seed,
    suffixes: [seed, seed, seed, seed, seed],
    prefixes: [seed, seed, seed, seed],
    shape: seed,
    capital: 0,
    allCapitals: 0,
    marks: 0,
    ambiguity: seed,
    senses: seed,
    category: 0,
    certain: -1,
  }
}

/** Works out a word's atoms. */
export function wordAtoms(form: string, lexicon: Lexicon): WordAtoms {
  const key = normaliseForm(form)
  const suffix = (length: number) => hashString(`${key.slice(-length)}#s${length}`)
  const prefix = (length: number) => hashString(`${key.slice(0, length)}#p${length}`)
  return {
    form,
    key,
    word: hashString(key),
    exact: hashString(`${form}#exact`),
    lower: hashString(form.toLowerCase()),
    suffixes: [suffix(1), suffix(2), suffix(3), suffix(4), suffix(5)],
    prefixes: [prefix(1), prefix(2), prefix(3), prefix(4)],
    shape: hashString(shapeOf(form)),
    capital: startsUpper(form) ? 1 : 0,
    allCapitals: isAllUpper(form) ? 1 : 0,
    marks:
      (/\d/.test(form) ? 1 : 0) |
      (form.includes('-') ? 2 : 0) |
      (/[A-Z]/.test(form.slice(1)) ? 4 : 0) |
      (form.includes('.') ? 8 : 0),
    ambiguity: lexicon.ambiguity(key),
    senses: hashString(`senses${sensesOf(key, lexicon.dictionary)}`),
    category: nounCategory(key, lexicon.dictionary),
    certain: lexicon.certain(key),
  }
}

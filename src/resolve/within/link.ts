import type { Phrase } from './phrase.ts'

/** Which rule joined two mentions. */
export type Sieve =
  | 'same name'
  | 'acronym'
  | 'part of a name'
  | 'short form'
  | 'speaker'
  | 'holder'
  | 'office'
  | 'kind'
  | 'named'
  | 'event'
  | 'same words'
  | 'description'
  | 'person pronoun'
  | 'thing pronoun'
  | 'plural pronoun'
  | 'fronted pronoun'

/** Records that two phrases are one thing. */
export type Join = (phrase: Phrase, antecedent: Phrase, sieve: Sieve, confidence: number) => void

/** A link between phrases; one of them may be a coordination, which is no mention. */
export interface PhraseLink {
  readonly phrase: Phrase
  readonly antecedent: Phrase
  readonly sieve: Sieve
  readonly confidence: number
}

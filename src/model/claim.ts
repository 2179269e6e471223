import type { Mention } from './mention.ts'
import type { Problem } from './problem.ts'
import type { Span } from './span.ts'
import type { Time } from './time.ts'

export type Polarity = 'positive' | 'negative'

/** How a thing is put forward, weakest first. The first that applies is the modality of a claim. */
export const modalities = [
  'denied',
  'conditional',
  'future',
  'opinion',
  'alleged',
  'reported',
  'asserted',
] as const
export type Modality = (typeof modalities)[number]

/** A further argument of a claim: the mention it names, or the words themselves. */
export interface ClaimQualifier extends Span {
  readonly role: string
  readonly mention?: string
  readonly value?: string
}

/**
 * What one rule read at one place of one document. `subject`, `object` and `speakers` are mention ids of
 * the same document. `start` to `end` covers whole sentences, and `quote` is exactly that slice.
 */
export interface Claim extends Span {
  /** Hash of document, spans, rule, relation and polarity. */
  readonly id: string
  readonly quote: string
  readonly subject: string
  readonly object: string
  readonly relation: string
  readonly label: string
  /** Read without a schema relation. */
  readonly open: boolean
  readonly subjectSpan: Span
  readonly relationSpan: Span
  readonly objectSpan: Span
  readonly extractor: string
  readonly rule: string
  readonly confidence: number
  readonly polarity: Polarity
  readonly modality: Modality
  /** Outermost first; empty for the article's own voice. */
  readonly speakers: readonly string[]
  readonly times: readonly Time[]
  readonly qualifiers: readonly ClaimQualifier[]
  /** The argument that its words do not give: what is there is a candidate from the same sentence or the one before. */
  readonly implied?: 'subject'
}

/** Words given as somebody's: the span between the marks, the mention who speaks, the cue ("said"). */
export interface Quotation extends Span {
  readonly speaker?: string
  readonly cue?: Span
  /** Hashes of its content words, ascending: what another text quotes of the same. */
  readonly words?: readonly number[]
}

/** A hashed passage, for finding copies of the same text in other documents. */
export interface PassageSignature extends Span {
  /** Hashes of the sentence's words in overlapping groups, ascending. */
  readonly shingles: readonly number[]
  /** Hashes of its content words by lemma, of the words of its names, and of its numbers, ascending. */
  readonly words: readonly number[]
  readonly names: readonly number[]
  readonly numbers: readonly number[]
}

/** All that later stages need of a document, its text apart: one line of claims.jsonl. */
export interface DocumentClaims {
  /** Hash of all that the claims were made from: text, zones, models, schema, extractors. */
  readonly key?: string
  readonly document: string
  readonly hash: string
  readonly date?: string
  readonly publisher?: string
  readonly title?: string
  readonly mentions: readonly Mention[]
  readonly claims: readonly Claim[]
  /**
   * Claims whose subject is a guess: "Some 14 pilots were questioned" after a sentence about the Harbour Board. By
   * itself none becomes a node or an edge: it is evidence only of a relation that another document states in full.
   */
  readonly implied?: readonly Claim[]
  readonly quotations: readonly Quotation[]
  readonly signatures: readonly PassageSignature[]
  /** Which mentions refer to the same thing within the document; worked out anew where absent. */
  readonly links?: readonly MentionLink[]
  /** What was wrong while the claims were read. */
  readonly problems?: readonly Problem[]
}

/** Two mentions of one document that refer to the same thing. */
export interface MentionLink {
  /** Id of the later one in most cases. */
  readonly mention: string
  readonly antecedent: string
  /** The rule that joined them. */
  readonly sieve: string
  /** 0 to 1. */
  readonly confidence: number
}

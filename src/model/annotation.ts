import type { Span } from './span.ts'
import type { Time } from './time.ts'

/** A word or mark of punctuation, by the conventions of Universal Dependencies. */
export interface Token extends Span {
  readonly lemma: string
  /** Universal part of speech: `NOUN`, `PROPN`, `VERB` ... */
  readonly upos: string
  /** Penn Treebank tag, where the annotator gives one: `VBD`. */
  readonly xpos?: string
  /** Index of the head token in the annotation's list, -1 for a root. Absent without a parser. */
  readonly head?: number
  /** Universal dependency relation to the head. Absent without a parser. */
  readonly deprel?: string
}

/** A sentence: its span, and the range of its tokens in the annotation's list (half-open). */
export interface Sentence extends Span {
  readonly firstToken: number
  readonly endToken: number
}

/** A name found in the text, with its entity type (`Person`, `Organization`, `Place` ...). */
export interface NameSpan extends Span {
  readonly type: string
  /** 0 to 1: how sure the annotator is of span and type. */
  readonly confidence: number
}

/** A date, duration or period found in the text, resolved against the document's date. */
export interface TimeMention extends Span {
  readonly time: Time
}

/** What can be known of a text. Extractors declare which layers they need. */
export type Layer =
  | 'tokens'
  | 'sentences'
  | 'tags'
  | 'lemmas'
  | 'trees'
  | 'names'
  | 'mentions'
  | 'times'
  | 'quotations'

/** What an annotator says of a text. Every span slices the text it was given. */
export interface Annotation {
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly names: readonly NameSpan[]
}

/** The language engine behind the pipeline: a pure function from a text to its annotation. */
export interface Annotator {
  readonly name: string
  /** Changes whenever the output can change; part of every cache key. */
  readonly version: string
  readonly provides: readonly Layer[]
  /** Never throws, whatever the string; takes time linear in its length. */
  annotate(text: string): Annotation
}

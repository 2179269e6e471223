import type { Span } from './span.ts'
import type { Time } from './time.ts'

/** How a mention refers: by name, by description, by pronoun, or as a value (date, quantity, text). */
export type MentionKind = 'named' | 'nominal' | 'pronoun' | 'value'

/** A span that refers to something. `id` is unique within its document and depends only on the span. */
export interface Mention extends Span {
  readonly id: string
  readonly kind: MentionKind
  readonly text: string
  /** Which place of these words in the text of the document this is, from 1; absent for the first. */
  readonly nth?: number
  /** Entity type where it is known: a key of the schema's types. */
  readonly type?: string
  /** The head word of the phrase. */
  readonly head: Span & { readonly text: string; readonly lemma: string }
  readonly number?: 'singular' | 'plural'
  readonly gender?: 'feminine' | 'masculine' | 'neuter'
  /** Grammatical role in its clause: a dependency label such as `nsubj`. */
  readonly role?: string
  /** Index of its sentence in the document, -1 where there is none. */
  readonly sentence: number
  /** Titles that stand before a person's name ("Dame", "Mr"). */
  readonly titles?: readonly string[]
  /** How many of a counted group: "14 officers". */
  readonly count?: number
  /** The short form given in brackets after the name: "(IOPC)". */
  readonly acronym?: string
  /** What a date stands for. */
  readonly time?: Time
  /** Begins with "the", "this" or a possessive: points back to something known. */
  readonly definite?: boolean
  /** What the phrase opens with: "the", "this", a possessor, "a" or another quantity. */
  readonly determiner?: 'definite' | 'demonstrative' | 'possessive' | 'indefinite'
  /** The whole phrase with all that modifies it, where that is more than the mention. */
  readonly extent?: Span
  /** The word that governs the head: where it starts, its lemma, whether a clause hangs on it too. Absent at a root. */
  readonly governor?: { readonly start: number; readonly lemma: string; readonly clause?: boolean }
  /** Where the predicate starts whose subject follows the phrase around this one: "In his list, Ruth named". */
  readonly fronted?: number
  /** Says what something is ("is the first woman") and so refers to nothing of its own. */
  readonly predicative?: boolean
  /** Id of the mention that this one is another name of in place ("X, called Y"; "Y (X)"). */
  readonly sameAs?: string
  /**
   * Id of the mention that this is one more place of and says nothing new: its words in a credit or a pull quote,
   * where nothing is read, or its whole phrase with the office before the name.
   */
  readonly repeats?: string
}

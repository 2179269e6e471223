import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { Layer, Modality, Polarity, Schema, Span, Time } from '../model/index.ts'

/** An argument of a reading: the token that heads it, or a span that is a value in its own words. */
export type ReadingArgument = { readonly token: number } | { readonly value: Span; readonly type: string }

/**
 * What an extractor found, before the pipeline adds who says it and whether it is denied. `predicate` is
 * the token on which the claim hangs.
 */
export interface Reading {
  readonly relation: string
  readonly label?: string
  readonly open?: boolean
  readonly subject: ReadingArgument
  readonly object: ReadingArgument
  readonly predicate: number
  /** Tokens that belong to the words of the relation: no argument of another reading of the same clause. */
  readonly words?: readonly number[]
  readonly relationSpan: Span
  readonly rule: string
  /** The argument that the words do not give: it is a candidate, taken from beside them. */
  readonly implied?: 'subject'
  /** 0 to 1. */
  readonly confidence: number
  /** The polarity that the words of the relation give by themselves. */
  readonly polarity?: Polarity
  /** The sentence takes it for granted, whatever it denies or plans: "has not criticised mayor Ruth Amsel". */
  readonly presupposed?: boolean
  /** What the words around a noun make of the event it names; the clause around may weaken it further. */
  readonly modality?: Modality
  /** Head tokens of who says so, where the pipeline cannot find them from the predicate. */
  readonly speakers?: readonly number[]
  readonly qualifiers?: readonly { readonly role: string; readonly token: number }[]
  readonly times?: readonly Time[]
}

/** What an extractor may use beside the document. */
export interface ExtractionContext {
  readonly schema: Schema
}

/** A component that reads claims from one document. It declares what it needs and what it can give. */
export interface Extractor {
  readonly name: string
  readonly version: string
  /** Layers of annotation that must be there; checked before any text is read. */
  readonly requires: readonly Layer[]
  /** Relation names it can give; `open` stands for relations outside the schema. */
  readonly emits: (schema: Schema) => readonly string[]
  extract(document: AnnotatedDocument, context: ExtractionContext): Iterable<Reading>
}

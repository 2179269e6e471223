import type { Span } from '../../src/model/index.ts'

interface GoldPlace extends Span {
  readonly doc: string
}

/** A gold graph: entities with their mentions, and what is asserted of them. */
export interface GoldGraph {
  readonly documents: readonly { readonly id: string; readonly text: string }[]
  readonly entities: readonly {
    readonly id: string
    readonly name: string
    readonly forms?: readonly string[]
    /** `core`, `context` and so on: what a graph of the document has to have. */
    readonly importance: string
    readonly mentions: readonly (GoldPlace & { readonly kind: 'named' | 'nominal' | 'pronoun' })[]
  }[]
  /** Pairs of entities that must not become one. */
  readonly notMerge?: readonly (readonly [string, string])[]
  readonly assertions: readonly {
    readonly subject: string
    /** Id of an entity, or the words themselves where `literal`. */
    readonly object: string
    readonly literal: boolean
    readonly evidence: readonly GoldPlace[]
  }[]
}

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
    readonly mentions: readonly (GoldPlace & { readonly kind: string })[]
  }[]
  readonly assertions: readonly {
    readonly subject: string
    /** Id of an entity, or the words themselves where `literal`. */
    readonly object: string
    readonly literal: boolean
    readonly evidence: readonly GoldPlace[]
  }[]
}

import type { Given, JsonSchema, KnowledgeGraph, Parameter } from '../query/index.ts'

/** What a request is answered with: JSON, or a text in pieces. */
export type Reply =
  | { readonly status?: number; readonly json: unknown }
  | { readonly status?: number; readonly type: string; readonly pieces: Iterable<string> }

/** What a handler is given: the graph as it is now, the parameters read, and the body of a POST as JSON. */
export interface Asked {
  readonly graph: () => KnowledgeGraph
  readonly given: Given
  readonly body?: unknown
}

/** One address: what it takes, what it gives, and what answers it. The OpenAPI description is made of these. */
export interface Route {
  readonly method: 'get' | 'post'
  readonly path: string
  /** A name for the operation, unique among all. */
  readonly id: string
  readonly says: string
  readonly parameters: readonly Parameter[]
  readonly required: readonly Parameter[]
  /** The JSON Schema of the body of a POST. */
  readonly body?: JsonSchema
  /** The JSON Schema of the answer; a text where there is none. */
  readonly schema?: JsonSchema
  /** Media type of the answer. */
  readonly type: string
  answer(asked: Asked): Reply | Promise<Reply>
}

// The part of oxigraph that is used here. Its own declarations (0.5.11) do not compile: they name a type
// "UInt8Array" and declare functions without "declare". "#oxigraph" in package.json leads here for types, to the package at run time.

export interface Term {
  readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph' | 'Quad'
  readonly value: string
  /** Of a literal. */
  readonly datatype?: { readonly value: string }
  readonly language?: string
  toString(): string
}

export interface Quad {
  readonly subject: Term
  readonly predicate: Term
  readonly object: Term
  readonly graph: Term
  toString(): string
}

export class Store {
  readonly size: number
  load(input: string, options: { format: string; no_transaction?: boolean; lenient?: boolean }): void
  query(query: string, options: { results_format: string }): string
  query(query: string): boolean | Map<string, Term>[] | Quad[]
}

export function parse(input: string, options: { format: string }): Quad[]

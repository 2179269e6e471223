import { parse, Store, type Term } from '#oxigraph'
import type { ExportSettings } from '../export/index.ts'
import { describeGraph, prefixes, quadLines } from '../export/rdf/index.ts'
import type { OpenedGraph } from '../graph/index.ts'
import { SparqlError } from './sparql-error.ts'

/** Quads that are loaded at once: Oxigraph slows down where one load is much larger. */
const chunk = 10_000

/** A term as the SPARQL 1.1 Query Results JSON Format has it. */
export interface SparqlTerm {
  readonly type: 'uri' | 'literal' | 'bnode'
  readonly value: string
  readonly datatype?: string
  readonly 'xml:lang'?: string
}

/** What a query gives back. */
export interface SparqlResult {
  /** `table`: of SELECT; `truth`: of ASK; `statements`: of CONSTRUCT and DESCRIBE, three columns. */
  readonly kind: 'table' | 'truth' | 'statements'
  readonly variables: readonly string[]
  /** A term for each variable that is bound. */
  readonly rows: readonly Readonly<Record<string, SparqlTerm>>[]
  /** Of ASK. */
  readonly truth?: boolean
}

/** A graph that can be asked. */
export type SparqlStore = Store

/** Loads a graph into memory, some 200,000 statements a second. */
export function sparqlStore(source: OpenedGraph, settings: ExportSettings): SparqlStore {
  const store = new Store()
  let lines: string[] = []
  let count = 0
  const load = (): void => {
    store.load(lines.join(''), { format: 'application/n-quads', no_transaction: true })
    lines = []
    count = 0
  }
  for (const description of describeGraph(source, settings, { lean: true })) {
    lines.push(quadLines(description))
    count += description.properties.length + 1
    if (count >= chunk - 1000) load()
  }
  load()
  return store
}

/** The usual prefixes, so that no query needs to declare them; one that does wins. */
const prologue = Object.entries(prefixes)
  .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}> `)
  .join('')

/** The form of a query: the first of these words that stands in no IRI and no comment. */
function formOf(query: string): string | undefined {
  const plain = query
    .replace(/<[^<>\s]*>/g, '')
    .replace(/#[^\n\r]*/g, '')
    .replace(/PREFIX\s+\S*:/gi, '')
  return /\b(select|ask|construct|describe)\b/i.exec(plain)?.[1]?.toLowerCase()
}

function termOf({ termType, value, datatype, language }: Term): SparqlTerm {
  if (termType === 'NamedNode') return { type: 'uri', value }
  if (termType === 'BlankNode') return { type: 'bnode', value }
  return {
    type: 'literal',
    value,
    ...(language ? { 'xml:lang': language } : datatype && { datatype: datatype.value }),
  }
}

/**
 * Answers a query in SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE. The usual prefixes, and `rt` for Redthread's own
 * vocabulary, need no declaration. A graph is only read: there are no updates and no calls of other services.
 * Throws a SparqlError with the place of what is wrong.
 */
export function querySparql(store: SparqlStore, query: string): SparqlResult {
  const whole = `${prologue}\n${query}`
  const form = formOf(query)
  const statements = form === 'construct' || form === 'describe'
  let text: string
  try {
    text = store.query(whole, { results_format: statements ? 'application/n-triples' : 'json' })
  } catch (error) {
    throw SparqlError.from(error, 1)
  }
  if (statements) {
    const rows = parse(text, { format: 'application/n-triples' }).map(({ subject, predicate, object }) => ({
      subject: termOf(subject),
      predicate: termOf(predicate),
      object: termOf(object),
    }))
    return { kind: 'statements', variables: ['subject', 'predicate', 'object'], rows }
  }
  const result = JSON.parse(text) as {
    head: { vars?: string[] }
    boolean?: boolean
    results?: { bindings: Record<string, SparqlTerm>[] }
  }
  if (result.boolean !== undefined) return { kind: 'truth', variables: [], rows: [], truth: result.boolean }
  return { kind: 'table', variables: result.head.vars ?? [], rows: result.results?.bindings ?? [] }
}

import type { OpenedGraph } from '../graph/index.ts'
import { closest } from '../schema/closest.ts'
import {
  type Answer,
  answerOf,
  type EvidenceRow,
  evidenceRow,
  type RelationRow,
  relationRow,
} from './answer.ts'
import { indexOf } from './graph-index.ts'
import { QueryError } from './query-error.ts'
import { compileFilter, type RelationFilter, undatedNotes } from './relation-filter.ts'

export interface EvidenceOptions extends RelationFilter {
  /** Only of the relation with this key. */
  readonly key?: string
  /** Only of this document. */
  readonly document?: string
  readonly limit?: number
}

/** A passage and the relation that was read from it. */
export interface EvidenceItem {
  readonly passage: EvidenceRow
  readonly relation: RelationRow
}

/** Throws a QueryError, with a key that is close, where no relation has this key. */
function checkedKey(source: OpenedGraph, key: string): void {
  const { edgeOf } = indexOf(source.graph)
  if (edgeOf.has(key)) return
  const from = key.split('|')[0]!
  const near = source.graph.hasNode(from) ? closest(key, source.graph.edges(from)) : undefined
  throw new QueryError(
    'name-unknown',
    `There is no relation with the key "${key}".`,
    near === undefined ? 'Take the key of a relation as an answer gives it.' : `Did you mean "${near}"?`,
  )
}

/** Every passage that is evidence of a relation that passes the filter, those of the strongest first. */
export function evidence(source: OpenedGraph, options: EvidenceOptions = {}): Answer<EvidenceItem> {
  const { key, document, limit = Number.POSITIVE_INFINITY, ...filter } = options
  const { edgeOf } = indexOf(source.graph)
  if (key !== undefined) checkedKey(source, key)
  if (document !== undefined && source.documents.size > 0 && !source.documents.has(document)) {
    const near = closest(document, source.documents.keys())
    throw new QueryError(
      'name-unknown',
      `There is no document "${document}".`,
      near === undefined ? 'Take the id of a document as an answer gives it.' : `Did you mean "${near}"?`,
    )
  }
  const compiled = compileFilter(source, filter)
  const one = key === undefined ? undefined : edgeOf.get(key)!
  const edges = one ? [one] : compiled.select().edges
  const items: EvidenceItem[] = []
  let count = 0
  for (const edge of edges) {
    // The passages of a derived relation are those of others.
    if (edge.attributes.derived && !one) continue
    const relation = relationRow(source, edge)
    for (const row of compiled.passing(edge) ?? []) {
      if (document !== undefined && row.document !== document) continue
      count++
      if (items.length < limit) items.push({ passage: evidenceRow(source, row), relation })
    }
  }
  const notes = undatedNotes(compiled.undated)
  if (items.length < count) notes.push(`${items.length} of ${count} passages are shown.`)
  return answerOf({ question: 'evidence', matches: compiled.matches, notes, items })
}

import type { OpenedGraph } from '../graph/index.ts'
import type { Evidence } from '../model/index.ts'
import { type Answer, type EvidenceOption, type RelationRow, relationRow } from './answer.ts'
import type { IndexedEdge } from './graph-index.ts'
import { compileFilter, type RelationFilter, undatedNotes } from './relation-filter.ts'

export interface RelationsOptions extends RelationFilter, EvidenceOption {
  /** At most so many. */
  readonly limit?: number
}

/** Most independent sources first, then the surest, then by key. */
export function byStrength(a: IndexedEdge, b: IndexedEdge): number {
  return (
    b.attributes.origins - a.attributes.origins ||
    b.attributes.confidence - a.attributes.confidence ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  )
}

/** The relations that pass a filter, strongest first, with the rows of evidence that pass it. */
export function relations(source: OpenedGraph, options: RelationsOptions = {}): Answer<RelationRow> {
  const filter = compileFilter(source, options)
  const found: { edge: IndexedEdge; evidence: readonly Evidence[] }[] = []
  for (const edge of filter.candidates) {
    const evidence = filter.passing(edge)
    if (evidence) found.push({ edge, evidence })
  }
  found.sort((a, b) => byStrength(a.edge, b.edge))
  const kept = found.slice(0, options.limit ?? found.length)
  const notes = undatedNotes(filter.undated)
  if (kept.length < found.length) notes.push(`${kept.length} of ${found.length} relations are shown.`)
  const items = kept.map(({ edge, evidence }) =>
    relationRow(source, edge, options.evidence === false ? undefined : [...evidence]),
  )
  return { question: 'relations', matches: filter.matches, notes, items }
}

import type { OpenedGraph } from '../graph/index.ts'
import { type Answer, type EvidenceOption, type RelationRow, relationRow } from './answer.ts'
import { byStrength, type IndexedEdge } from './graph-index.ts'
import { compileFilter, type RelationFilter, undatedNotes } from './relation-filter.ts'

export interface RelationsOptions extends RelationFilter, EvidenceOption {
  /** At most so many. */
  readonly limit?: number
}

/** The relations that pass a filter, strongest first, with the rows of evidence that pass it. */
export function relations(source: OpenedGraph, options: RelationsOptions = {}): Answer<RelationRow> {
  const filter = compileFilter(source, options)
  const found: IndexedEdge[] = []
  const limit = options.limit ?? Number.POSITIVE_INFINITY
  let count = 0
  for (const edge of filter.candidates) {
    if (!filter.passing(edge)) continue
    count++
    found.push(edge)
    // Sorting what nobody will see takes longer than finding it.
    if (found.length >= 4 * limit + 1000) found.sort(byStrength).length = limit
  }
  const kept = found.sort(byStrength).slice(0, limit)
  const notes = undatedNotes(filter.undated)
  if (kept.length < count) notes.push(`${kept.length} of ${count} relations are shown.`)
  const items = kept.map((edge) =>
    relationRow(source, edge, options.evidence === false ? undefined : filter.passing(edge)),
  )
  return { question: 'relations', matches: filter.matches, notes, items }
}

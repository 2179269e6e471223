import type { OpenedGraph } from '../graph/index.ts'
import { type Answer, answerOf, type EvidenceOption, type RelationRow, relationRows } from './answer.ts'
import { compileFilter, type RelationFilter, undatedNotes } from './relation-filter.ts'

export interface RelationsOptions extends RelationFilter, EvidenceOption {
  /** At most so many. */
  readonly limit?: number
}

/** The relations that pass a filter, strongest first, with the rows of evidence that pass it. */
export function relations(source: OpenedGraph, options: RelationsOptions = {}): Answer<RelationRow> {
  const filter = compileFilter(source, options)
  const rows = relationRows(source, options)
  const { edges, count } = filter.select(options.limit)
  const items = edges.map((edge) => rows.row(edge, filter.passing(edge)))
  const notes = [...undatedNotes(filter.undated), ...rows.notes()]
  if (edges.length < count) notes.push(`${edges.length} of ${count} relations are shown.`)
  return answerOf({ question: 'relations', matches: filter.matches, notes, items })
}

import { type OpenedGraph, timeText } from '../graph/index.ts'
import type { Time } from '../model/index.ts'
import {
  type Answer,
  answerOf,
  type EvidenceOption,
  firstOf,
  type RelationRow,
  relationRows,
} from './answer.ts'
import { atTimes, byTime, type DatedEdge, datedEdges } from './dated-edges.ts'
import { columnsOf } from './edge-columns.ts'
import type { IndexedEdge } from './graph-index.ts'
import { matchOne } from './match-name.ts'
import { compileFilter, type RelationFilter } from './relation-filter.ts'

export interface TimelineOptions extends EvidenceOption, Omit<RelationFilter, 'about'> {
  /** Also relations without a time, at the date of the earliest document that tells of them. */
  readonly undated?: boolean
  /** At most so many, the earliest. */
  readonly limit?: number
}

/** A relation at one of its times. */
export interface TimelineEntry {
  /** For the eye: `2020-03`, `2017/..`. */
  readonly when: string
  /** Absent where only the date of a document is known. */
  readonly time?: Time
  /** `told` where `when` is the date of a document and not of what happened. */
  readonly basis: 'time' | 'told'
  readonly relation: RelationRow
}

/** What is told of an entity in the order of time; without a name, of everything. */
export function timeline(
  source: OpenedGraph,
  name: string | undefined,
  options: TimelineOptions = {},
): Answer<TimelineEntry> {
  const { undated: withUndated = false, limit, evidence: _evidence, maxEvidence: _most, ...filter } = options
  const one = name === undefined ? undefined : matchOne(source, name)
  const compiled = compileFilter(source, { ...filter, ...(one && { about: one.key }) })
  const selected = compiled.select().edges
  const entries = one
    ? selected.flatMap((edge) => atTimes(source.graph, edge)).sort(byTime)
    : datedAmong(source, selected)
  let left = compiled.undated.count
  const told: DatedEdge[] = []
  const { times } = columnsOf(source.graph)
  for (const edge of selected) {
    if (times[edge.place] !== 0) continue
    const date = withUndated ? firstDate(source, edge) : undefined
    if (date === undefined) left++
    else told.push({ edge, from: date, to: date })
  }
  const all = told.length > 0 ? [...entries, ...told].sort(byTime) : entries
  const rows = relationRows(source, options)
  const first = firstOf(all, limit, 'entries')
  const items = first.kept.map(({ edge, time, from }): TimelineEntry => {
    const relation = rows.row(edge, compiled.passing(edge))
    return time
      ? { when: timeText(time), time, basis: 'time', relation }
      : { when: from, basis: 'told', relation }
  })
  const notes = [...(one?.notes ?? [])]
  if (left > 0)
    notes.push(
      withUndated
        ? `${left} without a time or a dated document ${left === 1 ? 'is' : 'are'} left out.`
        : `${left} without a time ${left === 1 ? 'is' : 'are'} left out; --undated shows what has a dated document.`,
    )
  const matches = one
    ? [one.match, ...compiled.matches.filter(({ asked }) => asked !== one.key)]
    : compiled.matches
  notes.push(...first.notes, ...rows.notes())
  return answerOf({ question: 'timeline', matches, notes, items })
}

/** The times of these edges in order, out of the list of all. */
function datedAmong({ graph }: OpenedGraph, edges: readonly IndexedEdge[]): readonly DatedEdge[] {
  const all = datedEdges(graph)
  if (edges.length === graph.size) return all
  const selected = new Uint8Array(graph.size)
  for (const { place } of edges) selected[place] = 1
  return all.filter(({ edge }) => selected[edge.place] === 1)
}

/** The date of the first document that tells of a relation. */
function firstDate({ documents }: OpenedGraph, { attributes }: IndexedEdge): string | undefined {
  return attributes.evidence.flatMap((row) => documents.get(row.document)?.date ?? []).sort()[0]
}

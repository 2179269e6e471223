import { type OpenedGraph, timeText } from '../graph/index.ts'
import { type Evidence, type Time, timeRange } from '../model/index.ts'
import {
  type Answer,
  answerOf,
  type EvidenceOption,
  firstOf,
  type RelationRow,
  relationRows,
} from './answer.ts'
import type { IndexedEdge } from './graph-index.ts'
import { matchOne } from './match-name.ts'
import { compileFilter, type RelationFilter, timesOf } from './relation-filter.ts'

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
  const entries: DatedEdge[] = []
  let left = 0
  for (const edge of compiled.select().edges) {
    const evidence = compiled.passing(edge)
    if (!evidence) continue
    const times = timesOf(source, edge)
    for (const time of times) {
      const { from, to } = timeRange(time)
      const at = time.kind === 'before' ? to : from
      entries.push({ edge, evidence, when: timeText(time), time, from: at, to })
    }
    if (times.length > 0) continue
    const dates = edge.attributes.evidence.flatMap((row) => source.documents.get(row.document)?.date ?? [])
    const first = dates.sort()[0]
    if (withUndated && first !== undefined)
      entries.push({ edge, evidence, when: first, from: first, to: first })
    else left++
  }
  left += compiled.undated.count
  entries.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.edge.key, b.edge.key))
  const rows = relationRows(source, options)
  const first = firstOf(entries, limit, 'entries')
  const items = first.kept.map(({ edge, evidence, when, time }): TimelineEntry => {
    const relation = rows.row(edge, evidence)
    return time ? { when, time, basis: 'time', relation } : { when, basis: 'told', relation }
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

/** A relation at one of its times, or at the date of a document where it has no time. */
interface DatedEdge {
  readonly edge: IndexedEdge
  readonly evidence: readonly Evidence[]
  readonly when: string
  readonly time?: Time
  readonly from: string
  readonly to: string
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

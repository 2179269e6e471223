import type { OpenedGraph } from '../graph/index.ts'
import { timeText } from '../graph/time-text.ts'
import type { Time } from '../model/index.ts'
import { type Answer, answerOf, type EvidenceOption, type RelationRow, relationRows } from './answer.ts'
import {
  atTimes,
  byTime,
  type DatedEdge,
  type DatedOrder,
  datedOrder,
  firstDate,
  toldOrder,
} from './dated-edges.ts'
import { columnsOf } from './edge-columns.ts'
import { indexOf } from './graph-index.ts'
import { matchOne } from './match-name.ts'
import { type CompiledFilter, compileFilter, type RelationFilter } from './relation-filter.ts'

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
  const found = one ? told(source, compiled, withUndated) : toldOfAll(source, compiled, withUndated, limit)
  const left = compiled.undated.count + found.left
  const rows = relationRows(source, options)
  const items = found.entries.slice(0, limit).map(({ edge, time, from }): TimelineEntry => {
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
  if (found.count > items.length) notes.push(`${items.length} of ${found.count} entries are shown.`)
  notes.push(...rows.notes())
  return answerOf({ question: 'timeline', matches, notes, items })
}

/** What a timeline shows. */
interface Told {
  /** In their order; at least as many as are asked for. */
  readonly entries: readonly DatedEdge[]
  readonly count: number
  /** Relations that pass but have no time to stand at. */
  readonly left: number
}

/** The times of a few edges, which are looked at one by one. */
function told({ graph, documents }: OpenedGraph, compiled: CompiledFilter, withUndated: boolean): Told {
  const { times } = columnsOf(graph)
  const entries: DatedEdge[] = []
  let left = 0
  for (const edge of compiled.select().edges) {
    if (times[edge.place] !== 0) entries.push(...atTimes(graph, edge))
    else {
      const date = withUndated ? firstDate(documents, edge) : undefined
      if (date === undefined) left++
      else entries.push({ edge, from: date, to: date })
    }
  }
  return { entries: entries.sort(byTime), count: entries.length, left }
}

/** The times of the edges that pass out of those of all, which are in order already. */
function toldOfAll(
  source: OpenedGraph,
  compiled: CompiledFilter,
  withUndated: boolean,
  limit = Number.POSITIVE_INFINITY,
): Told {
  const { graph } = source
  const { edges } = indexOf(graph)
  const { times } = columnsOf(graph)
  const passing = compiled.marks()
  let left = 0
  for (let place = 0; place < edges.length; place++) left += passing[place]! & Number(times[place] === 0)
  const firstRows = ({ places }: DatedOrder): { rows: number[]; count: number } => {
    const rows: number[] = []
    let count = 0
    for (let row = 0; row < places.length; row++)
      if (passing[places[row]!] === 1 && ++count <= limit) rows.push(row)
    return { rows, count }
  }
  const dated = datedOrder(graph)
  const first = firstRows(dated)
  const entries = first.rows.map((row) => atTimes(graph, edges[dated.places[row]!]!)[dated.which[row]!]!)
  if (!withUndated) return { entries, count: first.count, left }
  const undated = toldOrder(source)
  const second = firstRows(undated)
  for (const row of second.rows) {
    const edge = edges[undated.places[row]!]!
    const date = firstDate(source.documents, edge)!
    entries.push({ edge, from: date, to: date })
  }
  return { entries: entries.sort(byTime), count: first.count + second.count, left: left - second.count }
}

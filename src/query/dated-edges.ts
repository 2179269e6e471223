import type { RedthreadGraph } from '../graph/index.ts'
import { type Time, timeRange } from '../model/index.ts'
import { type IndexedEdge, madeOnce } from './graph-index.ts'
import { timesOf } from './relation-filter.ts'

/** A relation at one of its times, or at the date of a document where it has no time. */
export interface DatedEdge {
  readonly edge: IndexedEdge
  readonly time?: Time
  /** By which it is sorted: the begin of the time, or its end where only that is known. */
  readonly from: string
  readonly to: string
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Earliest first, then by key. */
export const byTime = (a: DatedEdge, b: DatedEdge): number =>
  compare(a.from, b.from) || compare(a.to, b.to) || compare(a.edge.key, b.edge.key)

/** An edge at each of its times. */
export function atTimes(graph: RedthreadGraph, edge: IndexedEdge): DatedEdge[] {
  return timesOf({ graph }, edge).map((time) => {
    const { from, to } = timeRange(time)
    return { edge, time, from: time.kind === 'before' ? to : from, to }
  })
}

/** Every edge that has a time, at each of its times, in their order. Made once per graph. */
export const datedEdges: (graph: RedthreadGraph) => readonly DatedEdge[] = madeOnce((graph, { edges }) =>
  edges.flatMap((edge) => atTimes(graph, edge)).sort(byTime),
)

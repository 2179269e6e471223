import type { OpenedGraph, RedthreadGraph } from '../graph/index.ts'
import { type Time, timeRange } from '../model/index.ts'
import { columnsOf } from './edge-columns.ts'
import { type GraphIndex, type IndexedEdge, indexOf, madeOnce } from './graph-index.ts'
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

type Range = Pick<DatedEdge, 'from' | 'to'>

const byRange = (a: Range, b: Range): number => compare(a.from, b.from) || compare(a.to, b.to)

/** Earliest first, then by key. */
export const byTime = (a: DatedEdge, b: DatedEdge): number => byRange(a, b) || compare(a.edge.key, b.edge.key)

function sortedBy(time: Time): Range {
  const { from, to } = timeRange(time)
  return { from: time.kind === 'before' ? to : from, to }
}

/** An edge at each of its times. */
export function atTimes(graph: RedthreadGraph, edge: IndexedEdge): DatedEdge[] {
  return timesOf({ graph }, edge).map((time) => ({ edge, time, ...sortedBy(time) }))
}

/** Edges at times, in their order: the place of each edge, and which of its times it is. */
export interface DatedOrder {
  readonly places: Int32Array
  readonly which: Int32Array
}

/** Every edge that has a time, at each of its times. Made once per graph. */
export const datedOrder: (graph: RedthreadGraph) => DatedOrder = madeOnce((graph, { edges, byKey }) => {
  const places: number[] = []
  const which: number[] = []
  const ranges: Range[] = []
  for (const place of byKey)
    for (const [n, time] of timesOf({ graph }, edges[place]!).entries()) {
      places.push(place)
      which.push(n)
      ranges.push(sortedBy(time))
    }
  const order = orderOf(ranges)
  return { places: order.map((n) => places[n]!), which: order.map((n) => which[n]!) }
})

const toldOrders = new WeakMap<OpenedGraph['documents'], { readonly index: GraphIndex; order: DatedOrder }>()

/**
 * Every edge that has no time, at the date of the first document that tells of it; those without a dated document
 * are not in it. Made once for a graph and its documents.
 */
export function toldOrder({ graph, documents }: OpenedGraph): DatedOrder {
  const index = indexOf(graph)
  const known = toldOrders.get(documents)
  if (known?.index === index) return known.order
  const { edges, byKey } = index
  const { times } = columnsOf(graph)
  const places: number[] = []
  const ranges: Range[] = []
  for (const place of byKey) {
    if (times[place] !== 0) continue
    const date = firstDate(documents, edges[place]!)
    if (date === undefined) continue
    places.push(place)
    ranges.push({ from: date, to: date })
  }
  const order = { places: orderOf(ranges).map((n) => places[n]!), which: new Int32Array(places.length) }
  toldOrders.set(documents, { index, order })
  return order
}

/** The date of the first document that tells of a relation. */
export function firstDate(
  documents: OpenedGraph['documents'],
  { attributes }: IndexedEdge,
): string | undefined {
  let first: string | undefined
  for (const { document } of attributes.evidence) {
    const date = documents.get(document)?.date
    if (date !== undefined && (first === undefined || date < first)) first = date
  }
  return first
}

/**
 * The numbers of ranges in the order of the ranges, and as they came where they are the same. There are far fewer
 * dates than edges: each is compared once, and the numbers are counted into their places.
 */
function orderOf(ranges: readonly Range[]): Int32Array {
  const groups = new Map<string, { readonly range: Range; number: number }>()
  const ofRange = Array.from(ranges, (range) => {
    const name = `${range.from} ${range.to}`
    let group = groups.get(name)
    if (!group) {
      group = { range, number: 0 }
      groups.set(name, group)
    }
    return group
  })
  const sorted = [...groups.values()].sort((a, b) => byRange(a.range, b.range))
  for (const [number, group] of sorted.entries()) group.number = number
  const next = new Int32Array(sorted.length + 1)
  for (const { number } of ofRange) next[number + 1]!++
  for (let number = 0; number < sorted.length; number++) next[number + 1]! += next[number]!
  const order = new Int32Array(ranges.length)
  for (const [n, { number }] of ofRange.entries()) order[next[number]!++] = n
  return order
}

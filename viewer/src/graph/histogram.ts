import type { GraphIndex } from './index-graph.ts'
import type { RowTimes, TimeFilter } from './row-times.ts'
import { dayOf, isoOf } from './row-times.ts'

export type BinUnit = 'day' | 'month' | 'year' | 'decade'

/** Equal steps of time. What lies outside of them counts in the first or the last. */
export interface Bins {
  readonly unit: BinUnit
  /** First day of each bin, and the day after the last. */
  readonly starts: readonly number[]
}

/** How many relations lie in each bin. */
export interface Histogram extends Bins {
  readonly all: Uint32Array
  /** Relations of no known time. */
  readonly undated: number
}

const mostBins: Record<Exclude<BinUnit, 'decade'>, number> = { day: 62, month: 84, year: 120 }

/**
 * Bins for the days of a graph. One old date among many new ones must not make every bin a decade, so where
 * it helps the outer two percent on each side share the first and the last bin.
 */
export function makeBins(days: Float64Array): Bins | undefined {
  const known = days.filter(Number.isFinite).sort()
  if (known.length === 0) return undefined
  const at = (share: number): number => known[Math.round(share * (known.length - 1))]!
  const [whole, core] = [cut(at(0), at(1)), cut(at(0.02), at(0.98))]
  return whole.unit === core.unit ? whole : core
}

/** The bins from one day to another, in the finest unit that gives few enough. */
function cut(first: number, last: number): Bins {
  const steps = (unit: BinUnit): number[] => {
    const starts = [startOf(first, unit)]
    while (starts.at(-1)! <= last) starts.push(next(starts.at(-1)!, unit))
    return starts
  }
  const length = last - first
  if (length < mostBins.day) return { unit: 'day', starts: steps('day') }
  if (length < mostBins.month * 30) return { unit: 'month', starts: steps('month') }
  return length < mostBins.year * 365
    ? { unit: 'year', starts: steps('year') }
    : { unit: 'decade', starts: steps('decade') }
}

function startOf(day: number, unit: BinUnit): number {
  if (unit === 'day') return day
  const iso = isoOf(day)
  const [year = ''] = /^-?\d+/.exec(iso) ?? []
  if (unit === 'month') return dayOf(iso.slice(0, year.length + 3))
  return dayOf(unit === 'year' ? year : `${year.slice(0, -1)}0`)
}

function next(day: number, unit: BinUnit): number {
  if (unit === 'day') return day + 1
  const date = new Date(0)
  date.setTime(day * 86_400_000)
  if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + 1)
  else date.setUTCFullYear(date.getUTCFullYear() + (unit === 'year' ? 1 : 10))
  return Math.round(date.getTime() / 86_400_000)
}

/** The bin of a day: the first for all earlier days, the last for all later ones. */
export function binOf({ starts }: Bins, day: number): number {
  let bin = 0
  while (bin < starts.length - 2 && day >= starts[bin + 1]!) bin++
  return bin
}

/** Counts relations by bin, each once in every bin that its time touches; an open time at its known end. */
export function countBins(bins: Bins, index: GraphIndex, rows: Uint32Array, times: RowTimes): Histogram {
  const all = new Uint32Array(bins.starts.length - 1)
  let undated = 0
  const counted = new Int32Array(all.length).fill(-1)
  for (let edge = 0; edge < index.edges.length; edge++) {
    let dated = false
    for (let row = rows[edge]!; row < rows[edge + 1]!; row++)
      dated =
        eachBin(bins, times, row, (bin) => {
          if (counted[bin] === edge) return
          counted[bin] = edge
          all[bin]!++
        }) || dated
    if (!dated) undated++
  }
  return { ...bins, all, undated }
}

/** Counts only the relations that pass. */
export function countPassing(
  histogram: Histogram,
  passingEdges: Uint8Array,
  rows: Uint32Array,
  times: RowTimes,
): Uint32Array {
  const shown = new Uint32Array(histogram.all.length)
  const counted = new Int32Array(shown.length).fill(-1)
  for (let edge = 0; edge < passingEdges.length; edge++) {
    if (passingEdges[edge] === 0) continue
    for (let row = rows[edge]!; row < rows[edge + 1]!; row++)
      eachBin(histogram, times, row, (bin) => {
        if (counted[bin] === edge) return
        counted[bin] = edge
        shown[bin]!++
      })
  }
  return shown
}

function eachBin(bins: Bins, times: RowTimes, row: number, visit: (bin: number) => void): boolean {
  const [first, last] = [times.first[row]!, times.last[row]!]
  if (Number.isNaN(first)) return false
  const from = binOf(bins, Number.isFinite(first) ? first : last)
  const to = binOf(bins, Number.isFinite(last) ? last : first)
  for (let bin = from; bin <= to; bin++) visit(bin)
  return true
}

/** The first and the last bin that a filter takes in. */
export function rangeOf(bins: Bins, { from, to }: TimeFilter): [number, number] {
  return [
    from === undefined ? 0 : binOf(bins, from),
    to === undefined ? bins.starts.length - 2 : binOf(bins, to),
  ]
}

/** A filter for the bins from one to another; open to a side where it reaches the end. */
export function filterOf(bins: Bins, filter: TimeFilter, first: number, last: number): TimeFilter {
  const { basis, undated } = filter
  return {
    basis,
    undated,
    ...(first === 0 ? {} : { from: bins.starts[first]! }),
    ...(last === bins.starts.length - 2 ? {} : { to: bins.starts[last + 1]! - 1 }),
  }
}

import type { Time } from '../../../src/model/time.ts'
import type { GraphIndex } from './index-graph.ts'

/** What the timeline goes by: when a thing is said to be, or when its article was published. */
export type TimeBasis = 'event' | 'published'

/** A part of the timeline. Days are whole numbers, see `dayOf`; both ends belong to it. */
export interface TimeFilter {
  readonly basis: TimeBasis
  readonly from?: number
  readonly to?: number
  /** Whether relations of no known time pass. */
  readonly undated: boolean
}

/** First and last day of every row of evidence; NaN where none is known, infinite where one side is open. */
export interface RowTimes {
  readonly first: Float64Array
  readonly last: Float64Array
}

const dayLength = 86_400_000

/** The number of days from 1970-01-01 to the first day of an ISO date, or to its last with `end`; NaN for none. */
export function dayOf(date: string | undefined, end = false): number {
  const [, year, month, day] = /^(-?\d{4,6})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '') ?? []
  if (year === undefined) return Number.NaN
  const instant = new Date(0)
  const monthIndex = month === undefined ? 0 : Number(month) - 1
  if (day !== undefined) instant.setUTCFullYear(Number(year), monthIndex, Number(day))
  else if (!end) instant.setUTCFullYear(Number(year), monthIndex, 1)
  else if (month === undefined) instant.setUTCFullYear(Number(year), 11, 31)
  else instant.setUTCFullYear(Number(year), monthIndex + 1, 0)
  return Math.round(instant.getTime() / dayLength)
}

/** The ISO date of a day. */
export function isoOf(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, -'T00:00:00.000Z'.length)
}

/** The span of days in which a time lies. */
export function spanOf(time: Time): [number, number] {
  const first = dayOf(time.start)
  const last = dayOf(time.end, true)
  if (time.kind === 'before')
    return [Number.NEGATIVE_INFINITY, Number.isNaN(last) ? dayOf(time.start, true) : last]
  if (time.kind === 'after') return [Number.isNaN(first) ? dayOf(time.end) : first, Number.POSITIVE_INFINITY]
  if (Number.isNaN(first) && Number.isNaN(last)) return [Number.NaN, Number.NaN]
  if (Number.isNaN(first)) return [time.kind === 'span' ? Number.NEGATIVE_INFINITY : dayOf(time.end), last]
  if (Number.isNaN(last))
    return [first, time.kind === 'span' ? Number.POSITIVE_INFINITY : dayOf(time.start, true)]
  return [first, last]
}

/** The times of all rows of evidence, in the order of the edges. */
export function readRowTimes(index: GraphIndex, basis: TimeBasis): RowTimes {
  const rows = index.edges.flatMap((edge) => edge.evidence)
  const first = new Float64Array(rows.length).fill(Number.NaN)
  const last = new Float64Array(rows.length).fill(Number.NaN)
  rows.forEach((row, number) => {
    if (basis === 'published') {
      const { date } = index.documents.get(row.document) ?? {}
      first[number] = dayOf(date)
      last[number] = dayOf(date, true)
      return
    }
    for (const [from, to] of row.times.map(spanOf)) {
      if (Number.isNaN(from) || Number.isNaN(to)) continue
      if (!(first[number]! <= from)) first[number] = from
      if (!(last[number]! >= to)) last[number] = to
    }
  })
  return { first, last }
}

/** 1 for each row that passes. */
export function passingRows({ first, last }: RowTimes, filter: TimeFilter): Uint8Array {
  const from = filter.from ?? Number.NEGATIVE_INFINITY
  const to = filter.to ?? Number.POSITIVE_INFINITY
  return Uint8Array.from(first, (start, row) =>
    Number.isNaN(start) ? Number(filter.undated) : Number(start <= to && last[row]! >= from),
  )
}

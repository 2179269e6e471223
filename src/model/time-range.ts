import type { Time } from './time.ts'

/** From and to, both inclusive, in a form that compares as text; an open side is empty or `~`. */
export interface TimeRange {
  readonly from: string
  readonly to: string
}

// `2020-03` covers all that begins with it: as a lower bound it is less than each, and with `~`, which comes
// after every digit and hyphen, it is greater than each.
const upper = (iso: string): string => `${iso}~`

/** The range that an ISO date cut to any length covers. */
export const rangeOf = (iso: string): TimeRange => ({ from: iso, to: upper(iso) })

/** The range within which a time lies or holds. */
export function timeRange({ kind, start, end }: Time): TimeRange {
  if (kind === 'before') return { from: '', to: end ?? start ?? '~' }
  if (kind === 'after') return { from: start ?? end ?? '', to: '~' }
  const last = end ?? (kind === 'at' ? start : undefined)
  return { from: start ?? '', to: last === undefined ? '~' : upper(last) }
}

/** Whether two ranges share a moment. */
export const overlap = (a: TimeRange, b: TimeRange): boolean => a.from <= b.to && b.from <= a.to

/** Whether some of the times meet; `undefined` where one side has none. */
export function timesMeet(a: readonly Time[], b: readonly Time[]): boolean | undefined {
  if (a.length === 0 || b.length === 0) return undefined
  return a.some((x) => b.some((y) => overlap(timeRange(x), timeRange(y))))
}

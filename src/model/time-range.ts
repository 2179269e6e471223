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

const isoStart = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|~|T)/

function dayNumber(bound: string): number | undefined {
  if (bound === '') return 0
  if (bound === '~') return 99_999_999
  const parts = isoStart.exec(bound)
  if (!parts) return undefined
  // What is not said is 00, before every day, and 99 with the mark of an upper bound, after every day.
  const rest = bound.endsWith('~') ? '99' : '00'
  return Number(`${parts[1]}${parts[2] ?? rest}${parts[3] ?? rest}`)
}

/**
 * A range as numbers of the form 20200315, which compare as its text does with any range that ends at a day,
 * a month or a year. Undefined where it is not written in days of four-digit years.
 */
export function rangeNumbers({ from, to }: TimeRange): { from: number; to: number } | undefined {
  const first = dayNumber(from)
  const last = dayNumber(to)
  return first === undefined || last === undefined ? undefined : { from: first, to: last }
}

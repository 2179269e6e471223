import type { TimeRange } from '../model/index.ts'

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

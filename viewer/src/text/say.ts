import type { Modality } from '../../../src/model/claim.ts'
import type { Time } from '../../../src/model/time.ts'

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** An ISO 8601 date in words, as fine as it is known: "10 February 2022", "March 2020", "2017". */
export function sayDate(date: string): string {
  const [, year = '', month, day] = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(date) ?? []
  if (year === '') return date
  const name = month === undefined ? undefined : months[Number(month) - 1]
  if (name === undefined) return date
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** A time in words: "in March 2020", "since 2017", "before 10 February 2022". */
export function sayTime({ kind, start, end, text }: Time): string {
  const from = start === undefined ? undefined : sayDate(start)
  const to = end === undefined ? undefined : sayDate(end)
  if (kind === 'before') return `before ${to ?? from ?? text}`
  if (kind === 'after') return `after ${from ?? to ?? text}`
  if (from === undefined) return to === undefined ? text : `until ${to}`
  if (kind === 'span') return to === undefined ? `since ${from}` : `from ${from} to ${to}`
  if (to === undefined || to === from) return from
  return `between ${from} and ${to}`
}

/** A whole number with thin groups of three: "12,345". */
export function sayNumber(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A number with its noun: "1 relation", "12 relations". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${sayNumber(number)} ${number === 1 ? one : many}`
}

const meanings: Record<Modality, string> = {
  asserted: 'stated as a fact',
  reported: 'reported from somebody',
  alleged: 'alleged, not established',
  opinion: 'an opinion or judgement',
  future: 'expected or planned',
  conditional: 'only under a condition',
  denied: 'denied',
}

/** What a modality means to a reader. */
export function sayModality(modality: Modality): string {
  return meanings[modality] ?? modality
}

import type { Modality } from '../../../src/model/claim.ts'
import type { Time } from '../../../src/model/time.ts'
import { t } from './language.ts'

/** An ISO 8601 date in words, as fine as it is known: "10 February 2022", "March 2020", "2017". */
export function sayDate(date: string): string {
  const [, year = '', month, day] = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(date) ?? []
  if (year === '') return date
  const name = month === undefined ? undefined : t().months[Number(month) - 1]
  if (name === undefined) return date
  return day === undefined ? t().monthYear(name, year) : t().dayMonthYear(Number(day), name, year)
}

/** A time in words: "in March 2020", "since 2017", "before 10 February 2022". */
export function sayTime({ kind, start, end, text }: Time): string {
  const from = start === undefined ? undefined : sayDate(start)
  const to = end === undefined ? undefined : sayDate(end)
  if (kind === 'before') return t().timeBefore(to ?? from ?? text)
  if (kind === 'after') return t().timeAfter(from ?? to ?? text)
  if (from === undefined) return to === undefined ? text : t().timeUntil(to)
  if (kind === 'span') return to === undefined ? t().timeSince(from) : t().timeFromTo(from, to)
  if (to === undefined || to === from) return from
  return t().timeBetween(from, to)
}

/** A modality in one word. */
export function sayModality(modality: Modality): string {
  return t().modality[modality] ?? modality
}

/** What a modality means to a reader. */
export function explainModality(modality: Modality): string {
  return t().modalityMeaning[modality] ?? modality
}

/** "3 articles, 1 origin": how often a thing was written, and by how many who did not copy each other. */
export function saySources(documents: number, origins: number): string {
  const articles = t().articles(documents)
  return origins === documents ? articles : `${articles}, ${t().origins(origins)}`
}

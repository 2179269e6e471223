const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthName = '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?'
const year = '(?<year>(?:1[6-9]|20)\\d\\d)'

/** Written forms of a full date, each with a year; numbers alone are read only with the year first. */
const forms: readonly RegExp[] = [
  new RegExp(`^${year}[-/.](?<number>[01]?\\d)[-/.](?<day>[0-3]?\\d)(?!\\d)`, 'i'),
  new RegExp(`^${year}(?<number>[01]\\d)(?<day>[0-3]\\d)(?!\\d)`, 'i'),
  new RegExp(`^${day}(?:\\s+of)?[\\s-]+${monthName},?[\\s-]+${year}(?!\\d)`, 'i'),
  new RegExp(`^${monthName}\\s+${day},?\\s+${year}(?!\\d)`, 'i'),
]

/** A full date read at the start of some words, and how many characters it took. */
export interface FoundDate {
  /** ISO 8601, `2022-02-10`. */
  readonly date: string
  readonly length: number
}

/** The full date (day, month and year) that a string begins with, if it begins with one that exists. */
export function dateAtStart(words: string): FoundDate | undefined {
  for (const form of forms) {
    const groups = form.exec(words)
    if (!groups?.groups) continue
    const { year, month, number, day } = groups.groups
    const monthNumber = month ? months.indexOf(month.slice(0, 3).toLowerCase()) + 1 : Number(number)
    const date = existing(Number(year), monthNumber, Number(day))
    if (date) return { date, length: groups[0].length }
  }
  return undefined
}

/**
 * The date of a metadata value as ISO 8601, cut to what it states: a year, a month, or a day. The hour is left out;
 * the day is the one written, whatever the zone. Undefined for what is not a date.
 */
export function isoDate(value: string): string | undefined {
  const words = value.trim().replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '')
  const found = dateAtStart(words)
  if (found) return found.date
  const month = /^((?:1[6-9]|20)\d\d)-(0[1-9]|1[0-2])$/.exec(words)
  if (month) return month[0]
  return /^(?:1[6-9]|20)\d\d$/.test(words) ? words : undefined
}

function existing(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (month < 1 || month > 12 || day < 1 || date.getUTCMonth() !== month - 1) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

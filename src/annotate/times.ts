import * as chrono from 'chrono-node'
import type { Granularity, Span, Time, TimeMention } from '../model/index.ts'

type Components = chrono.ParsedComponents

const pad = (value: number | null): string => String(value).padStart(2, '0')

/** An ISO date of a day that is `days` after the given one. */
function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Monday of the week of a day (ISO 8601 weeks). */
const monday = (day: string): string => shiftDay(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

interface Period {
  readonly start: string
  readonly end: string
  readonly granularity: Granularity
}

/** The period that components stand for, as fine as they were said and no finer. */
function periodOf(c: Components): Period | undefined {
  const year = c.get('year')
  if (year === null) return undefined
  if (c.isCertain('day') || c.isCertain('weekday')) {
    const day = `${year}-${pad(c.get('month'))}-${pad(c.get('day'))}`
    if (!c.isCertain('hour')) return { start: day, end: day, granularity: 'day' }
    const minute = c.isCertain('minute') && c.get('minute') !== 0
    const time = `${day}T${pad(c.get('hour'))}${minute ? `:${pad(c.get('minute'))}` : ''}`
    return { start: time, end: time, granularity: minute ? 'minute' : 'hour' }
  }
  if (c.isCertain('month')) {
    const month = `${year}-${pad(c.get('month'))}`
    return { start: month, end: month, granularity: 'month' }
  }
  return undefined
}

/** "last week", "this month", "last year": the whole calendar period, not a day of it. */
function calendarPeriod(words: string, reference: string): Period | undefined {
  const match = /\b(last|this|next|past|previous)\s+(week|month|year)\b/i.exec(words)
  if (!match) return undefined
  const step = /this/i.test(match[1]!) ? 0 : /next/i.test(match[1]!) ? 1 : -1
  const unit = match[2]!.toLowerCase()
  if (unit === 'week') {
    const start = shiftDay(monday(reference), 7 * step)
    return { start, end: shiftDay(start, 6), granularity: 'week' }
  }
  const year = Number(reference.slice(0, 4))
  if (unit === 'year') return { start: String(year + step), end: String(year + step), granularity: 'year' }
  const months = year * 12 + Number(reference.slice(5, 7)) - 1 + step
  const month = `${Math.floor(months / 12)}-${pad((months % 12) + 1)}`
  return { start: month, end: month, granularity: 'month' }
}

/** What stands before a number that is a year and not a count. */
const beforeYear =
  /(?:\b(?:in|since|from|to|until|till|by|before|after|and|of|during|between|early|late|mid|around|circa|year|spring|summer|autumn|fall|winter|the)\s+|[(,–-]\s*|^\s*)$/i
/** Written small these are ordinary words: "may", "march", "sun", "sat". */
const smallCalendarWord =
  /\b(?:jan|feb|mar|march|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\b/
const yearInside = /\b(1[5-9]\d\d|20\d\d)\b/
const decadePattern = /\b(1[5-9]\d0|20\d0)s\b/g
const yearPattern = /\b(1[5-9]\d\d|20\d\d)\b(?![-\d,.]*\d)/g

interface Found extends Span {
  readonly period: Period
}

/** Dates by chrono-node, calendar periods and bare years; without a reference only what names its year. */
function findPeriods(text: string, offset: number, reference: string | undefined): Found[] {
  const found: Found[] = []
  // A fixed instant stands in where the document has no date: what would depend on it is dropped.
  const instant = new Date(`${reference ?? '2000-01-01'}T12:00:00Z`)
  for (const result of chrono.en.GB.parse(text, { instant, timezone: 0 })) {
    if (smallCalendarWord.test(result.text)) continue
    // "8 September 1841 – 1 May 1904" is two dates.
    const dash = result.end ? /\s*[–—-]\s*/.exec(result.text) : null
    if (dash) {
      for (const [part, at] of [
        [result.text.slice(0, dash.index), 0],
        [result.text.slice(dash.index + dash[0].length), dash.index + dash[0].length],
      ] as const)
        found.push(...findPeriods(part, offset + result.index + at, reference))
      continue
    }
    if (reference === undefined && !yearInside.test(result.text)) continue
    const first = (reference && calendarPeriod(result.text, reference)) || periodOf(result.start)
    if (!first) continue
    // "May to June 2030" is all of both.
    const last = result.end ? periodOf(result.end) : undefined
    const period = last ? { ...first, end: last.end } : first
    const lead = /^(?:on|at|in|from|since|until|by)\s+/i.exec(result.text)?.[0].length ?? 0
    const start = offset + result.index + lead
    found.push({ start, end: offset + result.index + result.text.replace(/[\s.,]+$/, '').length, period })
  }
  for (const match of text.matchAll(decadePattern)) {
    const start = offset + match.index
    const period: Period = { start: match[1]!, end: `${match[1]!.slice(0, 3)}9`, granularity: 'year' }
    found.push({ start, end: start + match[0].length, period })
  }
  for (const match of text.matchAll(yearPattern)) {
    const start = offset + match.index
    if (!beforeYear.test(text.slice(Math.max(0, match.index - 16), match.index))) continue
    if (found.some((f) => start < f.end && start + 4 > f.start)) continue
    found.push({ start, end: start + 4, period: { start: match[0], end: match[0], granularity: 'year' } })
  }
  return found.sort((a, b) => a.start - b.start)
}

const kindBefore = (words: string): Time['kind'] | 'until' => {
  if (/\bsince\s+(?:\w+\s+)?$/i.test(words)) return 'span'
  if (/\b(?:until|till|up to)\s+(?:the\s+)?$/i.test(words)) return 'until'
  if (/\b(?:before|by)\s+(?:the\s+)?$/i.test(words)) return 'before'
  if (/\bafter\s+(?:the\s+)?$/i.test(words)) return 'after'
  return 'at'
}

/**
 * The dates and periods of a stretch of text that begins at `offset` of its document. `reference` is the
 * document's date (ISO 8601); without it relative dates are left unread.
 */
export function findTimes(text: string, offset: number, reference: string | undefined): TimeMention[] {
  const day = reference && /^\d{4}-\d\d-\d\d/.test(reference) ? reference.slice(0, 10) : undefined
  const periods = findPeriods(text, offset, day)
  const times: TimeMention[] = []
  for (let i = 0; i < periods.length; i++) {
    const { start, end, period } = periods[i]!
    const before = text.slice(0, start - offset)
    const next = periods[i + 1]
    const joint = next && /^\s+(and|to|until|till)\s+$/.exec(text.slice(end - offset, next.start - offset))
    const opener = /\b(between|from)\s+$/i.exec(before)?.[1]?.toLowerCase()
    if (next && joint && ((opener === 'between') === (joint[1] === 'and') || opener === 'from') && opener) {
      const words = text.slice(start - offset, next.end - offset)
      const { granularity } = period
      const kind = opener === 'between' ? 'at' : 'span'
      times.push({
        start,
        end: next.end,
        time: { kind, start: period.start, end: next.period.end, granularity, text: words },
      })
      i++
      continue
    }
    const words = text.slice(start - offset, end - offset)
    const { granularity } = period
    const ends = period.start !== period.end && opener === 'from'
    const kind = kindBefore(before)
    const time: Time =
      kind === 'span'
        ? { kind, start: period.start, granularity, text: words }
        : kind === 'until'
          ? { kind: 'span', end: period.end, granularity, text: words }
          : kind === 'before'
            ? { kind, end: period.end, granularity, text: words }
            : kind === 'after'
              ? { kind, start: period.start, granularity, text: words }
              : {
                  kind: ends ? 'span' : kind,
                  start: period.start,
                  end: period.end,
                  granularity,
                  text: words,
                }
    times.push({ start, end, time })
  }
  return times
}

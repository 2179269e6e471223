import { dateAtStart } from '../iso-date.ts'
import type { Page } from './page.ts'
import { isOpen } from './page.ts'

const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?'
const clock = '\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?)?'
const label =
  '(?:first |last )?(?:date|dated|published|posted|updated|modified|created|issued)(?: on| at)?[:\\s]\\s*'

/** Words that stand before a date in a line that holds nothing else. */
const lead = new RegExp(`^(?:${label})?(?:${clock}[,\\s|•·-]*)?(?:[A-Z]{2,4}[,\\s]+)?${weekday}`, 'i')
/** What may follow it: an hour, a time zone, signs. */
const rest = new RegExp(
  `^(?:[\\s,|•·()–—-]|at\\b|T(?=\\d)|${clock}|\\b(?:[A-Z]{2,5}|Z)\\b|[+-]\\d{2}:?\\d{2})*$`,
)
const labelled = new RegExp(`^${label}${weekday}`, 'i')

/** How far into a text a line with its date is looked for. */
const reach = 8

/**
 * Marks date lines: a line of the first few that holds a date and nothing else, and a labelled date ("date
 * 2001-02-03") stuck to the first words of the story. Gives back the first date found.
 */
export function markDateLines(page: Page): string | undefined {
  let first: string | undefined
  for (const block of page.blocks.slice(0, reach)) {
    if (!isOpen(page, block)) continue
    const whole = dateLine(block.text)
    const stuck = whole === undefined && block.index === 0 ? stuckDate(block.text) : undefined
    const found = whole ?? stuck
    if (found === undefined) continue
    const rule = whole ? 'date-alone-in-line' : 'date-before-first-words'
    if (page.sheet.mark('date-line', rule, block.start, block.start + found.length)) first ??= found.date
  }
  return first
}

/** The place with which an agency begins its story: "LONDON, Feb 10, 2022 (Reuters) - ", "WASHINGTON (AP) — ". */
const place =
  /^\p{Lu}[\p{Lu}'’.-]{2,}(?:[ /]\p{Lu}[\p{Lu}'’.-]+){0,3}(?:, ?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,2}(?=[ ,]))?/u
const agency = /^,?\s*\((?:Reuters|AP|AFP|PA|dpa|IPS|UPI|IRIN|Bloomberg|Xinhua|TASS|ANSA|EFE)[^()]{0,20}\)/
const dash = /^\s*(?:[–—]|--?)\s+(?=\S)/

/** Marks the place and date with which the first paragraph of an agency's story begins; gives back the date, if it is whole. */
export function markDateline(page: Page): string | undefined {
  const block = page.blocks
    .slice(0, reach)
    .find((candidate) => isOpen(page, candidate) && candidate.words > 12)
  if (!block) return undefined
  const where = place.exec(block.text.slice(0, 120))
  if (!where) return undefined
  let at = where[0].length
  const gap = /^,?\s+/.exec(block.text.slice(at))?.[0].length ?? 0
  const whole = dateAtStart(block.text.slice(at + gap))
  const short = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b/i.exec(
    block.text.slice(at + gap),
  )
  if (whole) at += gap + whole.length
  else if (short) at += gap + short[0].length
  at += agency.exec(block.text.slice(at))?.[0].length ?? 0
  const end = dash.exec(block.text.slice(at))?.[0].length
  if (end === undefined) return undefined
  page.sheet.mark('date-line', 'place-before-first-words', block.start, block.start + at + end)
  return whole?.date
}

/** Whether some words are a date and nothing else. */
export function isDateLine(words: string): boolean {
  return dateLine(words) !== undefined
}

interface Found {
  readonly date: string
  readonly length: number
}

function dateLine(text: string): Found | undefined {
  if (text.length > 120) return undefined
  const before = lead.exec(text)?.[0].length ?? 0
  const found = dateAtStart(text.slice(before))
  if (!found) return undefined
  const after = text.slice(before + found.length)
  if (rest.test(after)) return { date: found.date, length: text.length }
  // "Published 3 May 2001 | Updated 4 May 2001": the rest is a date line of its own.
  const next = after.replace(/^[\s|•·,;–—-]+/, '')
  return next.length < after.length && dateLine(next) ? { date: found.date, length: text.length } : undefined
}

function stuckDate(text: string): Found | undefined {
  const before = labelled.exec(text)?.[0].length
  if (before === undefined) return undefined
  const found = dateAtStart(text.slice(before))
  if (!found || !/^(?:\s|$)/.test(text.slice(before + found.length))) return undefined
  return { date: found.date, length: before + found.length }
}

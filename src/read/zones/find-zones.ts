import type { Zone, ZoneKind } from '../../model/index.ts'
import { type Block, toBlocks } from './blocks.ts'
import { markCredits } from './credit.ts'
import { markCrossheads } from './crosshead.ts'
import { isDateLine, markDateLines, markDateline } from './date-line.ts'
import { markFurniture } from './furniture.ts'
import { markLinkLists } from './link-list.ts'
import type { Page } from './page.ts'
import { markPullQuotes } from './pull-quote.ts'
import { withRepeated } from './repeated.ts'
import { markTeasers } from './teaser.ts'
import { markTitle, plainWords } from './title.ts'
import { ZoneSheet } from './zone-sheet.ts'

/** What is known of a text before its zones are looked for. */
export interface ZoneHints {
  /** The title that the metadata states. */
  readonly title?: string
  /** Zones that the format itself marks; they come before all rules. */
  readonly zones?: readonly Zone[]
  /** The format marks its own headings and lists of links, so that none are inferred from runs of short lines. */
  readonly markup?: boolean
  /** Whether a block's words recur in other documents of the publisher; never, when absent. */
  readonly recurs?: (words: string) => boolean
}

/** The zones of a text, and what they say of it. */
export interface FoundZones {
  /** In order of `start`, not overlapping. */
  readonly zones: readonly Zone[]
  readonly title?: string
  readonly date?: string
  /** The date with which the first paragraph begins, where no line holds one. */
  readonly textDate?: string
  readonly author?: string
}

const joined: ReadonlySet<ZoneKind> = new Set<ZoneKind>([
  'link-list',
  'comment-rules',
  'donation-plea',
  'cookie-text',
])

/**
 * Finds the spans of a text that are not running story, by form, position and repetition. The order of the rules is
 * their precedence: a span that one has taken is closed to those after it.
 */
export function findZones(text: string, hints: ZoneHints = {}): FoundZones {
  const sheet = new ZoneSheet()
  const given = withTitle(text, hints).filter((zone) => isBelieved(text, zone))
  for (const zone of given) sheet.mark(zone.kind, zone.rule, zone.start, zone.end)
  const blocks = toBlocks(text)
  const page: Page = {
    text,
    blocks,
    prose: isProse(blocks),
    markup: hints.markup ?? false,
    sheet,
    ...(hints.title === undefined ? {} : { title: hints.title }),
  }
  const date = markDateLines(page)
  markFurniture(page)
  const author = markCredits(page)
  const first = given.find((zone) => zone.kind === 'title')
  const title = first ? text.slice(first.start, first.end) : markTitle(page)
  const dateline = markDateline(page)
  markTeasers(page)
  if (page.prose) markPullQuotes(page)
  if (page.prose && !page.markup) markLinkLists(page)
  markCrossheads(page)
  const zones = sheet.toZones(text, joined)
  return {
    zones: hints.recurs ? withRepeated(text, zones, hints.recurs) : zones,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(dateline === undefined ? {} : { textDate: dateline }),
    ...(author === undefined ? {} : { author }),
  }
}

function isProse(blocks: readonly Block[]): boolean {
  let words = 0
  let ended = 0
  for (const block of blocks) {
    words += block.words
    if (block.ended) ended += block.words
  }
  return ended > words * 0.5
}

/** The format's own zones; a heading with which the text begins is its title, unless another title is stated. */
function withTitle(text: string, { title, zones = [] }: ZoneHints): readonly Zone[] {
  const [first] = zones
  if (first?.kind !== 'crosshead' || text.slice(0, first.start).trim() !== '') return zones
  const words = text.slice(first.start, first.end)
  if (title !== undefined && plainWords(title) !== plainWords(words)) return zones
  return [{ ...first, kind: 'title' }, ...zones.slice(1)]
}

/** A heading that is as long as a sentence is one: the first of a story in large letters; one with a date is a date line. */
function isBelieved(text: string, { kind, start, end }: Zone): boolean {
  if (kind !== 'crosshead') return true
  const words = text.slice(start, end)
  return words.split(/\s+/).length <= 16 && !isDateLine(words)
}

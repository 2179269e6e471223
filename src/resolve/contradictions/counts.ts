import {
  type Contradiction,
  type Entity,
  type Evidence,
  type Relation,
  timesMeet,
} from '../../model/index.ts'
import { append } from '../append.ts'
import { daysBetween } from '../days-between.ts'
import { type Disputed, isCopy, isFact } from './dispute.ts'

const numeral =
  /^(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)\s+/i

/** Words before a number that make it rough, a part, or a number more: it excludes no other. */
const loose =
  /\b(about|around|some|almost|nearly|over|under|more than|less than|fewer than|up to|at least|at most|roughly|approximately|only|another|further|other|additional|more|first|last|remaining|of (?:the|these|those|them|its|their|his|her))\s*$/i

/** The words of a counted group without their number: "officers" of "14 officers"; undefined where it is a part of one. */
function countedWords({ label, count }: Entity): string | undefined {
  if (count === undefined || !numeral.test(label) || /\bof\b/i.test(label)) return undefined
  const words = label.replace(numeral, '').toLowerCase()
  return words === '' || /\d/.test(words) ? undefined : words
}

/** Documents of one week tell of one event, unless their times say otherwise. */
const week = 7

/**
 * Differing numbers of one group: everything else agrees, the relation and the other participant, and two
 * documents give two plain numbers. A document that gives both numbers itself speaks of two groups.
 */
export function findCounts({ relations, entities, dateOf }: Disputed): Contradiction[] {
  const groups = new Map<string, { edge: Relation; count: number; side: 'subject' | 'object' }[]>()
  for (const edge of relations) {
    if (edge.polarity !== 'positive') continue
    for (const side of ['subject', 'object'] as const) {
      const counted = entities.get(side === 'subject' ? edge.source : edge.target)
      const words = counted && countedWords(counted)
      if (counted?.count === undefined || words === undefined) continue
      const other = side === 'subject' ? edge.target : edge.source
      append(groups, `${side}|${edge.relation}|${other}|${words}`, { edge, count: counted.count, side })
    }
  }
  const exact = (row: Evidence, side: 'subject' | 'object'): boolean =>
    isFact(row) && !loose.test(row.quote.slice(0, Math.max(0, row[side].start - row.start)))
  const found: Contradiction[] = []
  for (const members of groups.values())
    for (const [i, a] of members.entries())
      for (const b of members.slice(i + 1)) {
        if (a.count === b.count) continue
        const documents = new Set(a.edge.evidence.map(({ document }) => document))
        if (b.edge.evidence.some(({ document }) => documents.has(document))) continue
        const clash = (x: Evidence, y: Evidence): boolean => {
          if (!exact(x, a.side) || !exact(y, b.side) || isCopy(x, y)) return false
          const meet = timesMeet(x.times, y.times)
          if (meet !== undefined) return meet
          return (daysBetween(dateOf(x.document), dateOf(y.document)) ?? 0) <= week
        }
        if (a.edge.evidence.some((x) => b.edge.evidence.some((y) => clash(x, y))))
          found.push({ kind: 'count', edges: [a.edge.key, b.edge.key] })
      }
  return found
}

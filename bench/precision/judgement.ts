import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hashText } from '../../src/model/index.ts'
import type { PlacedClaim } from './placed-claims.ts'

type Range = readonly [start: number, end: number]

/** What a person ruled about one claim, without a word of the text: offsets into a text known by its hash. */
export interface Judgement {
  readonly document: string
  readonly subject: Range
  readonly relation: Range
  readonly object: Range
  readonly name: string
  readonly polarity: string
  readonly modality: string
  readonly speakers: readonly Range[]
  readonly open: boolean
  readonly extractor: string
  readonly rule: string
  readonly verdict: 'right' | 'wrong'
  /** Why it is wrong: a key of `reasons`. */
  readonly why?: string
}

/** Why a claim is wrong. */
export const reasons: Readonly<Record<string, string>> = {
  subject: 'the subject is another',
  object: 'the object is another',
  cut: 'an argument is cut short or too long, so that it means something else',
  sense: 'the words do not express this relation here',
  direction: 'subject and object are exchanged',
  polarity: 'denied and affirmed are exchanged',
  modality: 'a report, plan, doubt or condition passes for more or less than it is',
  speaker: 'somebody else says it, or somebody is missing who does',
  empty: 'it says nothing that can be understood',
}

const range = ({ start, end }: { start: number; end: number }): Range => [start, end]

/** A judgement of a claim, without the verdict. */
export function rowOf({ document, claim, mentions }: PlacedClaim): Omit<Judgement, 'verdict' | 'why'> {
  return {
    document,
    subject: range(claim.subjectSpan),
    relation: range(claim.relationSpan),
    object: range(claim.objectSpan),
    name: claim.relation,
    polarity: claim.polarity,
    modality: claim.modality,
    speakers: claim.speakers.flatMap((id) => {
      const mention = mentions.get(id)
      return mention ? [range(mention)] : []
    }),
    open: claim.open,
    extractor: claim.extractor,
    rule: claim.rule,
  }
}

/**
 * The key of what is judged: the place and all that was ruled on. The rule that read it is not part of it,
 * nor are the words of the relation, so that a ruling outlives a change of rules that reads the same.
 */
export const keyOf = (row: Omit<Judgement, 'verdict' | 'why'>): string =>
  hashText(
    [row.document, row.subject, row.object, row.name, row.polarity, row.modality, ...row.speakers].join('\t'),
  )

/** Reads a file of judgements, one a line; later rulings on the same claim replace earlier ones. */
export function readJudgements(file: string): Map<string, Judgement> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  return new Map(
    lines.map((line) => {
      const row = JSON.parse(line) as Judgement
      return [keyOf(row), row]
    }),
  )
}

/** Writes judgements in the order of their keys. */
export function writeJudgements(file: string, judgements: ReadonlyMap<string, Judgement>): void {
  const rows = [...judgements].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => JSON.stringify(row))
  writeFileSync(file, rows.map((row) => `${row}\n`).join(''))
}

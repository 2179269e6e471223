import type {
  ContradictionItem,
  EntityCard,
  EntityItem,
  EntityRef,
  EvidenceItem,
  EvidenceRow,
  Figure,
  FoundPath,
  IdentityRow,
  MentionRow,
  Neighbour,
  RelationRow,
  SearchHit,
  TimelineEntry,
} from '../query/index.ts'
import { whenText } from '../query/index.ts'

/** The value of one column; undefined leaves the cell empty. */
export type Cell = string | number | boolean | undefined
/** One row of a table, by column name. */
export type Row = Readonly<Record<string, Cell>>

const entityRow = (name: string, { key, label, type }: EntityRef): Row => ({
  [name]: label,
  [`${name}Key`]: key,
  [`${name}Type`]: type,
})

const evidenceRow = (row: EvidenceRow | undefined): Row => ({
  quote: row?.quote,
  said: row?.speakers.map(({ label }) => label).join('; ') || undefined,
  quoteModality: row?.modality,
  document: row?.document,
  start: row?.start,
  end: row?.end,
  title: row?.title,
  date: row?.date,
  publisher: row?.publisher,
  url: row?.url,
  claim: row?.claim,
  copyOf: row?.copyOf,
  implied: row?.implied,
})

/** A row for each piece of evidence of a relation, or one where it is shown without. */
export function relationCells(relation: RelationRow): Row[] {
  const head: Row = {
    key: relation.key,
    ...entityRow('subject', relation.subject),
    relation: relation.relation,
    ...entityRow('object', relation.object),
    polarity: relation.polarity,
    modality: relation.modality,
    when: whenText(relation.times) || undefined,
    origins: relation.origins,
    documents: relation.documents,
    confidence: relation.confidence,
    open: relation.open,
  }
  const { evidence } = relation
  if (!evidence || evidence.length === 0) return [{ ...head, ...evidenceRow(undefined) }]
  return evidence.map((row) => ({ ...head, ...evidenceRow(row) }))
}

/** A passage and the relation that was read from it, in one row. */
export const evidenceCells = ({ passage, relation }: EvidenceItem): Row[] =>
  relationCells(relation).map((row) => ({ ...row, ...evidenceRow(passage) }))

/** An entity with its other names in one cell. */
export const entityCells = ({ aliases, ...entity }: EntityItem): Row[] => [
  { ...entity, aliases: aliases.join('; ') || undefined },
]

const mentionRow = (name: string, { words, document, start, end }: MentionRow): Row => ({
  [name]: words,
  [`${name}Document`]: document,
  [`${name}Start`]: start,
  [`${name}End`]: end,
})

/** A relation with its evidence, or a join that made two mentions one thing. */
export function whyCells(item: RelationRow | IdentityRow): Row[] {
  if (!('from' in item)) return relationCells(item)
  const { from, to, rule, score, features = {} } = item
  const signs = Object.entries(features).map(([name, sign]) => `${name} ${sign}`)
  return [{ ...mentionRow('from', from), ...mentionRow('to', to), rule, score, signs: signs.join('; ') }]
}

const prefixed = (head: Row, relations: readonly RelationRow[]): Row[] =>
  relations.flatMap((relation) => relationCells(relation).map((row) => ({ ...head, ...row })))

/** The relations of an entity, with the side on which it stands. */
export function cardCells({ does, undergoes }: EntityCard): Row[] {
  return [...prefixed({ side: 'subject' }, does), ...prefixed({ side: 'object' }, undergoes)]
}

/** The relations of each step; `step` counts from 1. */
export function pathCells({ steps }: FoundPath): Row[] {
  return steps.flatMap(({ from, to, relations }, n) =>
    prefixed({ step: n + 1, from: from.key, to: to.key }, relations),
  )
}

/** The relations to each neighbour. */
export function neighbourCells({ entity, relations }: Neighbour): Row[] {
  return prefixed(entityRow('neighbour', entity), relations)
}

/** A time and the relation that has it. */
export function timelineCells({ when, basis, relation }: TimelineEntry): Row[] {
  return prefixed({ at: when, basis }, [relation])
}

/** The sides of a contradiction. */
export function contradictionCells({ kind, relations }: ContradictionItem): Row[] {
  return prefixed({ kind, sides: relations.map(({ key }) => key).join(' ') }, relations)
}

/** An entity or a passage; a passage names the relations it is evidence of. */
export function hitCells(hit: SearchHit): Row[] {
  const entity = hit.kind === 'entity' ? hit.entity : undefined
  const { quoteModality, claim, copyOf, implied, ...passage } = evidenceRow(
    hit.kind === 'passage' ? hit.passage : undefined,
  )
  return [
    {
      kind: hit.kind,
      key: entity?.key,
      label: entity?.label,
      type: entity?.type,
      matched: hit.kind === 'entity' ? hit.matched : undefined,
      ...passage,
      relations: hit.kind === 'passage' ? hit.relations.map(({ key }) => key).join(' ') : undefined,
    },
  ]
}

/** A figure as it is. */
export function figureCells({ group, name, count }: Figure): Row[] {
  return [{ group, name, count }]
}

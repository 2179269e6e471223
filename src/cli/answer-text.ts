import type { Note } from '../model/index.ts'
import type {
  ContradictionItem,
  EntityCard,
  EntityRef,
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
import { counted } from './build-summary.ts'
import { printable } from './printable.ts'

const line = (depth: number, text: string): string => `${'  '.repeat(depth)}${printable(text)}\n`
const named = ({ label, key }: EntityRef): string => `${label} (${key})`

/** Where a quote stands: publisher, date, and document with offsets. */
function placeText({ publisher, date, document, start, end }: EvidenceRow): string {
  return [publisher, date, `${document}:${start}-${end}`].filter((part) => part !== undefined).join(', ')
}

function evidenceText(row: EvidenceRow, depth: number): string {
  const speakers = row.speakers.map(({ label }) => label).join(', quoting ')
  const marks = [
    row.modality,
    ...(speakers === '' ? [] : [`said by ${speakers}`]),
    ...(row.copyOf === undefined ? [] : ['a copy']),
  ]
  return line(depth, `“${row.quote}”`) + line(depth + 1, `${placeText(row)} [${marks.join('; ')}]`)
}

const noteText = ({ text, by, when }: Note): string =>
  `note: ${text}${by === undefined && when === undefined ? '' : ` (${[by, when].filter(Boolean).join(', ')})`}`

/** `Subject | not relation | Object  [when; modality; 2 origins]`, its evidence below. */
function relationLines(relation: RelationRow, depth: number): string {
  const { subject, label, object, polarity, times, modality, origins, evidence, derived } = relation
  const marks = [
    ...(times.length > 0 ? [whenText(times)] : []),
    modality,
    ...(derived
      ? [`derived by the rule ${relation.derivation?.rule ?? ''}`.trimEnd()]
      : [counted(origins, 'origin', 'origins')]),
    ...(relation.open ? ['open'] : []),
    ...(relation.supersededBy === undefined ? [] : ['superseded by a later event']),
    ...(relation.decision === undefined ? [] : [`decided: ${relation.decision}`]),
  ]
  const words = `${polarity === 'negative' ? 'not ' : ''}${label}`
  const head = line(depth, `${subject.label} | ${words} | ${object.label}  [${marks.join('; ')}]`)
  const why = relation.derivation?.paths.map((path) => line(depth + 1, `from ${path.join(' and ')}`)) ?? []
  const notes = (relation.notes ?? []).map((note) => line(depth + 1, noteText(note)))
  return (
    head + [...why, ...notes].join('') + (evidence ?? []).map((row) => evidenceText(row, depth + 1)).join('')
  )
}

/** A relation with its evidence. */
export const relationText = (relation: RelationRow): string => relationLines(relation, 0)

const mentionText = ({ words, document, start, end }: MentionRow): string =>
  `“${words}” (${document}:${start}-${end})`

/** A relation, or a join that made two mentions one thing with what its score was made of. */
export function whyText(item: RelationRow | IdentityRow): string {
  if (!('from' in item)) return relationText(item)
  const { from, to, rule, score, features = {} } = item
  const signs = Object.entries(features).map(([name, sign]) => `${name} ${sign}`)
  const marks = [`${rule}, ${score}`, ...signs]
  return line(0, `${mentionText(from)} = ${mentionText(to)}  [${marks.join('; ')}]`)
}

/** An entity: what it is, its names and documents, then its relations. */
export function cardText(card: EntityCard): string {
  const { aliases, documents, does, undergoes, mentions, said } = card
  const facts = [
    `${card.type}, ${counted(mentions.length, 'mention', 'mentions')}`,
    ...(aliases.length > 0 ? [`also: ${aliases.join('; ')}`] : []),
    ...(said.length > 0 ? [counted(said.length, 'passage is said by it', 'passages are said by it')] : []),
    ...(card.contradictions > 0 ? [counted(card.contradictions, 'contradiction', 'contradictions')] : []),
    ...(card.decisions ? [`decided: ${card.decisions.join(', ')}`] : []),
    ...(card.notes ?? []).map(noteText),
    ...(card.links ?? []).map(({ id }) => `link: ${id}`),
  ]
  const places = documents.map(({ document, title, date, mentions: times }) =>
    line(
      2,
      `${[title, date].filter(Boolean).join(', ')}${title || date ? ' ' : ''}(${document}, ${counted(times, 'mention', 'mentions')})`,
    ),
  )
  const part = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : line(1, title) + lines.join('')
  return (
    line(0, named(card)) +
    facts.map((fact) => line(1, fact)).join('') +
    part('Documents', places) +
    part(
      'As subject',
      does.map((relation) => relationLines(relation, 2)),
    ) +
    part(
      'As object',
      undergoes.map((relation) => relationLines(relation, 2)),
    )
  )
}

/** A path: its entities, then what connects each to the next. */
export function pathText({ entities, steps }: FoundPath): string {
  return (
    line(0, entities.map(({ label }) => label).join(' – ')) +
    steps.flatMap(({ relations }) => relations.map((relation) => relationLines(relation, 1))).join('')
  )
}

/** A neighbour with the relations to it. */
export function neighbourText({ entity, relations }: Neighbour): string {
  return line(0, named(entity)) + relations.map((relation) => relationLines(relation, 1)).join('')
}

/** A time and what is told of it. */
export function timelineText({ when, basis, relation }: TimelineEntry): string {
  return line(0, basis === 'told' ? `${when} (told)` : when) + relationLines(relation, 1)
}

/** The sides of a contradiction, one below the other. */
export function contradictionText({ kind, relations }: ContradictionItem): string {
  return line(0, kind) + relations.map((relation) => relationLines(relation, 1)).join('')
}

/** An entity, or a passage with what it is evidence of. */
export function hitText(hit: SearchHit): string {
  if (hit.kind === 'entity') {
    const { entity, matched } = hit
    return line(0, `${named(entity)}${matched === entity.label ? '' : `, as "${matched}"`}`)
  }
  return evidenceText(hit.passage, 0) + hit.relations.map((relation) => relationLines(relation, 1)).join('')
}

/** A figure with its group. */
export function figureText({ group, name, count }: Figure): string {
  return `${String(count).padStart(9)}  ${printable(`${group === 'total' ? '' : `${group}: `}${name}`)}\n`
}

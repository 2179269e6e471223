import type { Note } from '../model/index.ts'
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
import { counted } from './build-summary.ts'
import { printable } from './printable.ts'
import type { Style } from './style.ts'

const same = (text: string): string => text
const line = (depth: number, text: string, style: (text: string) => string = same): string =>
  `${'  '.repeat(depth)}${style(printable(text))}\n`
const named = ({ label, key }: EntityRef): string => `${label} (${key})`

/** Where a quote stands: publisher, date, and document with offsets. */
function placeText({ publisher, date, document, start, end }: EvidenceRow): string {
  return [publisher, date, `${document}:${start}-${end}`].filter((part) => part !== undefined).join(', ')
}

function evidenceText(row: EvidenceRow, depth: number, style: Style): string {
  const speakers = row.speakers.map(({ label }) => label).join(', quoting ')
  const marks = [
    row.modality,
    ...(speakers === '' ? [] : [`said by ${speakers}`]),
    ...(row.copyOf === undefined ? [] : ['a copy']),
    ...(row.implied === undefined ? [] : [`${row.implied} implied`]),
  ]
  return (
    line(depth, `“${row.quote}”`) + line(depth + 1, `${placeText(row)} [${marks.join('; ')}]`, style.faint)
  )
}

const noteText = ({ text, by, when }: Note): string =>
  `note: ${text}${by === undefined && when === undefined ? '' : ` (${[by, when].filter(Boolean).join(', ')})`}`

/** `Subject | not relation | Object [when; modality; 2 origins]`, its evidence below. */
function relationLines(relation: RelationRow, depth: number, style: Style): string {
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
  const words = [
    style.strong(printable(subject.label)),
    `${polarity === 'negative' ? style.alarm('not ') : ''}${printable(label)}`,
    style.strong(printable(object.label)),
  ]
  const head = `${words.join(' | ')} ${style.faint(printable(`[${marks.join('; ')}]`))}`
  const rows = (evidence ?? []).map((row) => evidenceText(row, depth + 1, style))
  const why = relation.derivation?.paths.map((path) => line(depth + 1, `from ${path.join(' and ')}`)) ?? []
  const notes = (relation.notes ?? []).map((note) => line(depth + 1, noteText(note)))
  return [`${'  '.repeat(depth)}${head}\n`, ...why, ...notes, ...rows].join('')
}

/** A relation with its evidence. */
export const relationText = (relation: RelationRow, style: Style): string => relationLines(relation, 0, style)

/** An entity on one line, with how much is known of it. */
export function entityText(entity: EntityItem, style: Style): string {
  const { type, aliases, mentions, documents, relations } = entity
  const facts = [
    type,
    counted(mentions, 'mention', 'mentions'),
    counted(documents, 'document', 'documents'),
    counted(relations, 'relation', 'relations'),
    ...(aliases.length > 0 ? [`also: ${aliases.join('; ')}`] : []),
  ]
  return `${style.strong(printable(named(entity)))} ${style.faint(printable(`[${facts.join('; ')}]`))}\n`
}

/** A passage, and below it the relation that was read from it. */
export function evidenceItemText({ passage, relation }: EvidenceItem, style: Style): string {
  return evidenceText(passage, 0, style) + relationLines(relation, 1, style)
}

const mentionText = ({ words, document, start, end }: MentionRow): string =>
  `“${words}” (${document}:${start}-${end})`

/** A relation, or a join that made two mentions one thing with what its score was made of. */
export function whyText(item: RelationRow | IdentityRow, style: Style): string {
  if (!('from' in item)) return relationText(item, style)
  const { from, to, rule, score, features = {} } = item
  const signs = Object.entries(features).map(([name, sign]) => `${name} ${sign}`)
  const marks = [`${rule}, ${score}`, ...signs]
  return line(0, `${mentionText(from)} = ${mentionText(to)}  [${marks.join('; ')}]`)
}

/** An entity: what it is, its names and documents, then its relations. */
export function cardText(card: EntityCard, style: Style): string {
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
    line(0, named(card), style.strong) +
    facts.map((fact) => line(1, fact)).join('') +
    part('Documents', places) +
    part(
      'As subject',
      does.map((relation) => relationLines(relation, 2, style)),
    ) +
    part(
      'As object',
      undergoes.map((relation) => relationLines(relation, 2, style)),
    )
  )
}

/** A path: its entities, then what connects each to the next. */
export function pathText({ entities, steps }: FoundPath, style: Style): string {
  return (
    line(0, entities.map(({ label }) => label).join(' – '), style.strong) +
    steps.flatMap(({ relations }) => relations.map((relation) => relationLines(relation, 1, style))).join('')
  )
}

/** A neighbour with the relations to it. */
export function neighbourText({ entity, relations }: Neighbour, style: Style): string {
  return (
    line(0, named(entity), style.strong) +
    relations.map((relation) => relationLines(relation, 1, style)).join('')
  )
}

/** A time and what is told of it. */
export function timelineText({ when, basis, relation }: TimelineEntry, style: Style): string {
  return line(0, basis === 'told' ? `${when} (told)` : when, style.strong) + relationLines(relation, 1, style)
}

/** The sides of a contradiction, one below the other. */
export function contradictionText({ kind, relations }: ContradictionItem, style: Style): string {
  return line(0, kind, style.strong) + relations.map((relation) => relationLines(relation, 1, style)).join('')
}

/** An entity, or a passage with what it is evidence of. */
export function hitText(hit: SearchHit, style: Style): string {
  if (hit.kind === 'entity') {
    const { entity, matched } = hit
    return line(0, `${named(entity)}${matched === entity.label ? '' : `, as "${matched}"`}`, style.strong)
  }
  return (
    evidenceText(hit.passage, 0, style) +
    hit.relations.map((relation) => relationLines(relation, 1, style)).join('')
  )
}

/** A figure with its group. */
export function figureText({ group, name, count }: Figure): string {
  return `${String(count).padStart(9)}  ${printable(`${group === 'total' ? '' : `${group}: `}${name}`)}\n`
}

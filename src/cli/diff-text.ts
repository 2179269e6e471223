import type { ChangeKind, EntityChange, GraphDiff, RelationChange } from '../query/diff.ts'
import { printable } from './printable.ts'

const signs: Record<ChangeKind, string> = { added: '+', removed: '-', changed: '~' }

const entityLine = ({ change, label, type, what }: EntityChange): string =>
  `${signs[change]} ${label} (${type})${what.length === 0 ? '' : `: ${what.join('; ')}`}`

const relationLine = ({ change, subject, relation, object, polarity, what }: RelationChange): string =>
  `${signs[change]} ${subject} | ${polarity === 'negative' ? 'not ' : ''}${relation} | ${object}${what.length === 0 ? '' : `: ${what.join('; ')}`}`

function countLine(
  name: string,
  { added, removed, changed, same }: Readonly<Record<ChangeKind | 'same', number>>,
): string {
  return `${name}: ${added} added, ${removed} removed, ${changed} changed, ${same} the same`
}

/** A comparison in lines: counts, then entities, then relations with the first passage of each. */
export function* diffText({ counts, entities, relations }: GraphDiff): Generator<string> {
  yield `${countLine('Entities', counts.entities)}\n`
  yield `${countLine('Relations', counts.relations)}\n`
  if (entities.length > 0) yield '\n'
  for (const entity of entities) yield `${printable(entityLine(entity))}\n`
  if (relations.length > 0) yield '\n'
  for (const relation of relations) {
    yield `${printable(relationLine(relation))}\n`
    const [row] = relation.evidence
    if (row)
      yield `    ${printable(`“${row.quote.replace(/\s+/g, ' ').trim()}” (${row.document}:${row.start}-${row.end})`)}\n`
  }
}

/** A comparison as JSON, with all evidence. */
export function diffJson({ counts, entities, relations }: GraphDiff): string {
  return `${JSON.stringify({ counts, entities, relations }, undefined, 2)}\n`
}

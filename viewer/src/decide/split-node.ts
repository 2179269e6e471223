import type { EntityMention, Evidence, Place } from '../../../src/model/graph.ts'
import { placeKey } from '../../../src/model/mention-place.ts'
import type { Span } from '../../../src/model/span.ts'
import { nameKey } from '../../../src/resolve/name-form.ts'
import { type Draft, type DraftEdge, type DraftNode, isBefore, withKind } from './draft.ts'
import { labelsOf, nameOf, type Texts } from './names.ts'
import { withRows } from './rows.ts'

/**
 * Takes mentions out of a node and makes another of them. A pronoun goes with the mention before it; a row of
 * evidence goes with the mention that its subject or object is, a speaker with all mentions of the document.
 */
export function splitNode(
  draft: Draft,
  node: DraftNode,
  places: readonly Place[],
  as: string | undefined,
  texts: Texts,
): void {
  const taken = new Set(places.map(placeKey))
  const gone: EntityMention[] = []
  const rest: EntityMention[] = []
  let last: EntityMention[] = rest
  let document = ''
  for (const mention of node.attributes.mentions) {
    if (mention.document !== document) last = rest
    document = mention.document
    if (mention.kind !== 'pronoun') last = taken.has(placeKey(mention)) ? gone : rest
    last.push(mention)
  }
  if (gone.length === 0 || rest.length === 0) return
  const id = `${node.id} split ${placeKey(gone[0]!)}`
  const saidBy = (list: readonly EntityMention[]): Place[] => {
    const documents = new Set(list.map((mention) => mention.document))
    return (node.attributes.said ?? []).filter((said) => documents.has(said.document))
  }
  const allGone = (where: string): boolean => !rest.some((mention) => mention.document === where)
  // of the words of mentions only those are names that were names before: offices before a name are none
  const known = new Set([node.attributes.label, ...node.attributes.aliases].map((name) => nameKey([name])))
  const part = (list: EntityMention[], label: string | undefined): DraftNode['attributes'] => {
    const names = labelsOf(list, texts)
    const aliases = names.aliases.filter((alias) => known.has(nameKey([alias])))
    const said = saidBy(list)
    const { said: _, ...attributes } = node.attributes
    const own = label ?? names.label
    return {
      ...attributes,
      label: own,
      aliases: aliases.filter((alias) => alias !== own).sort(),
      mentions: list,
      ...(said.length > 0 ? { said } : {}),
    }
  }
  const taker = part(gone, as)
  draft.nodes.set(id, {
    id,
    attributes: { ...taker, decisions: withKind({ ...taker, decisions: [] }, 'split') },
    ownLabel: labelsOf(gone, texts).label,
    given: as !== undefined,
  })
  // a label that is still borne stays: titles before it, which the page does not know, are no part of it
  const borne = rest.some((mention) => nameOf(mention, texts) === node.ownLabel)
  node.attributes = part(rest, node.given || borne ? node.attributes.label : undefined)
  const goes = (where: string, span: Span | undefined): boolean =>
    span === undefined ? allGone(where) : nearest(where, span, gone, rest)
  const moved = (row: Evidence): Evidence => ({
    ...row,
    speakers: row.speakers.map((key) => (key === node.id && allGone(row.document) ? id : key)),
    qualifiers: row.qualifiers.map((qualifier) =>
      qualifier.entity === node.id && goes(row.document, qualifier)
        ? { ...qualifier, entity: id }
        : qualifier,
    ),
  })
  draft.edges = draft.edges.flatMap((edge): DraftEdge[] => {
    const { evidence } = edge.attributes
    if (evidence.length === 0) return [edge]
    const byEnds = new Map<string, { source: string; target: string; rows: Evidence[] }>()
    for (const row of evidence) {
      const source = edge.source === node.id && goes(row.document, row.subject) ? id : edge.source
      const target = edge.target === node.id && goes(row.document, row.object) ? id : edge.target
      const ends = `${source} ${target}`
      const known = byEnds.get(ends) ?? { source, target, rows: [] }
      known.rows.push(moved(row))
      byEnds.set(ends, known)
    }
    return [...byEnds.values()].map(({ source, target, rows }) => ({
      key: edge.key,
      source,
      target,
      attributes: withRows(edge.attributes, rows),
    }))
  })
}

/** Whether a span belongs to the mentions that go: it overlaps one of them, or else the last mention before it goes. */
function nearest(
  document: string,
  span: Span,
  gone: readonly EntityMention[],
  rest: readonly EntityMention[],
): boolean {
  const overlaps = (mention: EntityMention): boolean =>
    mention.document === document && mention.start < span.end && mention.end > span.start
  if (gone.some(overlaps)) return true
  if (rest.some(overlaps)) return false
  const before = (list: readonly EntityMention[]): number =>
    list
      .filter(
        (mention) => mention.document === document && isBefore(mention, { document, start: span.start }),
      )
      .reduce((most, { start }) => Math.max(most, start), -1)
  return before(gone) > before(rest)
}

import type { OpenedGraph } from '../graph/index.ts'
import {
  type Answer,
  type EntityRef,
  type EvidenceOption,
  entityRef,
  type RelationRow,
  relationRow,
} from './answer.ts'
import { byStrength, type IndexedEdge } from './graph-index.ts'
import { matchOne } from './match-name.ts'
import { compileFilter, type RelationFilter, undatedNotes } from './relation-filter.ts'

export interface NeighboursOptions
  extends EvidenceOption,
    Omit<RelationFilter, 'about' | 'subject' | 'object'> {
  readonly limit?: number
}

/** An entity one step away, with every relation that connects the two. */
export interface Neighbour {
  readonly entity: EntityRef
  readonly relations: readonly RelationRow[]
}

/** The entities one step from a given one, those with most relations first, then by rank. */
export function neighbours(
  source: OpenedGraph,
  name: string,
  options: NeighboursOptions = {},
): Answer<Neighbour> {
  const { graph } = source
  const { match, key, notes } = matchOne(source, name)
  const { limit, evidence: withEvidence = true, ...filter } = options
  const { candidates, passing, undated, matches } = compileFilter(source, { ...filter, about: key })
  const found = new Map<string, { edge: IndexedEdge; row: RelationRow }[]>()
  for (const edge of [...candidates].sort(byStrength)) {
    const evidence = passing(edge)
    const other = edge.source === key ? edge.target : edge.source
    if (!evidence || other === key) continue
    const row = relationRow(source, edge, withEvidence ? evidence : undefined)
    const list = found.get(other)
    if (list) list.push({ edge, row })
    else found.set(other, [{ edge, row }])
  }
  const rank = (node: string): number => graph.getNodeAttribute(node, 'rank')
  const sorted = [...found].sort(
    ([a, x], [b, y]) => y.length - x.length || rank(b) - rank(a) || (a < b ? -1 : 1),
  )
  const items = sorted
    .slice(0, limit ?? sorted.length)
    .map(([node, list]) => ({ entity: entityRef(source, node), relations: list.map(({ row }) => row) }))
  if (items.length < sorted.length) notes.push(`${items.length} of ${sorted.length} neighbours are shown.`)
  // The filter matched the key of this entity first; what the reader asked for was its name.
  return {
    question: 'neighbours',
    matches: [match, ...matches.slice(1)],
    notes: [...notes, ...undatedNotes(undated)],
    items,
  }
}

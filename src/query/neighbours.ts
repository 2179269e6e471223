import type { OpenedGraph } from '../graph/index.ts'
import type { Evidence } from '../model/index.ts'
import {
  type Answer,
  answerOf,
  type EntityRef,
  type EvidenceOption,
  entityRef,
  firstOf,
  type RelationRow,
  relationRows,
} from './answer.ts'
import type { IndexedEdge } from './graph-index.ts'
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
  const { limit, evidence: _evidence, maxEvidence: _most, ...filter } = options
  const rows = relationRows(source, options)
  const { select, passing, undated, matches } = compileFilter(source, { ...filter, about: key })
  const found = new Map<string, { edge: IndexedEdge; passed: readonly Evidence[] }[]>()
  for (const edge of select().edges) {
    const passed = passing(edge)
    const other = edge.source === key ? edge.target : edge.source
    if (!passed || other === key) continue
    const list = found.get(other)
    if (list) list.push({ edge, passed })
    else found.set(other, [{ edge, passed }])
  }
  const rank = (node: string): number => graph.getNodeAttribute(node, 'rank')
  const sorted = [...found].sort(
    ([a, x], [b, y]) => y.length - x.length || rank(b) - rank(a) || (a < b ? -1 : 1),
  )
  const first = firstOf(sorted, limit, 'neighbours')
  const items = first.kept.map(([node, list]) => ({
    entity: entityRef(source, node),
    relations: list.map((one) => rows.row(one.edge, one.passed)),
  }))
  // The filter matched the key of this entity first; what the reader asked for was its name.
  return answerOf({
    question: 'neighbours',
    matches: [match, ...matches.slice(1)],
    notes: [...notes, ...first.notes, ...undatedNotes(undated), ...rows.notes()],
    items,
  })
}

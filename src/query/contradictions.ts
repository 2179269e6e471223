import type { OpenedGraph } from '../graph/index.ts'
import {
  type Answer,
  answerOf,
  type EvidenceOption,
  firstOf,
  type RelationRow,
  relationRows,
} from './answer.ts'
import { indexOf } from './graph-index.ts'
import { matchName } from './match-name.ts'

/** Relations that cannot all hold, and what kind of conflict it is. */
export interface ContradictionItem {
  readonly kind: string
  readonly relations: readonly RelationRow[]
}

export interface ContradictionsOptions extends EvidenceOption {
  /** Only those in which this entity takes part. */
  readonly about?: string
  /** At most so many. */
  readonly limit?: number
}

/** What the sources contradict each other in, each side with its own evidence. */
export function contradictions(
  source: OpenedGraph,
  options: ContradictionsOptions = {},
): Answer<ContradictionItem> {
  const { graph } = source
  const match = options.about === undefined ? undefined : matchName(source, options.about)
  const keys = match && new Set(match.entities.map(({ key }) => key))
  const { edgeOf } = indexOf(graph)
  const found = graph.getAttribute('contradictions').flatMap(({ kind, edges }) => {
    const sides = edges.flatMap((key) => edgeOf.get(key) ?? [])
    if (sides.length < 2) return []
    if (keys && !sides.some((side) => keys.has(side.source) || keys.has(side.target))) return []
    return [{ kind, sides }]
  })
  const rows = relationRows(source, options)
  const first = firstOf(found, options.limit, 'contradictions')
  const items = first.kept.map(({ kind, sides }) => ({
    kind,
    relations: sides.map((side) => rows.row(side)),
  }))
  return answerOf({
    question: 'contradictions',
    matches: match ? [match] : [],
    notes: [...first.notes, ...rows.notes()],
    items,
  })
}

import type { OpenedGraph } from '../graph/index.ts'
import { type Answer, type EvidenceOption, type RelationRow, relationRow } from './answer.ts'
import { matchName } from './match-name.ts'

/** Relations that cannot all hold, and what kind of conflict it is. */
export interface ContradictionItem {
  readonly kind: string
  readonly relations: readonly RelationRow[]
}

export interface ContradictionsOptions extends EvidenceOption {
  /** Only those in which this entity takes part. */
  readonly about?: string
}

/** What the sources contradict each other in, each side with its own evidence. */
export function contradictions(
  source: OpenedGraph,
  options: ContradictionsOptions = {},
): Answer<ContradictionItem> {
  const { graph } = source
  const match = options.about === undefined ? undefined : matchName(source, options.about)
  const keys = match && new Set(match.entities.map(({ key }) => key))
  const items: ContradictionItem[] = []
  for (const { kind, edges } of graph.getAttribute('contradictions')) {
    const present = edges.filter((edge) => graph.hasEdge(edge))
    if (present.length < 2) continue
    if (keys && !present.some((edge) => graph.extremities(edge).some((end) => keys.has(end)))) continue
    const relations = present.map((key) => {
      const attributes = graph.getEdgeAttributes(key)
      const edge = { key, attributes, source: graph.source(key), target: graph.target(key) }
      return relationRow(source, edge, options.evidence === false ? undefined : attributes.evidence)
    })
    items.push({ kind, relations })
  }
  return { question: 'contradictions', matches: match ? [match] : [], notes: [], items }
}

import type { OpenedGraph, RedthreadGraph } from '../graph/index.ts'
import { type Answer, answerOf, firstOf } from './answer.ts'
import { madeOnce } from './graph-index.ts'

/** One figure: `entities by type`, `Person`, 12. */
export interface Figure {
  readonly group: string
  readonly name: string
  readonly count: number
}

/** Adds one to a count by name. */
const increment = (counts: Map<string, number>, name: string): void =>
  void counts.set(name, (counts.get(name) ?? 0) + 1)

function figures(group: string, counts: ReadonlyMap<string, number>): Figure[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name, count]) => ({ group, name, count }))
}

/** What is in a graph, in numbers: totals, then by type, relation, modality, polarity, publisher, extractor. */
export function stats({ graph, documents }: OpenedGraph, options: StatsOptions = {}): Answer<Figure> {
  const publishers = new Map<string, number>()
  for (const { publisher } of documents.values())
    if (publisher !== undefined) increment(publishers, publisher)
  const { totals, groups } = countsOf(graph)
  const items = [
    { group: 'total', name: 'documents', count: graph.getAttribute('counts').documents },
    ...totals,
  ]
  const notes: string[] = []
  for (const all of [...groups, figures('documents by publisher', publishers)]) {
    const { kept, notes: left } = firstOf(all, options.limit, all[0]?.group ?? '')
    items.push(...kept)
    notes.push(...left)
  }
  return answerOf({ question: 'stats', matches: [], notes, items })
}

export interface StatsOptions {
  /** At most so many figures of each group, the largest. */
  readonly limit?: number
}

/** The figures of a graph, its documents apart. Made once per graph. */
export const countsOf: (graph: RedthreadGraph) => {
  readonly totals: readonly Figure[]
  readonly groups: readonly (readonly Figure[])[]
} = madeOnce((graph, { edges }) => {
  const types = new Map<string, number>()
  const relations = new Map<string, number>()
  const polarities = new Map<string, number>()
  const modalities = new Map<string, number>()
  const extractors = new Map<string, number>()
  let evidence = 0
  let mentions = 0
  graph.forEachNode((_node, attributes) => {
    increment(types, attributes.type)
    mentions += attributes.mentions.length
  })
  for (const { attributes } of edges) {
    increment(relations, attributes.relation)
    increment(polarities, attributes.polarity)
    increment(modalities, attributes.modality)
    // The evidence of a derived relation is that of others.
    if (attributes.derived) continue
    evidence += attributes.evidence.length
    for (const { extractor } of attributes.evidence) increment(extractors, extractor)
  }
  const totals: Figure[] = [
    { group: 'total', name: 'entities', count: graph.order },
    { group: 'total', name: 'mentions', count: mentions },
    { group: 'total', name: 'relations', count: graph.size },
    { group: 'total', name: 'evidence', count: evidence },
    { group: 'total', name: 'contradictions', count: graph.getAttribute('contradictions').length },
  ]
  const groups = [
    figures('entities by type', types),
    figures('relations by name', relations),
    figures('relations by polarity', polarities),
    figures('relations by modality', modalities),
    figures('evidence by extractor', extractors),
  ]
  return { totals, groups }
})

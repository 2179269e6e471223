import type { OpenedGraph, RedthreadGraph } from '../graph/index.ts'
import { type IndexedEdge, indexOf, madeOnce } from './graph-index.ts'

/** The edges with evidence that each entity says, each once. */
export const saidBy: (graph: RedthreadGraph) => ReadonlyMap<string, readonly IndexedEdge[]> = madeOnce(
  (_graph, { edges }) => {
    const lists = new Map<string, IndexedEdge[]>()
    for (const edge of edges) {
      // Nobody says a derived relation.
      if (edge.attributes.derived) continue
      for (const { speakers } of edge.attributes.evidence)
        for (const speaker of speakers) {
          const list = lists.get(speaker)
          if (!list) lists.set(speaker, [edge])
          else if (list.at(-1) !== edge) list.push(edge)
        }
    }
    return lists
  },
)

/** The edges with evidence that one of these entities says, each once. */
export function edgesSaidBy({ graph }: OpenedGraph, speakers: ReadonlySet<string>): IndexedEdge[] {
  const lists = saidBy(graph)
  const found = new Set<IndexedEdge>()
  for (const speaker of speakers) for (const edge of lists.get(speaker) ?? []) found.add(edge)
  return [...found]
}

/** The edges at these nodes, on the given side, each once. */
export function edgesAt(
  { graph }: OpenedGraph,
  keys: ReadonlySet<string>,
  side: 'out' | 'in' | 'both',
): IndexedEdge[] {
  const { edgeOf } = indexOf(graph)
  const found = new Set<IndexedEdge>()
  for (const node of keys) {
    if (side !== 'in') for (const key of graph.outEdges(node)) found.add(edgeOf.get(key)!)
    if (side !== 'out') for (const key of graph.inEdges(node)) found.add(edgeOf.get(key)!)
  }
  return [...found]
}

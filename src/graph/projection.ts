import { UndirectedGraph } from 'graphology'
import type { RedthreadGraph } from './redthread-graph.ts'

/** The graph with at most one edge between two nodes: who is connected to whom, and how strongly. */
export type Projection = UndirectedGraph<{ x: number; y: number }, { weight: number }>

/**
 * The undirected view on which rank, communities and positions are computed. The weight of a pair is the
 * number of independent sources of all relations between the two, at least one each; a loop counts nothing.
 */
export function projectGraph(graph: RedthreadGraph): Projection {
  const projection: Projection = new UndirectedGraph<{ x: number; y: number }, { weight: number }>()
  graph.forEachNode((node) => void projection.addNode(node, { x: 0, y: 0 }))
  graph.forEachEdge((_edge, attributes, source, target) => {
    if (source === target) return
    const weight = Math.max(1, attributes.origins)
    const known = projection.edge(source, target)
    if (known === undefined) projection.addEdgeWithKey(`${source}\n${target}`, source, target, { weight })
    else projection.updateEdgeAttribute(known, 'weight', (sum) => (sum ?? 0) + weight)
  })
  return projection
}

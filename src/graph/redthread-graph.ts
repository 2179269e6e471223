import { MultiDirectedGraph } from 'graphology'
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from '../model/index.ts'

/** The graph: a directed graphology graph with parallel edges, whose attributes are the file contract's. */
export type RedthreadGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>

/** A graph without nodes that carries these attributes. */
export function emptyGraph(attributes: GraphAttributes): RedthreadGraph {
  const graph: RedthreadGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>()
  graph.replaceAttributes(attributes)
  return graph
}

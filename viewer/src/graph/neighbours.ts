import { type GraphIndex, listAt } from './index-graph.ts'

/** The other ends of a node's passing edges, each once, highest rank first; the node itself is not among them. */
export function neighboursOf(index: GraphIndex, passingEdges: Uint8Array, node: number): number[] {
  const found = new Set<number>()
  for (const edge of listAt(index.edgesAt, node)) {
    if (passingEdges[edge] === 0) continue
    const other = index.source[edge] === node ? index.target[edge]! : index.source[edge]!
    if (other !== node) found.add(other)
  }
  return [...found].sort((a, b) => index.rankOf[a]! - index.rankOf[b]!)
}

import type { OpenedGraph } from '../../../src/graph/index.ts'
import { emptyGraph } from '../../../src/graph/redthread-graph.ts'
import type { GraphIndex } from '../graph/index-graph.ts'
import type { Point } from '../render/edge-geometry.ts'

/**
 * What is drawn, as a graph of its own that every exporter takes: relations with all of their evidence,
 * entities where they are drawn. Counts and contradictions are those of the part.
 */
export function visibleGraph(
  index: GraphIndex,
  drawn: readonly number[],
  edges: readonly number[],
  places: ReadonlyMap<number, Point>,
): OpenedGraph {
  const { attributes } = index.graph
  const graph = emptyGraph(attributes)
  for (const node of drawn)
    graph.addNode(index.nodeKeys[node]!, { ...index.nodes[node]!, ...rounded(places.get(node)) })
  const documents = new Set<string>()
  let evidence = 0
  for (const edge of edges) {
    const [source, target] = [index.source[edge]!, index.target[edge]!]
    graph.addEdgeWithKey(
      index.edgeKeys[edge]!,
      index.nodeKeys[source]!,
      index.nodeKeys[target]!,
      index.edges[edge]!,
    )
    for (const row of index.edges[edge]!.evidence) {
      documents.add(row.document)
      evidence++
    }
  }
  graph.replaceAttributes({
    ...attributes,
    counts: { documents: documents.size, entities: graph.order, relations: graph.size, evidence },
    contradictions: attributes.contradictions.filter((one) => one.edges.every((edge) => graph.hasEdge(edge))),
  })
  return { graph, documents: index.documents }
}

function rounded(place: Point | undefined): Partial<Point> {
  if (place === undefined) return {}
  return { x: Math.round(place.x * 100) / 100, y: Math.round(place.y * 100) / 100 }
}

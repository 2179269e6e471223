import { orderedJson } from './ordered-json.ts'
import type { RedthreadGraph } from './redthread-graph.ts'

/**
 * graph.json in pieces: graphology's own serialization, a line per node and edge in the order of the graph,
 * fields always in the same order. Joined, the pieces are one JSON text that ends with a line end.
 */
export function* serializeGraph(graph: RedthreadGraph): Generator<string> {
  yield `{"attributes":${orderedJson(graph.getAttributes())},\n`
  yield '"options":{"type":"directed","multi":true,"allowSelfLoops":true},\n"nodes":['
  let separator = '\n'
  for (const { node, attributes } of graph.nodeEntries()) {
    yield `${separator}${orderedJson({ key: node, attributes })}`
    separator = ',\n'
  }
  yield '\n],\n"edges":['
  separator = '\n'
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    yield `${separator}${orderedJson({ key: edge, source, target, attributes })}`
    separator = ',\n'
  }
  yield '\n]}\n'
}

import type { GraphIndex } from '../graph/index-graph.ts'
import { type Focus, noFocus } from '../render/scene.ts'
import type { Selection } from './selection.ts'

/** What a selection brings forward in the drawing; `way` are the edges of the way that is told. */
export function focusOf(
  index: GraphIndex,
  selection: Selection | undefined,
  drawn: readonly number[],
  way: { readonly nodes: readonly number[]; readonly edges: readonly number[] } | undefined,
): Focus {
  if (selection === undefined) return noFocus
  if (selection.kind === 'path')
    return {
      nodes: new Set((way?.nodes ?? [selection.from]).map((node) => index.nodeKeys[node]!)),
      edges: new Set((way?.edges ?? []).map((edge) => index.edgeKeys[edge]!)),
    }
  const edges =
    selection.kind === 'node'
      ? drawn.filter((edge) => index.source[edge] === selection.node || index.target[edge] === selection.node)
      : selection.kind === 'edge'
        ? [selection.edge]
        : selection.edges
  const nodes = new Set(edges.flatMap((edge) => [index.source[edge]!, index.target[edge]!]))
  if (selection.kind === 'node') nodes.add(selection.node)
  const focus = {
    nodes: new Set([...nodes].map((node) => index.nodeKeys[node]!)),
    edges: new Set([...edges].map((edge) => index.edgeKeys[edge]!)),
  }
  if (selection.kind === 'node') return { ...focus, chosen: index.nodeKeys[selection.node]! }
  if (selection.kind === 'edge') return { ...focus, chosen: index.edgeKeys[selection.edge]! }
  return focus
}

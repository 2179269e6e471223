import { chooseDrawn } from '../graph/choose-drawn.ts'
import type { Filtered } from '../graph/filter-graph.ts'
import type { FocusView } from '../graph/focus.ts'
import { nextOfGroup } from '../graph/hidden-groups.ts'
import type { GraphIndex } from '../graph/index-graph.ts'
import { neighboursOf } from '../graph/neighbours.ts'
import type { Selection } from './selection.ts'
import type { Added, ViewState } from './view-state.ts'

/** How many neighbours come with a node that was not drawn when it is chosen. */
const neighboursAdded = 20

/** The nodes that the whole graph shows, ascending: the most central, and what the reader asked for. */
export function drawnOfWhole(
  index: GraphIndex,
  filtered: Filtered,
  { limit, added, groups }: Pick<ViewState, 'limit' | 'added' | 'groups'>,
): number[] {
  const asked = added.flatMap(({ node, neighbours }) => [
    node,
    ...(neighbours === 0 ? [] : neighboursOf(index, filtered.edges, node).slice(0, neighbours)),
  ])
  let drawn = chooseDrawn(index, filtered.nodes, filtered.edges, limit, new Set(asked))
  for (const [community, more] of groups)
    drawn = [...drawn, ...nextOfGroup(index, filtered.nodes, drawn, community, more)]
  return drawn.sort((a, b) => a - b)
}

/** The nodes of a focus and whatever is chosen, ascending. */
export function drawnOfFocus(
  index: GraphIndex,
  focus: FocusView,
  selection: Selection | undefined,
): number[] {
  return withNodes(focus.nodes, endsOf(index, selection))
}

/** A list of nodes with some more, ascending. */
export function withNodes(nodes: readonly number[], more: readonly number[]): number[] {
  return [...new Set([...nodes, ...more])].sort((a, b) => a - b)
}

/** The nodes that a selection names. */
export function endsOf(index: GraphIndex, selection: Selection | undefined): number[] {
  if (selection === undefined) return []
  if (selection.kind === 'node') return [selection.node]
  if (selection.kind === 'path')
    return selection.to === undefined ? [selection.from] : [selection.from, selection.to]
  const edges = selection.kind === 'edge' ? [selection.edge] : selection.edges
  return edges.flatMap((edge) => [index.source[edge]!, index.target[edge]!])
}

/** What must be added for a selection to be seen. A node brings its best neighbours along. */
export function addedFor(index: GraphIndex, selection: Selection, drawn: readonly number[]): Added[] {
  const isDrawn = new Set(drawn)
  const missing = new Set(endsOf(index, selection).filter((node) => !isDrawn.has(node)))
  const neighbours = selection.kind === 'node' ? neighboursAdded : 0
  return [...missing].map((node) => ({ node, neighbours }))
}

import { type GraphIndex, listAt } from './index-graph.ts'

/** How many nodes a graph opens with at most, and how many "show more" adds. */
export const openingNodes = 300

/**
 * Chooses at most `limit` of the nodes that pass: half of them the highest ranked of all, the rest in
 * turn from each community by rank, those joined to a chosen node first; and every pinned node that
 * passes, beyond the limit if need be. Gives node numbers, ascending.
 */
export function chooseDrawn(
  index: GraphIndex,
  passing: Uint8Array,
  passingEdges: Uint8Array,
  limit: number,
  pinned: ReadonlySet<number>,
): number[] {
  const candidates = [...index.byRank].filter((node) => passing[node] === 1)
  if (candidates.length <= limit) return candidates.sort((a, b) => a - b)
  const chosen = new Set(candidates.slice(0, Math.ceil(limit / 2)))
  const waiting = new Map<number, number[]>()
  for (const node of candidates) {
    if (chosen.has(node)) continue
    const community = index.nodes[node]!.community
    const list = waiting.get(community)
    if (list === undefined) waiting.set(community, [node])
    else list.push(node)
  }
  const joined = (node: number): boolean =>
    listAt(index.edgesAt, node).some(
      (edge) =>
        passingEdges[edge] === 1 &&
        chosen.has(index.source[edge] === node ? index.target[edge]! : index.source[edge]!),
    )
  let turns = [...waiting.values()].map((list) => ({ list, next: 0 }))
  const left: number[] = []
  while (turns.length > 0 && chosen.size < limit) {
    for (const turn of turns) {
      while (turn.next < turn.list.length && chosen.size < limit) {
        const node = turn.list[turn.next++]!
        if (joined(node)) {
          chosen.add(node)
          break
        }
        left.push(node)
      }
    }
    turns = turns.filter((turn) => turn.next < turn.list.length)
  }
  for (const node of left.sort((a, b) => index.rankOf[a]! - index.rankOf[b]!)) {
    if (chosen.size >= limit) break
    chosen.add(node)
  }
  for (const node of pinned) if (passing[node] === 1) chosen.add(node)
  return [...chosen].sort((a, b) => a - b)
}

/** The passing edges both of whose ends are drawn, ascending. */
export function drawnEdges(index: GraphIndex, passingEdges: Uint8Array, drawn: readonly number[]): number[] {
  const isDrawn = new Uint8Array(index.nodes.length)
  for (const node of drawn) isDrawn[node] = 1
  const edges: number[] = []
  for (let edge = 0; edge < passingEdges.length; edge++)
    if (passingEdges[edge] === 1 && isDrawn[index.source[edge]!] && isDrawn[index.target[edge]!])
      edges.push(edge)
  return edges
}

import { findPaths } from '../../../src/query/find-paths.ts'
import { type GraphIndex, listAt } from './index-graph.ts'
import { neighboursOf } from './neighbours.ts'

/** One way from an entity to another: the nodes it leads through, and for each step every edge that bears it. */
export interface Way {
  readonly nodes: readonly number[]
  /** Best attested edge of a step first. */
  readonly steps: readonly (readonly number[])[]
}

const mostWays = 5
const mostSteps = 6

/**
 * The shortest ways between two entities through relations that pass, whatever their direction. A value (a
 * date, an amount) that two entities share does not connect them; among ways of one length those come first
 * that avoid what is connected to everything.
 */
export function findWays(index: GraphIndex, passingEdges: Uint8Array, from: number, to: number): Way[] {
  const lists = index.nodes.map((_, node) => neighboursOf(index, passingEdges, node))
  const starts = new Int32Array(lists.length + 1)
  lists.forEach((list, node) => {
    starts[node + 1] = starts[node]! + list.length
  })
  const neighbours = Int32Array.from(lists.flatMap((list) => list.sort((a, b) => a - b)))
  const found = findPaths(
    { starts, neighbours },
    {
      from,
      to,
      count: mostWays,
      maxSteps: mostSteps,
      through: (node) => !index.nodeKeys[node]!.startsWith('value/'),
      cost: (node) => Math.log2(1 + lists[node]!.length),
    },
  )
  return found.map((nodes) => ({
    nodes,
    steps: nodes.slice(1).map((node, step) => edgesBetween(index, passingEdges, nodes[step]!, node)),
  }))
}

/** Passing edges between two nodes, either way: said before denied, then by how many sources bear them. */
function edgesBetween(index: GraphIndex, passingEdges: Uint8Array, a: number, b: number): number[] {
  const weight = (edge: number): number => {
    const { polarity, modality, derived, origins, confidence } = index.edges[edge]!
    const said = polarity === 'positive' && modality !== 'denied' ? 2 : 0
    return 100 * (said + (derived === true ? 0 : 1)) + Math.min(50, origins) + confidence
  }
  return [...listAt(index.edgesAt, a)]
    .filter((edge) => passingEdges[edge] === 1 && (index.source[edge] === b || index.target[edge] === b))
    .sort((first, second) => weight(second) - weight(first) || first - second)
}

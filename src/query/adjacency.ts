import type { RedthreadGraph } from '../graph/index.ts'
import type { Adjacency } from './find-paths.ts'
import { indexOf } from './graph-index.ts'

const adjacencies = new WeakMap<object, Adjacency>()

/** The adjacency of a graph by node number; loops are left out. Made once per graph. */
export function adjacencyOf(graph: RedthreadGraph): Adjacency {
  const index = indexOf(graph)
  const known = adjacencies.get(index)
  if (known) return known
  const { keys, numberOf, edges } = index
  const sets: Set<number>[] = keys.map(() => new Set())
  for (const { source, target } of edges) {
    const from = numberOf.get(source)!
    const to = numberOf.get(target)!
    if (from === to) continue
    sets[from]!.add(to)
    sets[to]!.add(from)
  }
  const starts = new Int32Array(keys.length + 1)
  for (const [node, set] of sets.entries()) starts[node + 1] = starts[node]! + set.size
  const neighbours = new Int32Array(starts[keys.length]!)
  for (const [node, set] of sets.entries()) neighbours.set(Int32Array.from(set).sort(), starts[node])
  const adjacency = { starts, neighbours }
  adjacencies.set(index, adjacency)
  return adjacency
}

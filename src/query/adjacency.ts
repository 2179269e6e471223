import type { RedthreadGraph } from '../graph/index.ts'
import { columnsOf } from './edge-columns.ts'
import type { Adjacency } from './find-paths.ts'
import { madeOnce } from './graph-index.ts'

/** The adjacency of a graph by node number; loops are left out. Made once per graph. */
export const adjacencyOf: (graph: RedthreadGraph) => Adjacency = madeOnce((graph, { keys, edges }) => {
  const { sources, targets } = columnsOf(graph)
  const counts = new Int32Array(keys.length + 1)
  for (let edge = 0; edge < edges.length; edge++)
    if (sources[edge] !== targets[edge]) {
      counts[sources[edge]! + 1]!++
      counts[targets[edge]! + 1]!++
    }
  for (let node = 0; node < keys.length; node++) counts[node + 1]! += counts[node]!
  const all = new Int32Array(counts[keys.length]!)
  const next = counts.slice()
  for (let edge = 0; edge < edges.length; edge++) {
    const from = sources[edge]!
    const to = targets[edge]!
    if (from === to) continue
    all[next[from]!++] = to
    all[next[to]!++] = from
  }
  // Parallel edges make a neighbour stand more than once in a row: rows are sorted and closed up in place.
  const starts = new Int32Array(keys.length + 1)
  let end = 0
  for (let node = 0; node < keys.length; node++) {
    starts[node] = end
    const row = all.subarray(counts[node]!, counts[node + 1]!).sort()
    let last = -1
    for (const neighbour of row)
      if (neighbour !== last) {
        all[end++] = neighbour
        last = neighbour
      }
  }
  starts[keys.length] = end
  return { starts, neighbours: all.slice(0, end) }
})

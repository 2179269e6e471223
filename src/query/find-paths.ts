/** Who is connected to whom, either way, in compressed rows: the neighbours of node n, each once, ascending. */
export interface Adjacency {
  /** Where the row of each node begins in `neighbours`; one longer than there are nodes. */
  readonly starts: Int32Array
  readonly neighbours: Int32Array
}

export interface PathSearch {
  readonly from: number
  readonly to: number
  /** At most so many paths. */
  readonly count: number
  /** At most so many steps in a path. */
  readonly maxSteps: number
  /** Whether a path may lead through this node. */
  through(node: number): boolean
  /** How much a path through this node says: lower comes first among paths of the same length. */
  cost(node: number): number
}

/**
 * How far each node is from `to`, up to `maxSteps` (at most 100); -1 for what is not reached. Breadth first.
 */
function distancesTo({ starts, neighbours }: Adjacency, search: PathSearch): Int8Array {
  const distances = new Int8Array(starts.length - 1).fill(-1)
  const queue = new Int32Array(starts.length - 1)
  distances[search.to] = 0
  queue[0] = search.to
  let end = 1
  let begin = 0
  for (let distance = 1; distance <= search.maxSteps && begin < end; distance++) {
    const ring = end
    for (; begin < ring; begin++) {
      const node = queue[begin]!
      if (node !== search.to && !search.through(node)) continue
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        const neighbour = neighbours[i]!
        if (distances[neighbour] !== -1) continue
        distances[neighbour] = distance
        queue[end++] = neighbour
      }
    }
  }
  return distances
}

// A hub can lie on more paths of one length than anybody reads; these bound the work, not the correctness
// of what is given back.
const mostCandidates = 2_000
const mostVisits = 200_000

/**
 * The shortest simple paths between two nodes, each a list of nodes from `from` to `to`: depth-first for one
 * length after another, never into a node from which `to` is too far. Among equally long ones those that
 * avoid costly nodes come first, then those with lower node numbers.
 */
export function findPaths(adjacency: Adjacency, search: PathSearch): number[][] {
  const { starts, neighbours } = adjacency
  const distances = distancesTo(adjacency, search)
  const shortest = distances[search.from]!
  if (shortest < 0 || search.from === search.to) return []
  const found: number[][] = []
  for (let length = shortest; length <= search.maxSteps && found.length < search.count; length++) {
    const candidates: { path: number[]; cost: number }[] = []
    const path = [search.from]
    const onPath = new Set(path)
    let visits = 0
    const walk = (node: number, cost: number): void => {
      const left = length - (path.length - 1)
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        if (candidates.length >= mostCandidates || visits++ >= mostVisits) return
        const next = neighbours[i]!
        if (next === search.to) {
          if (left === 1) candidates.push({ path: [...path, next], cost })
          continue
        }
        const distance = distances[next]!
        if (distance < 0 || distance > left - 1 || onPath.has(next) || !search.through(next)) continue
        path.push(next)
        onPath.add(next)
        walk(next, cost + search.cost(next))
        path.pop()
        onPath.delete(next)
      }
    }
    walk(search.from, 0)
    candidates.sort((a, b) => a.cost - b.cost || comparePaths(a.path, b.path))
    found.push(...candidates.slice(0, search.count - found.length).map(({ path: nodes }) => nodes))
  }
  return found
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  for (const [i, node] of a.entries()) if (node !== b[i]) return node - b[i]!
  return 0
}

import { louvain } from './graphology-functions.ts'
import type { Projection } from './projection.ts'
import { seededRandom } from './seeded.ts'

/**
 * The community of every node, by the Louvain method (Blondel et al. 2008) with a seeded walk. 0 is the
 * largest; equally large ones are in the order of their first key.
 */
export function findCommunities(projection: Projection): ReadonlyMap<string, number> {
  if (projection.order === 0) return new Map()
  // The method divides by the total weight, so without an edge every node is its own community.
  const found =
    projection.size === 0
      ? Object.fromEntries(projection.mapNodes((node, _attributes) => [node, node]))
      : louvain(projection, { getEdgeWeight: 'weight', rng: seededRandom(1) })
  const members = new Map<string | number, string[]>()
  for (const node of projection.nodes()) {
    const id = found[node]!
    const list = members.get(id)
    if (list) list.push(node)
    else members.set(id, [node])
  }
  const communities = [...members.values()]
  for (const list of communities) list.sort()
  communities.sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1))
  return new Map(communities.flatMap((list, number) => list.map((node) => [node, number] as const)))
}

import type { GraphIndex } from './index-graph.ts'

/** Communities of fewer members have no name of their own. */
const fewestMembers = 3
/** Value key of the facet of communities for all the small ones together. */
export const smallCommunity = 'small'

/**
 * A name for every community of some size: its most central entities, at most two, values (dates, amounts)
 * only where there is nothing else. Largest community first.
 */
export function nameCommunities(index: GraphIndex): Map<number, string> {
  const members = new Map<number, number[]>()
  for (const node of index.byRank) {
    const { community } = index.nodes[node]!
    const list = members.get(community)
    if (list === undefined) members.set(community, [node])
    else list.push(node)
  }
  const named = [...members].filter(([, list]) => list.length >= fewestMembers)
  named.sort(([a, one], [b, other]) => other.length - one.length || a - b)
  return new Map(named.map(([community, list]) => [community, nameOf(index, list)]))
}

function nameOf(index: GraphIndex, members: readonly number[]): string {
  const isValue = (node: number): boolean => index.nodeKeys[node]!.startsWith('value/')
  const proper = members.filter((node) => !isValue(node))
  return (proper.length > 0 ? proper : members)
    .slice(0, 2)
    .map((node) => index.nodes[node]!.label)
    .join(', ')
}

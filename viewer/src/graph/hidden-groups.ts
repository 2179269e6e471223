import type { GraphIndex } from './index-graph.ts'

/** The entities of one community that pass the filters but are not drawn: one ring stands for them. */
export interface HiddenGroup {
  readonly community: number
  /** Name of the member ranked highest. */
  readonly label: string
  /** Middle of its members, in the file's units. */
  readonly x: number
  readonly y: number
  /** How many they are. */
  readonly members: number
  /** Node number of the one ranked highest. */
  readonly lead: number
}

const fewestMembers = 5
const mostGroups = 12

/** Key of the ring of a community in the drawing; no key of an entity begins so. */
export function groupKey(community: number): string {
  return `group ${community}`
}

/** The community of a ring's key, or undefined for the key of an entity. */
export function communityOf(key: string): number | undefined {
  return key.startsWith('group ') ? Number(key.slice(6)) : undefined
}

/** The largest groups of entities that pass but are not drawn, largest first; none where all are drawn. */
export function hiddenGroups(
  index: GraphIndex,
  passing: Uint8Array,
  drawn: readonly number[],
): HiddenGroup[] {
  const isDrawn = new Uint8Array(index.nodes.length)
  for (const node of drawn) isDrawn[node] = 1
  const groups = new Map<number, { x: number; y: number; members: number; lead: number }>()
  for (const node of index.byRank) {
    if (passing[node] === 0 || isDrawn[node] === 1) continue
    const { community, x, y } = index.nodes[node]!
    const group = groups.get(community)
    if (group === undefined) groups.set(community, { x, y, members: 1, lead: node })
    else {
      group.x += x
      group.y += y
      group.members++
    }
  }
  return [...groups]
    .filter(([, { members }]) => members >= fewestMembers)
    .sort(([a, one], [b, other]) => other.members - one.members || a - b)
    .slice(0, mostGroups)
    .map(([community, { x, y, members, lead }]) => ({
      community,
      label: index.nodes[lead]!.label.slice(0, 24),
      x: x / members,
      y: y / members,
      members,
      lead,
    }))
}

/** The next entities of a community to be drawn: the `most` highest ranked of those that are not. */
export function nextOfGroup(
  index: GraphIndex,
  passing: Uint8Array,
  drawn: readonly number[],
  community: number,
  most: number,
): number[] {
  const isDrawn = new Set(drawn)
  return [...index.byRank]
    .filter((node) => passing[node] === 1 && index.nodes[node]!.community === community && !isDrawn.has(node))
    .slice(0, most)
}

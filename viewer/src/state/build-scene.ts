import type { EdgeAttributes } from '../../../src/model/graph.ts'
import { groupKey, type HiddenGroup } from '../graph/hidden-groups.ts'
import type { GraphIndex } from '../graph/index-graph.ts'
import type { Bundle, DrawnEdge, DrawnNode, LineStyle, Scene } from '../render/scene.ts'

/** How an edge is drawn by what is claimed: denied, not put as a fact, or said plainly. */
export function lineStyle({ polarity, modality }: EdgeAttributes): LineStyle {
  if (polarity === 'negative' || modality === 'denied') return 'dashed'
  return modality === 'asserted' || modality === 'reported' ? 'solid' : 'dotted'
}

/** Radii in CSS pixels, in proportion to the sizes of the file: 4 to 14. */
export function nodeRadii(index: GraphIndex): number[] {
  let low = Number.POSITIVE_INFINITY
  let high = 0
  for (const { size } of index.nodes) {
    low = Math.min(low, size)
    high = Math.max(high, size)
  }
  return index.nodes.map(({ size }) => (high > low ? 4 + (10 * (size - low)) / (high - low) : 7))
}

/** The scene of the chosen nodes and edges; nodes by rank, edges in the file's order. */
export function buildScene(
  index: GraphIndex,
  radii: readonly number[],
  colors: readonly number[],
  curvatures: readonly number[],
  drawn: readonly number[],
  edges: readonly number[],
  groups: readonly HiddenGroup[] = [],
): Scene {
  const order = [...drawn].sort((a, b) => index.rankOf[a]! - index.rankOf[b]!)
  const placeOf = new Map(order.map((node, place) => [node, place]))
  const nodes = order.map((node): DrawnNode => {
    const { x, y, label } = index.nodes[node]!
    const key = index.nodeKeys[node]!
    return { key, x, y, label, radius: radii[node]!, color: colors[node]!, group: false }
  })
  const drawnGroups = groups.map(
    ({ community, label, x, y, members, lead }): DrawnNode => ({
      key: groupKey(community),
      x,
      y,
      label,
      radius: Math.min(22, 8 + 2 * Math.log2(members)),
      color: colors[lead]!,
      group: true,
    }),
  )
  const pairs = new Map<string, number[]>()
  const drawnEdges = edges.map((edge, place): DrawnEdge => {
    const source = placeOf.get(index.source[edge]!)!
    const target = placeOf.get(index.target[edge]!)!
    if (source !== target) {
      const pair = source < target ? `${source} ${target}` : `${target} ${source}`
      const list = pairs.get(pair)
      if (list === undefined) pairs.set(pair, [place])
      else list.push(place)
    }
    const attributes = index.edges[edge]!
    return {
      key: index.edgeKeys[edge]!,
      source,
      target,
      curvature: curvatures[edge]!,
      style: lineStyle(attributes),
      negative: attributes.polarity === 'negative',
      label: attributes.label,
      width: 1.1 + Math.min(1.4, 0.5 * Math.log2(Math.max(1, attributes.origins))),
    }
  })
  const bundles: Bundle[] = []
  for (const members of pairs.values()) {
    if (members.length < 2) continue
    const { source, target } = drawnEdges[members[0]!]!
    bundles.push({ key: `${nodes[source]!.key} ${nodes[target]!.key}`, source, target, edges: members })
  }
  return { nodes: [...nodes, ...drawnGroups], edges: drawnEdges, bundles }
}

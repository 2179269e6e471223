import type { EdgeAttributes } from '../../../src/model/graph.ts'
import { groupKey, type HiddenGroup } from '../graph/hidden-groups.ts'
import type { GraphIndex } from '../graph/index-graph.ts'
import { extent } from '../render/frame-view.ts'
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
  // many nodes are drawn smaller
  const crowd = Math.max(0.6, Math.min(1, Math.sqrt(100 / Math.max(1, order.length))))
  const nodes = order.map((node): DrawnNode => {
    const { x, y, label } = index.nodes[node]!
    const key = index.nodeKeys[node]!
    return { key, x, y, label, radius: radii[node]! * crowd, color: colors[node]!, group: false }
  })
  const drawnGroups = ringsAround(nodes, groups, colors)
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

/** Puts the rings of groups around the drawing, in the order in which their members lie around its middle. */
function ringsAround(
  nodes: readonly DrawnNode[],
  groups: readonly HiddenGroup[],
  colors: readonly number[],
): DrawnNode[] {
  const { x, y } = extent(nodes)
  const middle = { x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 }
  const half = { x: ((x[1] - x[0]) / 2) * 1.2, y: ((y[1] - y[0]) / 2) * 1.2 }
  const angleOf = (group: HiddenGroup): number => Math.atan2(group.y - middle.y, group.x - middle.x)
  const around = [...groups].sort((a, b) => angleOf(a) - angleOf(b) || a.community - b.community)
  return around.map(({ community, label, members, lead }, place): DrawnNode => {
    const angle = -Math.PI + (2 * Math.PI * (place + 0.5)) / around.length
    return {
      key: groupKey(community),
      x: middle.x + half.x * Math.cos(angle),
      y: middle.y + half.y * Math.sin(angle),
      label,
      radius: Math.min(13, 5 + Math.log2(members)),
      color: colors[lead]!,
      group: true,
    }
  })
}

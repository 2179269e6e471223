import type { EdgeAttributes } from '../../../src/model/graph.ts'
import type { FocusView } from '../graph/focus.ts'
import { groupKey, type HiddenGroup } from '../graph/hidden-groups.ts'
import type { GraphIndex } from '../graph/index-graph.ts'
import type { Point } from '../render/edge-geometry.ts'
import { extent } from '../render/frame-view.ts'
import type { Bundle, DrawnEdge, DrawnNode, LineStyle, Scene } from '../render/scene.ts'
import { t } from '../text/language.ts'

/** How an edge is drawn by what is claimed: denied, derived, not put as a fact, or said plainly. */
export function lineStyle({ polarity, modality, derived }: EdgeAttributes): LineStyle {
  if (polarity === 'negative' || modality === 'denied') return 'dashed'
  if (derived === true) return 'derived'
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

/** What never changes in the drawings of one graph. */
export interface SceneLooks {
  readonly radii: readonly number[]
  readonly colors: readonly number[]
  readonly curvatures: readonly number[]
}

/** What a scene is made of. */
export interface SceneParts {
  /** Node numbers. */
  readonly drawn: readonly number[]
  /** Edge numbers. */
  readonly edges: readonly number[]
  readonly groups?: readonly HiddenGroup[]
  /** Where nodes were put by hand or by a new layout. */
  readonly places?: ReadonlyMap<number, Point>
  readonly fixed?: ReadonlySet<number>
  /** How much of its neighbours each node of a focus shows. */
  readonly focus?: FocusView | undefined
}

/** The scene of the chosen nodes and edges; nodes by rank, edges in the file's order. */
export function buildScene(
  index: GraphIndex,
  { radii, colors, curvatures }: SceneLooks,
  { drawn, edges, groups = [], places = new Map(), fixed = new Set(), focus }: SceneParts,
): Scene {
  const order = [...drawn].sort((a, b) => index.rankOf[a]! - index.rankOf[b]!)
  const placeOf = new Map(order.map((node, place) => [node, place]))
  // many nodes are drawn smaller
  const crowd = Math.max(0.6, Math.min(1, Math.sqrt(100 / Math.max(1, order.length))))
  const nodes = order.map((node): DrawnNode => {
    const { x, y } = places.get(node) ?? index.nodes[node]!
    const key = index.nodeKeys[node]!
    const change = index.changes.nodes.get(key)
    return {
      key,
      x,
      y,
      label: labelOf(index.nodes[node]!.label, focus?.shown(node)),
      radius: radii[node]! * crowd,
      color: colors[node]!,
      group: false,
      placed: fixed.has(node),
      ...(change === undefined ? {} : { change }),
    }
  })
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
    const key = index.edgeKeys[edge]!
    const change = index.changes.edges.get(key)
    return {
      key,
      source,
      target,
      curvature: curvatures[edge]!,
      style: lineStyle(attributes),
      negative: attributes.polarity === 'negative',
      label: attributes.label,
      width: 1.1 + Math.min(1.4, 0.5 * Math.log2(Math.max(1, attributes.origins))),
      ...(change === undefined ? {} : { change }),
    }
  })
  const bundles: Bundle[] = []
  for (const members of pairs.values()) {
    if (members.length < 2) continue
    const { source, target } = drawnEdges[members[0]!]!
    bundles.push({ key: `${nodes[source]!.key} ${nodes[target]!.key}`, source, target, edges: members })
  }
  return { nodes: [...nodes, ...ringsAround(nodes, groups, colors)], edges: drawnEdges, bundles }
}

/** In a focus a name says how many neighbours are not drawn. */
function labelOf(label: string, neighbours: { shown: number; of: number } | undefined): string {
  const hidden = neighbours === undefined ? 0 : neighbours.of - neighbours.shown
  return hidden === 0 ? label : `${label} (+${t().number(hidden)})`
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
      label: t().groupLabel(label, members - 1),
      radius: Math.min(13, 5 + Math.log2(members)),
      color: colors[lead]!,
      group: true,
      placed: false,
    }
  })
}

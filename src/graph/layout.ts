import { findComponents } from './components.ts'
import { forceAtlas2 } from './graphology-functions.ts'
import { type PackedPart, packComponents } from './pack-components.ts'
import type { Projection } from './projection.ts'
import { hash32, seededRandom } from './seeded.ts'

interface Position {
  readonly x: number
  readonly y: number
}

/**
 * How many rounds a component of so many nodes gets: few where it is a handful, many where they are cheap, at least 30
 * for the largest. It depends on nothing else in the graph, so that what changes elsewhere moves nothing here.
 */
export function layoutIterations(order: number): number {
  if (order < 20) return 100
  return Math.round(Math.min(600, Math.max(30, 400_000 / order)))
}

/** Room around a component. */
const margin = 6

/**
 * Positions by ForceAtlas2, for each connected component by itself, the components then seated around the largest.
 * Each node starts on a disc at a place that depends on its key alone, and a component is seated by its first key: where
 * little changes in the graph, little moves in the picture.
 */
export function layoutNodes(projection: Projection): ReadonlyMap<string, Position> {
  const parts = findComponents(projection).map((nodes) => layoutComponent(projection, nodes))
  const places = packComponents(parts)
  const positions = new Map<string, Position>()
  parts.forEach((part, index) => {
    const { x, y } = places[index]!
    for (const [node, at] of part.positions) positions.set(node, { x: at.x + x, y: at.y + y })
  })
  return positions
}

/** One component around its own middle, with the radius that holds it. */
function layoutComponent(
  projection: Projection,
  nodes: readonly string[],
): PackedPart & { readonly positions: readonly (readonly [string, Position])[] } {
  const order = nodes.length
  const key = nodes[0]!
  if (order === 1) return { key, order, positions: [[key, { x: 0, y: 0 }]], radius: margin }
  const component = projection.nullCopy() as Projection
  const spread = 10 * Math.sqrt(order)
  for (const node of nodes) {
    const random = seededRandom(hash32(node))
    const angle = 2 * Math.PI * random()
    const distance = spread * Math.sqrt(random())
    component.addNode(node, { x: distance * Math.cos(angle), y: distance * Math.sin(angle) })
  }
  for (const node of nodes)
    projection.forEachEdge(node, (key, attributes, source, target) => {
      if (source === node) component.addEdgeWithKey(key, source, target, { ...attributes })
    })
  const found = forceAtlas2(component, {
    iterations: layoutIterations(order),
    // A pair that twenty sources connect must not lie on one spot: the weight counts by its logarithm.
    getEdgeWeight: (_edge, attributes) => 1 + Math.log2(attributes.weight),
    settings: {
      barnesHutOptimize: order > 1000,
      // How wide a group of nodes may look from one to count as one body: half the work of the usual 0.5, as good a drawing.
      barnesHutTheta: 0.9,
      strongGravityMode: true,
      gravity: 0.1,
      scalingRatio: 12,
      slowDown: 1 + Math.log(order),
    },
  })
  const middle = { x: 0, y: 0 }
  for (const node of nodes) {
    middle.x += found[node]!.x / order
    middle.y += found[node]!.y / order
  }
  let radius = 0
  const positions = nodes.map((node): [string, Position] => {
    const at = { x: found[node]!.x - middle.x, y: found[node]!.y - middle.y }
    radius = Math.max(radius, Math.hypot(at.x, at.y))
    return [node, at]
  })
  return { key, order, positions, radius: radius + margin }
}

import { packSiblings } from 'd3-hierarchy'
import { findComponents } from './components.ts'
import { forceAtlas2 } from './graphology-functions.ts'
import type { Projection } from './projection.ts'
import { hash32, seededRandom } from './seeded.ts'

interface Position {
  readonly x: number
  readonly y: number
}

/** How many rounds the layout gets: many where they are cheap, at least 30 for the largest graphs. */
export function layoutIterations(order: number): number {
  return Math.round(Math.min(600, Math.max(30, 400_000 / Math.max(1, order))))
}

/** Room around a component. */
const margin = 6

/**
 * Positions by ForceAtlas2, for each connected component by itself; the components are then packed, the largest
 * first and so in the middle, by the front-chain method of Wang and others (2006). Each node starts on a disc at a place that depends on its key alone.
 */
export function layoutNodes(projection: Projection): ReadonlyMap<string, Position> {
  const iterations = layoutIterations(projection.order)
  const parts = findComponents(projection).map((nodes) => layoutComponent(projection, nodes, iterations))
  const bySize = parts.map((_, index) => index).sort((a, b) => parts[b]!.radius - parts[a]!.radius || a - b)
  const places = packSiblings(bySize.map((index) => ({ r: parts[index]!.radius })))
  const positions = new Map<string, Position>()
  bySize.forEach((index, order) => {
    const { x, y } = places[order]!
    for (const [node, at] of parts[index]!.positions) positions.set(node, { x: at.x + x, y: at.y + y })
  })
  return positions
}

/** One component around its own middle, with the radius that holds it. */
function layoutComponent(
  projection: Projection,
  nodes: readonly string[],
  iterations: number,
): { positions: [string, Position][]; radius: number } {
  const order = nodes.length
  if (order === 1) return { positions: [[nodes[0]!, { x: 0, y: 0 }]], radius: margin }
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
    iterations,
    // A pair that twenty sources connect must not lie on one spot: the weight counts by its logarithm.
    getEdgeWeight: (_edge, attributes) => 1 + Math.log2(attributes.weight),
    settings: {
      barnesHutOptimize: order > 1000,
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
  return { positions, radius: radius + margin }
}

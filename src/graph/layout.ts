import { forceAtlas2 } from './graphology-functions.ts'
import type { Projection } from './projection.ts'
import { hash32, seededRandom } from './seeded.ts'

/** How many rounds the layout gets: many where they are cheap, at least 30 for the largest graphs. */
export function layoutIterations(order: number): number {
  return Math.round(Math.min(600, Math.max(30, 400_000 / Math.max(1, order))))
}

/**
 * Positions by ForceAtlas2. Each node starts on a disc at a place that depends on its key alone. Strong
 * gravity pulls towards the middle in proportion to the distance, which keeps components that no edge
 * connects beside each other.
 */
export function layoutNodes(projection: Projection): ReadonlyMap<string, { x: number; y: number }> {
  const order = projection.order
  const radius = 10 * Math.sqrt(order)
  projection.updateEachNodeAttributes((node) => {
    const random = seededRandom(hash32(node))
    const angle = 2 * Math.PI * random()
    const distance = radius * Math.sqrt(random())
    return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) }
  })
  if (order < 2) return new Map(projection.nodes().map((node) => [node, { x: 0, y: 0 }]))
  const positions = forceAtlas2(projection, {
    iterations: layoutIterations(order),
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
  return new Map(Object.entries(positions))
}

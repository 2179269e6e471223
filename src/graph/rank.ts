import { pagerank } from './graphology-functions.ts'
import type { Projection } from './projection.ts'

/**
 * PageRank (damping 0.85) of every node over the undirected view: a person who acts counts as much as the
 * one acted upon. The values add up to 1; a graph on which the iteration does not settle ranks by strength.
 */
export function rankNodes(projection: Projection): ReadonlyMap<string, number> {
  if (projection.order === 0) return new Map()
  try {
    const tolerance = 1e-6 / projection.order
    const ranks = pagerank(projection, { getEdgeWeight: 'weight', maxIterations: 500, tolerance })
    return new Map(Object.entries(ranks))
  } catch {
    const strengths = new Map<string, number>()
    let total = 0
    projection.forEachNode((node) => {
      let strength = 1
      projection.forEachEdge(node, (_edge, attributes) => {
        strength += attributes.weight
      })
      strengths.set(node, strength)
      total += strength
    })
    for (const [node, strength] of strengths) strengths.set(node, strength / total)
    return strengths
  }
}

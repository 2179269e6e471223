import { UndirectedGraph } from 'graphology'
import type { Entity, Relation } from '../model/index.ts'

/** The graph with at most one edge between two nodes: who is connected to whom, and how strongly. */
export type Projection = UndirectedGraph<{ x: number; y: number }, { weight: number }>

/**
 * The undirected view on which rank, communities and positions are computed. The weight of a pair is the
 * number of independent sources of all relations between the two, at least one each; a loop counts nothing.
 */
export function projectRelations(
  entities: readonly Pick<Entity, 'key'>[],
  relations: readonly Pick<Relation, 'source' | 'target' | 'origins'>[],
): Projection {
  const projection: Projection = new UndirectedGraph<{ x: number; y: number }, { weight: number }>()
  for (const { key } of entities) projection.addNode(key, { x: 0, y: 0 })
  for (const { source, target, origins } of relations) {
    if (source === target) continue
    const weight = Math.max(1, origins)
    const known = projection.edge(source, target)
    if (known === undefined) projection.addEdgeWithKey(String(projection.size), source, target, { weight })
    else projection.updateEdgeAttribute(known, 'weight', (sum) => (sum ?? 0) + weight)
  }
  return projection
}

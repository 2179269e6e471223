import type { Entity, EntityType, GraphAttributes, NodeAttributes, Relation } from '../model/index.ts'
import { findCommunities } from './communities.ts'
import { betweenness } from './graphology-functions.ts'
import { layoutNodes } from './layout.ts'
import { type Projection, projectRelations } from './projection.ts'
import { rankNodes } from './rank.ts'
import { emptyGraph, type RedthreadGraph } from './redthread-graph.ts'

/** What a graph is built from. `types` gives the colours; a type that is not in it is grey. */
export interface GraphParts {
  readonly entities: readonly Entity[]
  readonly relations: readonly Relation[]
  readonly attributes: GraphAttributes
  readonly types: ReadonlyMap<string, Pick<EntityType, 'color'>>
  /** Whether betweenness is worked out for each node: a dozen seconds at 10,000 nodes, so not unless asked for. */
  readonly betweenness?: boolean
}

const grey = '#8c8c8c'

/** Six significant digits: enough to draw and to sort by, and no trace of how a sum was added up. */
const rounded = (value: number): number => Number(value.toPrecision(6))

/** Two decimals; never -0, which files cannot tell from 0. */
const hundredths = (value: number): number => Math.round(value * 100) / 100 + 0

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/**
 * The graph of these entities and relations, whatever their order: nodes and edges in the order of their
 * keys, with rank, community, position, size (3 to 18, by the root of the rank) and colour. Throws where a
 * key is used twice or a relation names an entity that is not there: both are faults of the caller.
 */
export function buildGraph(parts: GraphParts): RedthreadGraph {
  const entities = [...parts.entities].sort(byKey)
  const relations = [...parts.relations].sort(byKey)
  const drawn = drawNodes(projectRelations(entities, relations), parts.betweenness === true)
  const graph = emptyGraph(parts.attributes)
  for (const { key, ...attributes } of entities) {
    const color = parts.types.get(attributes.type)?.color ?? grey
    graph.addNode(key, { ...attributes, ...drawn(key, color) })
  }
  for (const { key, source, target, ...attributes } of relations)
    graph.addEdgeWithKey(key, source, target, attributes)
  return graph
}

type Drawn = Pick<NodeAttributes, 'x' | 'y' | 'size' | 'color' | 'community' | 'rank' | 'betweenness'>

/** How each node is drawn. The view that it is worked out on is let go before the graph takes its room. */
function drawNodes(projection: Projection, withBetweenness: boolean): (node: string, color: string) => Drawn {
  const ranks = rankNodes(projection)
  const communities = findCommunities(projection)
  const positions = layoutNodes(projection)
  const between = withBetweenness ? betweenness(projection, { getEdgeWeight: null }) : undefined
  let highest = 0
  for (const rank of ranks.values()) highest = Math.max(highest, rank)
  return (node, color) => {
    const rank = ranks.get(node) ?? 0
    const { x, y } = positions.get(node)!
    return {
      x: hundredths(x),
      y: hundredths(y),
      size: Math.round(100 * (3 + 15 * Math.sqrt(rank / (highest || 1)))) / 100,
      color,
      community: communities.get(node)!,
      rank: rounded(rank),
      ...(between && { betweenness: rounded(between[node]!) }),
    }
  }
}

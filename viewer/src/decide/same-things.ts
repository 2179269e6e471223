import { leadMention, placeKey } from '../../../src/model/mention-place.ts'
import type { GraphIndex } from '../graph/index-graph.ts'

/** Keys of one graph that another has under other keys: by key, the number of the node or edge there. */
export interface SameThings {
  readonly nodes: ReadonlyMap<string, number>
  readonly edges: ReadonlyMap<string, number>
}

/** Finds the things of a graph again in another of the same texts: a node by a mention, an edge by a claim. */
export function sameThings(before: GraphIndex, after: GraphIndex): SameThings {
  const owner = new Map<string, number>()
  after.nodes.forEach(({ mentions }, node) => {
    for (const mention of mentions) owner.set(placeKey(mention), node)
  })
  const nodes = new Map<string, number>()
  before.nodes.forEach(({ mentions }, node) => {
    const key = before.nodeKeys[node]!
    const first = leadMention(mentions)
    const now = first && owner.get(placeKey(first))
    if (!after.nodeOf.has(key) && now !== undefined) nodes.set(key, now)
  })
  const bearer = new Map<string, number>()
  after.edges.forEach(({ relation, evidence }, edge) => {
    for (const { claim } of evidence) bearer.set(`${relation}\t${claim}`, edge)
  })
  const edges = new Map<string, number>()
  before.edges.forEach(({ relation, evidence }, edge) => {
    const key = before.edgeKeys[edge]!
    const now = evidence[0] && bearer.get(`${relation}\t${evidence[0].claim}`)
    if (!after.edgeOf.has(key) && now !== undefined) edges.set(key, now)
  })
  return { nodes, edges }
}

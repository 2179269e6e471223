import type { SerializedGraph } from '../../src/model/graph.ts'

/** What the page and a build must agree on: all but layout, rank, communities and what is derived. */
export function essence(graph: SerializedGraph): unknown {
  return {
    nodes: graph.nodes.map(({ key, attributes }) => {
      const { x: _x, y: _y, size: _s, color: _c, community: _m, rank: _r, ...rest } = attributes
      return { key, ...rest }
    }),
    edges: graph.edges
      .filter(({ attributes }) => attributes.derived !== true)
      .map(({ key, source, target, attributes }) => ({ key, source, target, ...attributes })),
  }
}

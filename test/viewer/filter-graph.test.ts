import { describe, expect, test } from 'vitest'
import type { SerializedGraph } from '../../src/model/graph.ts'
import { type FacetId, facetIds, readFacets } from '../../viewer/src/graph/facets.ts'
import { type FacetFilter, filterGraph } from '../../viewer/src/graph/filter-graph.ts'
import { indexGraph } from '../../viewer/src/graph/index-graph.ts'
import { madeGraph } from './made-graph.ts'

const made = madeGraph({ nodes: 80, edges: 200, seed: 3 })
const index = indexGraph(made.graph.export() as SerializedGraph, made.documents)
const facets = readFacets(index)

function apply(...filters: [FacetId, FacetFilter][]): ReturnType<typeof filterGraph> {
  return filterGraph(index, facets, new Map(filters))
}

const only = (key: string): FacetFilter => ({ mode: 'only', keys: new Set([key]) })
const except = (key: string): FacetFilter => ({ mode: 'except', keys: new Set([key]) })

describe('filterGraph', () => {
  test('lets everything through without filters', () => {
    const { nodeCount, edgeCount } = apply()
    expect([nodeCount, edgeCount]).toEqual([index.nodes.length, index.edges.length])
  })

  test('says of each value how many relations choosing it alone shows', () => {
    const { counts } = apply()
    for (const facet of facets.list) {
      if (facet.level === 'node') continue
      facet.values.forEach((value, code) => {
        expect([facet.id, value.key, counts.get(facet.id)![code]]).toEqual([
          facet.id,
          value.key,
          apply([facet.id, only(value.key)]).edgeCount,
        ])
      })
    }
  })

  test('counts the entities of each community that pass the filter of types', () => {
    const community = facets.list.find(({ id }) => id === 'community')!
    expect(community.values.length).toBeGreaterThan(1)
    const { nodes, counts } = apply(['type', except('person')])
    community.values.forEach((_, code) => {
      const passing = [...nodes.keys()].filter((node) => nodes[node] === 1)
      const own = passing.filter((node) => community.codes.items[node] === code)
      expect(counts.get('community')![code]).toBe(own.length)
    })
  })

  test('counts a facet by what the other facets let through, not by its own choice', () => {
    const relation = facets.list.find(({ id }) => id === 'relation')!
    const key = relation.values[0]!.key
    const narrowed = apply(['relation', only(key)], ['polarity', only('positive')])
    const free = apply(['polarity', only('positive')])
    expect(narrowed.counts.get('relation')).toEqual(free.counts.get('relation'))
    expect(narrowed.edgeCount).toBe(free.counts.get('relation')![0])
    expect(narrowed.edgeCount).toBeLessThan(free.edgeCount)
  })

  test('asks that one passage passes all facets of passages together', () => {
    const publisher = 'Quay Radio'
    const { edges } = apply(['publisher', only(publisher)], ['modality', only('asserted')])
    index.edges.forEach((edge, number) => {
      const passes = edge.evidence.some(
        (row) => row.modality === 'asserted' && index.documents.get(row.document)!.publisher === publisher,
      )
      expect(edges[number] === 1).toBe(passes)
    })
  })

  test('hides the relations of entities whose type is hidden', () => {
    const { nodes, edges } = apply(['type', except('person')])
    index.nodes.forEach((node, number) => {
      if (node.type === 'person') expect(nodes[number]).toBe(0)
    })
    index.edges.forEach((_, number) => {
      const types = [index.nodes[index.source[number]!]!.type, index.nodes[index.target[number]!]!.type]
      expect(edges[number] === 1).toBe(!types.includes('person'))
    })
  })

  test('keeps entities without relations until a filter speaks of relations', () => {
    const alone = index.nodes.findIndex(
      (_, node) => index.edgesAt.offsets[node] === index.edgesAt.offsets[node + 1],
    )
    expect(alone).toBeGreaterThanOrEqual(0)
    expect(apply().nodes[alone]).toBe(1)
    expect(apply(['polarity', only('negative')]).nodes[alone]).toBe(0)
  })

  test('has every facet of the legend', () => {
    expect(facets.list.map(({ id }) => id)).toEqual([...facetIds])
  })
})

import { describe, expect, it } from 'vitest'
import { buildGraph, serializeGraph } from '../../src/graph/index.ts'
import { layoutIterations } from '../../src/graph/layout.ts'
import type { Relation } from '../../src/model/index.ts'
import { madeCorpus } from './made-graph.ts'

const text = (pieces: Iterable<string>): string => [...pieces].join('')

describe('buildGraph', () => {
  it('gives the same bytes whatever the order of entities and relations', () => {
    const corpus = madeCorpus({ entities: 120, relations: 200 })
    const turned = {
      ...corpus,
      entities: corpus.entities.toReversed(),
      relations: corpus.relations.toSorted((a, b) => (a.label < b.label ? -1 : 1)),
    }
    expect(text(serializeGraph(buildGraph(turned)))).toBe(text(serializeGraph(buildGraph(corpus))))
  })

  it('leaves what it is given as it is', () => {
    const corpus = madeCorpus()
    const before = JSON.stringify([corpus.entities, corpus.relations])
    buildGraph(corpus)
    expect(JSON.stringify([corpus.entities, corpus.relations])).toBe(before)
  })

  it('holds nodes and edges in the order of their keys', () => {
    const graph = buildGraph(madeCorpus())
    expect(graph.nodes()).toEqual(graph.nodes().toSorted())
    expect(graph.edges()).toEqual(graph.edges().toSorted())
  })

  it('ranks so that all ranks add up to one and the most connected node is among the largest', () => {
    const graph = buildGraph(madeCorpus({ entities: 60, relations: 200 }))
    const total = graph.reduceNodes((sum, _node, { rank }) => sum + rank, 0)
    expect(total).toBeCloseTo(1, 4)
    const bySize = graph
      .nodes()
      .toSorted((a, b) => graph.getNodeAttributes(b).size - graph.getNodeAttributes(a).size)
    const byDegree = graph.nodes().toSorted((a, b) => graph.degree(b) - graph.degree(a))
    expect(bySize.slice(0, 5)).toContain(byDegree[0])
    expect(graph.getNodeAttributes(bySize[0]!).size).toBe(18)
  })

  it('puts two cliques that one edge joins into two communities, the larger first', () => {
    const one = madeCorpus({ entities: 5, relations: 1 })
    const template = one.relations[0]!
    const names = 'abcdefghi'.split('')
    const entities = names.map((name) => ({
      key: `person/${name}`,
      label: name,
      type: 'Person',
      aliases: [],
      mentions: [],
    }))
    const relations: Relation[] = []
    const link = (a: string, b: string): void => {
      const key = `${a}|${b}`
      relations.push({ ...template, key, source: `person/${a}`, target: `person/${b}` })
    }
    for (const group of [names.slice(0, 4), names.slice(4)])
      for (const a of group) for (const b of group) if (a < b) link(a, b)
    link('a', 'e')
    const graph = buildGraph({ ...one, entities, relations })
    expect(names.map((name) => graph.getNodeAttributes(`person/${name}`).community)).toEqual([
      1, 1, 1, 1, 0, 0, 0, 0, 0,
    ])
  })

  it('keeps components that nothing connects within a few diameters of the largest', () => {
    const graph = buildGraph(madeCorpus({ entities: 300, relations: 300 }))
    const distances = graph.mapNodes((node, { x, y }) => ({
      far: Math.hypot(x, y),
      alone: graph.degree(node) === 0,
    }))
    const largest = Math.max(...distances.filter(({ alone }) => !alone).map(({ far }) => far))
    expect(distances.some(({ alone }) => alone)).toBe(true)
    for (const { far } of distances) expect(far).toBeLessThan(3 * largest)
  })

  it('gives no two nodes the same place', () => {
    const graph = buildGraph(madeCorpus({ entities: 200, relations: 300 }))
    expect(new Set(graph.mapNodes((_node, { x, y }) => `${x} ${y}`)).size).toBe(graph.order)
  })

  it('colours by type, and a type that the schema lacks grey', () => {
    const corpus = madeCorpus()
    const types = new Map([['Person', { color: '#0072b2' }]])
    const graph = buildGraph({ ...corpus, types })
    for (const { attributes } of graph.nodeEntries())
      expect(attributes.color).toBe(attributes.type === 'Person' ? '#0072b2' : '#8c8c8c')
  })

  it('builds a graph without nodes, with one node, and with loops only', () => {
    const corpus = madeCorpus()
    const none = buildGraph({ ...corpus, entities: [], relations: [] })
    expect(none.order).toBe(0)
    const alone = buildGraph({ ...corpus, entities: corpus.entities.slice(0, 1), relations: [] })
    expect(alone.getNodeAttributes(corpus.entities[0]!.key)).toMatchObject({
      x: 0,
      y: 0,
      rank: 1,
      community: 0,
    })
    const loop = { ...corpus.relations[0]!, target: corpus.relations[0]!.source }
    const looped = buildGraph({ ...corpus, relations: [loop] })
    expect(looped.size).toBe(1)
    for (const { attributes } of looped.nodeEntries()) expect(Number.isFinite(attributes.rank)).toBe(true)
  })

  it('throws where a relation names an entity that is not there', () => {
    const corpus = madeCorpus()
    expect(() => buildGraph({ ...corpus, entities: corpus.entities.slice(0, 1) })).toThrow(
      /not found|could not find/i,
    )
  })
})

describe('layoutIterations', () => {
  it('spends fewer rounds on larger parts, never fewer than thirty, and few on a handful', () => {
    const rounds = [20, 100, 1000, 10_000, 1_000_000].map(layoutIterations)
    expect(rounds).toEqual(rounds.toSorted((a, b) => b - a))
    expect(rounds.at(-1)).toBe(30)
    expect(layoutIterations(2)).toBeLessThan(rounds[0]!)
  })
})

import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../src/graph/index.ts'
import { madeCorpus } from './made-graph.ts'

describe('layoutNodes', () => {
  it('puts no two nodes on one spot, and small components near the large one', () => {
    const parts = madeCorpus({ entities: 150, relations: 120, seed: 3 })
    const graph = buildGraph(parts)
    const spots = graph.mapNodes((_, { x, y }) => [x, y] as const)
    expect(new Set(spots.map(String)).size).toBe(graph.order)
    // Round a middle: the farthest node is not many times as far as half of all are.
    const distances = spots.map(([x, y]) => Math.hypot(x, y)).sort((a, b) => a - b)
    expect(distances.at(-1)! / distances[Math.floor(distances.length / 2)]!).toBeLessThan(4)
  })
})

describe('betweenness', () => {
  it('is worked out only where it is asked for, and is highest on the way between others', () => {
    const parts = madeCorpus({ entities: 40, relations: 60, seed: 5 })
    const without = buildGraph(parts)
    expect(without.findNode((_, { betweenness }) => betweenness !== undefined)).toBeUndefined()
    const graph = buildGraph({ ...parts, betweenness: true })
    const values = graph.mapNodes((_, { betweenness }) => betweenness!)
    expect(Math.min(...values)).toBe(0)
    expect(Math.max(...values)).toBeGreaterThan(0.05)
    // Who has one neighbour lies on the way between no others.
    graph.forEachNode((node, { betweenness }) => {
      if (graph.neighbors(node).length < 2) expect(betweenness).toBe(0)
    })
  })
})

describe('a graph that changes little', () => {
  it('is laid out nearly as it was', () => {
    const parts = madeCorpus({ entities: 150, relations: 220, seed: 4 })
    const before = buildGraph(parts)
    const after = buildGraph({ ...parts, relations: parts.relations.filter((_, i) => i !== 70) })
    const radius = Math.max(...before.mapNodes((_, { x, y }) => Math.hypot(x, y)))
    const moved = after
      .mapNodes((node, { x, y }) => {
        const was = before.getNodeAttributes(node)
        return Math.hypot(x - was.x, y - was.y) / radius
      })
      .sort((a, b) => a - b)
    expect(moved[Math.floor(moved.length / 2)]!).toBeLessThan(0.1)
  })
})

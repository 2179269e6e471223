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

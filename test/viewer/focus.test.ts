import { describe, expect, test } from 'vitest'
import type { SerializedGraph } from '../../src/model/graph.ts'
import { findWays } from '../../viewer/src/graph/find-ways.ts'
import { collapse, type Focus, focusOn, openMore, viewFocus } from '../../viewer/src/graph/focus.ts'
import { indexGraph } from '../../viewer/src/graph/index-graph.ts'
import { neighboursOf } from '../../viewer/src/graph/neighbours.ts'
import { madeGraph } from './made-graph.ts'

const made = madeGraph({ nodes: 300, edges: 900, seed: 4 })
const index = indexGraph(made.graph.export() as SerializedGraph, made.documents)
const all = new Uint8Array(index.edges.length).fill(1)
const hub = index.nodeKeys
  .map((_, node) => node)
  .reduce((a, b) => (neighboursOf(index, all, b).length > neighboursOf(index, all, a).length ? b : a))
const neighbours = neighboursOf(index, all, hub)
const see = (focus: Focus) => viewFocus(index, all, focus)

describe('a focus', () => {
  test('shows twelve neighbours of a hub, the most central ones, and says how many there are', () => {
    const view = see(focusOn(hub))
    expect(neighbours.length).toBeGreaterThan(24)
    expect(view.nodes.toSorted((a, b) => a - b)).toEqual(
      [hub, ...neighbours.slice(0, 12)].sort((a, b) => a - b),
    )
    expect(view.shown(hub)).toEqual({ shown: 12, of: neighbours.length })
  })

  test('opens twelve more at a time, and collapses to where it was', () => {
    const focus = focusOn(hub)
    const more = openMore(focus, see(focus), hub)
    expect(see(more).shown(hub).shown).toBe(24)
    const other = neighbours[0]!
    const opened = openMore(focus, see(focus), other)
    expect(see(opened).nodes.length).toBeGreaterThan(13)
    expect(see(collapse(opened, other)).nodes).toEqual(see(focus).nodes)
  })

  test('goes one hop further from every node, each with at most twelve more', () => {
    const focus = focusOn(hub)
    const first = see(focus).nodes
    const hopped = see({ ...focus, steps: [...focus.steps, { kind: 'hop' }] })
    for (const node of first) expect(hopped.nodes).toContain(node)
    const reach = new Set(first.flatMap((node) => [node, ...neighboursOf(index, all, node)]))
    for (const node of hopped.nodes) expect(reach).toContain(node)
    expect(hopped.nodes.length).toBeLessThanOrEqual(first.length * 13)
    expect(hopped.nodes.length).toBeGreaterThan(first.length)
  })

  test('keeps to the relations that pass the filters', () => {
    const none = new Uint8Array(index.edges.length)
    expect(viewFocus(index, none, focusOn(hub)).nodes).toEqual([hub])
  })
})

describe('findWays', () => {
  test('leads along relations from one end to the other, shortest first', () => {
    const [from, to] = [neighbours[3]!, neighbours[20]!]
    const ways = findWays(index, all, from, to)
    expect(ways.length).toBeGreaterThan(1)
    ways.forEach(({ nodes, steps }, number) => {
      expect([nodes[0], nodes.at(-1)]).toEqual([from, to])
      expect(new Set(nodes).size).toBe(nodes.length)
      if (number > 0) expect(nodes.length).toBeGreaterThanOrEqual(ways[number - 1]!.nodes.length)
      steps.forEach((edges, step) => {
        expect(edges.length).toBeGreaterThan(0)
        for (const edge of edges)
          expect([index.source[edge], index.target[edge]].sort()).toEqual(
            [nodes[step], nodes[step + 1]].sort(),
          )
      })
    })
  })

  test('finds none where no relation passes', () => {
    expect(findWays(index, new Uint8Array(index.edges.length), hub, neighbours[0]!)).toEqual([])
  })
})

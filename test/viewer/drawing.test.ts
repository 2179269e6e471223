import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/graph/index.ts'
import type { SerializedGraph } from '../../src/model/graph.ts'
import { chooseDrawn } from '../../viewer/src/graph/choose-drawn.ts'
import { hiddenGroups } from '../../viewer/src/graph/hidden-groups.ts'
import { indexGraph } from '../../viewer/src/graph/index-graph.ts'
import { distanceTo, edgeCurve, pointAt, spreadParallels } from '../../viewer/src/render/edge-geometry.ts'
import { shortLabel } from '../../viewer/src/render/label-text.ts'
import {
  createBoxSet,
  type LabelWish,
  placeLabels,
  turnedBoxes,
} from '../../viewer/src/render/place-labels.ts'
import { madeGraph } from './made-graph.ts'

describe('spreadParallels', () => {
  test('gives every relation between the same two entities a line of its own', () => {
    const ends = [
      [0, 1],
      [0, 1],
      [1, 0],
      [1, 2],
      [0, 1],
    ] as const
    const places = [
      { x: 0, y: 0 },
      { x: 200, y: 0 },
      { x: 200, y: 200 },
    ]
    const curvatures = spreadParallels(ends)
    const middles = ends.map(([source, target], edge) =>
      pointAt(edgeCurve(places[source]!, places[target]!, curvatures[edge]!), 0.5),
    )
    const between = [0, 1, 2, 4].map((edge) => middles[edge]!.y).sort((a, b) => a - b)
    for (let at = 1; at < between.length; at++) expect(between[at]! - between[at - 1]!).toBeGreaterThan(15)
    expect(curvatures[3]).toBe(0)
  })

  test('gives self-loops slots', () => {
    expect(
      spreadParallels([
        [4, 4],
        [4, 4],
        [4, 4],
      ]),
    ).toEqual([0, 1, 2])
  })
})

describe('distanceTo', () => {
  test('is nothing on the curve and grows away from it', () => {
    const curve = edgeCurve({ x: 0, y: 0 }, { x: 100, y: 0 }, 0.5)
    expect(distanceTo(curve, pointAt(curve, 0.3))).toBeLessThan(0.5)
    expect(distanceTo(curve, { x: 50, y: 40 })).toBeGreaterThan(30)
  })
})

describe('placeLabels', () => {
  const random = seededRandom(7)
  const wishes = Array.from({ length: 400 }, (): LabelWish => {
    return {
      x: random() * 900,
      y: random() * 700,
      radius: 3 + random() * 8,
      width: 30 + random() * 120,
      height: 16,
    }
  })
  const placed = placeLabels(wishes, createBoxSet())

  test('lets no two labels overlap', () => {
    expect(placed.length).toBeGreaterThan(60)
    for (const [at, one] of placed.entries())
      for (const other of placed.slice(at + 1)) {
        const apart =
          one.right <= other.left ||
          other.right <= one.left ||
          one.bottom <= other.top ||
          other.bottom <= one.top
        expect(apart).toBe(true)
      }
  })

  test('serves the most important first', () => {
    expect(placed.slice(0, 10).map(({ wish }) => wish)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('places the same labels wherever the window is moved', () => {
    const moved = wishes.map((wish) => ({ ...wish, x: wish.x + 317.25, y: wish.y - 90.5 }))
    const again = placeLabels(moved, createBoxSet())
    expect(again.map(({ wish }) => wish)).toEqual(placed.map(({ wish }) => wish))
  })

  test('writes a name on the other side rather than beyond the side of the drawing', () => {
    const wish = { x: 90, y: 50, radius: 5, width: 40, height: 16 }
    const [free] = placeLabels([wish], createBoxSet())
    const [kept] = placeLabels([wish], createBoxSet(), { left: 0, right: 110 })
    expect(free!.left).toBeGreaterThan(90)
    expect(kept!.right).toBeLessThan(90)
    // where it sticks out on every side it is written all the same
    expect(placeLabels([wish], createBoxSet(), { left: 80, right: 100 })).toHaveLength(1)
  })
})

describe('turnedBoxes', () => {
  test('covers the ends of the turned text', () => {
    const angle = 0.7
    const boxes = turnedBoxes(100, 100, 80, 14, angle)
    for (const along of [-40, -20, 0, 20, 40]) {
      const [x, y] = [100 + along * Math.cos(angle), 100 + along * Math.sin(angle)]
      const inside = boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)
      expect(inside).toBe(true)
    }
  })
})

describe('shortLabel', () => {
  test('cuts long labels between signs and leaves short ones alone', () => {
    expect(shortLabel('Quay Street')).toBe('Quay Street')
    const cut = shortLabel('🏳️‍🌈'.repeat(60))
    expect([...cut].length).toBeLessThanOrEqual(36)
    expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
    expect(shortLabel('two\nlines')).toBe('two lines')
  })
})

describe('chooseDrawn', () => {
  const made = madeGraph({ nodes: 700, edges: 1600, seed: 2 })
  const index = indexGraph(made.graph.export() as SerializedGraph, made.documents)
  const nodes = new Uint8Array(index.nodes.length).fill(1)
  const edges = new Uint8Array(index.edges.length).fill(1)
  const drawn = chooseDrawn(index, nodes, edges, 300, new Set())

  test('keeps to the limit, with the most central and something of each large community', () => {
    expect(drawn).toHaveLength(300)
    for (const node of index.byRank.subarray(0, 150)) expect(drawn).toContain(node)
    const sizes = new Map<number, number>()
    for (const { community } of index.nodes) sizes.set(community, (sizes.get(community) ?? 0) + 1)
    const shown = new Set(drawn.map((node) => index.nodes[node]!.community))
    for (const [community, size] of sizes) if (size > 10) expect(shown).toContain(community)
  })

  test('draws what the reader asked for beyond the limit', () => {
    const last = index.byRank.at(-1)!
    expect(drawn).not.toContain(last)
    expect(chooseDrawn(index, nodes, edges, 300, new Set([last]))).toContain(last)
  })

  test('leaves the rest to rings that together stand for no more than is missing', () => {
    const groups = hiddenGroups(index, nodes, drawn)
    expect(groups.length).toBeGreaterThan(0)
    const members = groups.reduce((sum, group) => sum + group.members, 0)
    expect(members).toBeLessThanOrEqual(400)
    expect(hiddenGroups(index, nodes, [...index.nodes.keys()])).toEqual([])
  })
})

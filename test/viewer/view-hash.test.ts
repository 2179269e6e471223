import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SerializedGraph } from '../../src/model/graph.ts'
import { type Facet, type FacetId, facetIds, readFacets } from '../../viewer/src/graph/facets.ts'
import type { FocusStep } from '../../viewer/src/graph/focus.ts'
import { indexGraph } from '../../viewer/src/graph/index-graph.ts'
import { type Selection, type ThemeName, viewNames } from '../../viewer/src/state/selection.ts'
import { longestHash, viewHash } from '../../viewer/src/state/view-hash.ts'
import { firstView, type Look } from '../../viewer/src/state/view-state.ts'
import { madeGraph } from './made-graph.ts'

const made = madeGraph({ nodes: 80, edges: 200, seed: 3 })
const index = indexGraph(made.graph.export() as SerializedGraph, made.documents)
const facets = readFacets(index)
const hash = viewHash(index, facets, 'en')

const node = fc.nat({ max: index.nodes.length - 1 })
const edge = fc.nat({ max: index.edges.length - 1 })
const facetOf = (id: FacetId): Facet => facets.list.find((facet) => facet.id === id)!
const step: fc.Arbitrary<FocusStep> = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), node, shown: fc.nat({ max: 500 }) }),
  fc.constant<FocusStep>({ kind: 'hop' }),
  fc.record({ kind: fc.constant('close' as const), node }),
)
const selection: fc.Arbitrary<Selection> = fc.oneof(
  fc.record({ kind: fc.constant('node' as const), node }),
  fc.record({ kind: fc.constant('edge' as const), edge }),
  fc.record({
    kind: fc.constant('edges' as const),
    edges: fc.uniqueArray(edge, { minLength: 1, maxLength: 6 }),
    from: fc.constantFrom('pair' as const, 'passage' as const),
  }),
  fc.record({
    kind: fc.constant('path' as const),
    from: node,
    to: fc.option(node, { nil: undefined }),
    way: fc.nat({ max: 4 }),
  }),
)
const filter = fc.constantFrom(...facetIds.filter((id) => facetOf(id).values.length > 0)).chain((id) =>
  fc.tuple(
    fc.constant(id),
    fc.record({
      mode: fc.constantFrom('only' as const, 'except' as const),
      keys: fc
        .subarray(
          facetOf(id)
            .values.map(({ key }) => key)
            .slice(0, 4),
          { minLength: 1 },
        )
        .map((keys) => new Set(keys)),
    }),
  ),
)
const sevenDigits = fc
  .double({ min: -5000, max: 5000, noNaN: true })
  .map((value) => Number(value.toPrecision(7)) || 0)
const look: fc.Arbitrary<Look> = fc.record({
  view: fc.constantFrom(...viewNames),
  theme: fc.constantFrom<ThemeName[]>('auto', 'light', 'dark'),
  language: fc.constantFrom('en' as const, 'fr' as const),
  filters: fc.array(filter, { maxLength: 4 }).map((pairs) => new Map(pairs)),
  time: fc.option(
    fc.record({
      basis: fc.constantFrom('event' as const, 'published' as const),
      from: fc.integer({ min: -60_000, max: 20_000 }),
      to: fc.integer({ min: -60_000, max: 20_000 }),
      undated: fc.boolean(),
    }),
    { nil: undefined },
  ),
  limit: fc.integer({ min: 1, max: 50_000 }),
  added: fc.array(fc.record({ node, neighbours: fc.nat({ max: 40 }) }), { maxLength: 6 }),
  groups: fc
    .array(fc.tuple(fc.nat({ max: 90 }), fc.integer({ min: 1, max: 400 })), { maxLength: 5 })
    .map((pairs) => new Map(pairs)),
  trail: fc.array(fc.record({ root: node, steps: fc.array(step, { maxLength: 4 }) }), { maxLength: 4 }),
  selection: fc.option(selection, { nil: undefined }),
  opened: fc.option(
    fc.record({ document: fc.constantFrom(...index.documents.keys()), start: fc.nat({ max: 100_000 }) }),
    { nil: undefined },
  ),
  camera: fc.option(
    fc.record({
      x: sevenDigits,
      y: sevenDigits,
      width: sevenDigits.map((value) => Math.abs(value) + 1).map((value) => Number(value.toPrecision(7))),
      fit: sevenDigits.map((value) => Math.abs(value) + 1).map((value) => Number(value.toPrecision(7))),
    }),
    { nil: undefined },
  ),
})

describe('the address of a view', () => {
  test('gives back every view it was written from', () => {
    fc.assert(
      fc.property(look, (view) => {
        expect(hash.read(`#${hash.write(view)}`)).toEqual(view)
      }),
    )
  })

  test('is empty for the first view, and what is empty is the first view', () => {
    const first = { ...firstView, camera: undefined }
    expect(hash.write(first)).toBe('')
    expect(hash.read('')).toEqual(first)
  })

  test('passes over what it does not know', () => {
    const first = { ...firstView, camera: undefined }
    expect(
      hash.read('#q=1&v=nowhere&s=n*no-such-node&f=type-nothing;colour+red&n=-4&c=a,b&z=&t=&utm'),
    ).toEqual({
      ...first,
      time: { basis: 'event', undated: false },
    })
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(hash.read(text).limit).toBeGreaterThan(0)
      }),
    )
  })

  test('is never longer than 2,000 signs, and needs no escaping', () => {
    const everything: Look = {
      ...firstView,
      camera: { x: 1.23456, y: -2.34567, width: 345.678, fit: 900.123 },
      selection: { kind: 'edges', edges: [...index.edges.keys()], from: 'passage' },
      trail: index.nodes.map((_, root) => ({ root, steps: [{ kind: 'open', node: root, shown: 12 }] })),
      added: index.nodes.flatMap((_, root) =>
        Array.from({ length: 10 }, () => ({ node: root, neighbours: 20 })),
      ),
      filters: new Map(
        facets.list.map((facet) => [
          facet.id,
          { mode: 'except' as const, keys: new Set(facet.values.map(({ key }) => key)) },
        ]),
      ),
    }
    const written = hash.write(everything)
    expect(written.length).toBeLessThanOrEqual(longestHash)
    expect(written).toMatch(/^[\w~!*.,;=&/+-]*$/)
    expect(hash.read(written).camera).toEqual(everything.camera)
  })
})

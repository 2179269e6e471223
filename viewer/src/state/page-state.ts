import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { PageExtras } from '../../../src/export/page-extras.ts'
import type { Decisions } from '../decide/decisions.ts'
import { drawnEdges } from '../graph/choose-drawn.ts'
import { type Facet, type FacetId, type Facets, readFacets } from '../graph/facets.ts'
import { type FacetFilter, type Filtered, filterGraph, lets } from '../graph/filter-graph.ts'
import { findWays, type Way } from '../graph/find-ways.ts'
import { type FocusView, viewFocus } from '../graph/focus.ts'
import { hiddenGroups } from '../graph/hidden-groups.ts'
import type { GraphIndex } from '../graph/index-graph.ts'
import { passingRows, type RowTimes, readRowTimes, type TimeBasis } from '../graph/row-times.ts'
import { type Point, spreadParallels } from '../render/edge-geometry.ts'
import type { Camera } from '../render/renderer.ts'
import type { Focus as Emphasis, Scene } from '../render/scene.ts'
import { createSearchIndex, type SearchIndex } from '../search/search-index.ts'
import { t } from '../text/language.ts'
import { buildScene, nodeRadii } from './build-scene.ts'
import { addedFor, drawnOfFocus, drawnOfWhole, withNodes } from './drawn-nodes.ts'
import { focusOf } from './focus-of.ts'
import type { PageOptions } from './page-options.ts'
import { sayChosen } from './say-chosen.ts'
import type { Selection } from './selection.ts'
import { typeColors } from './type-colors.ts'
import { firstView, type Look, type ViewState } from './view-state.ts'

/** Where the drawing is to be looked at from next: all of it, or a given place. */
export type WantedCamera = { readonly camera: Camera | undefined }

/** All that the panels and the drawing share, and what a reader can do to it. */
export interface PageState {
  readonly index: GraphIndex
  readonly facets: Facets
  readonly decisions: Decisions | undefined
  readonly extras: PageExtras
  /** Palette number of each type, by value of the facet of types. */
  readonly colors: readonly number[]
  readonly searchIndex: SearchIndex
  /** What the reader has set. Changed by `go` and `set` only. */
  readonly current: ReadonlySignal<ViewState>
  /** Where the drawing is looked at from now, as it last told. */
  readonly camera: Signal<Camera | undefined>
  readonly wanted: Signal<WantedCamera | undefined>
  /** Asks the drawing where it is looked at from, where there is one: `camera` is a frame behind. */
  readonly sight: { now?: (() => Camera | undefined) | undefined }
  /** Where nodes were put by hand or by a new layout, and which of them are held there. */
  readonly places: Signal<ReadonlyMap<number, Point>>
  readonly fixed: Signal<ReadonlySet<number>>
  /** What a screen reader is told. */
  readonly announcement: Signal<string>
  readonly filtered: ReadonlySignal<Filtered>
  /** The surroundings of the entity in focus; undefined for the whole graph. */
  readonly focusView: ReadonlySignal<FocusView | undefined>
  /** Ways between the two ends of a chosen path. */
  readonly ways: ReadonlySignal<readonly Way[]>
  /** Node numbers, ascending. */
  readonly drawn: ReadonlySignal<readonly number[]>
  /** Edge numbers, ascending. */
  readonly drawnEdges: ReadonlySignal<readonly number[]>
  readonly scene: ReadonlySignal<Scene>
  readonly emphasis: ReadonlySignal<Emphasis>
  rowTimes(basis: TimeBasis): RowTimes
  /** Keeps the places of nodes for the next visit. */
  keepPlaces(): void
  /**
   * Changes the view as a step that Back undoes. Steps with the same `tag` one after the other are one step;
   * with `frame` the drawing is then shown whole.
   */
  go(change: Partial<ViewState>, options?: { readonly tag?: string; readonly frame?: boolean }): void
  /** Changes the view without a step. */
  set(change: Partial<ViewState>): void
  /** Goes one step back, or out of the focus where there is no step. */
  back(): void
  /** Shows an earlier view as it was. */
  restore(look: Look): void
  select(selection: Selection | undefined): void
  toggle(facet: FacetId, key: string): void
  only(facet: FacetId, key: string): void
  clear(facet?: FacetId): void
}

/** The state of a page on one graph. */
export function createPageState(
  index: GraphIndex,
  { first = firstView, journal, decisions, extras = {}, keep }: PageOptions = {},
): PageState {
  const facets = readFacets(index)
  const types = facets.list.find((facet) => facet.id === 'type')!
  const colors = typeColors(types)
  const looks = {
    colors: index.nodes.map((_, node) => colors[types.codes.items[node]!]!),
    radii: nodeRadii(index),
    curvatures: spreadParallels(
      index.edges.map((_, edge) => [index.source[edge]!, index.target[edge]!] as const),
    ),
  }
  const current = signal(first)
  const part = <K extends keyof ViewState>(key: K): ReadonlySignal<ViewState[K]> =>
    computed(() => current.value[key])
  const [filters, time, limit, added, groups, trail, selection] = [
    part('filters'),
    part('time'),
    part('limit'),
    part('added'),
    part('groups'),
    part('trail'),
    part('selection'),
  ]
  const times = new Map<TimeBasis, RowTimes>()
  const rowTimes = (basis: TimeBasis): RowTimes => {
    const known = times.get(basis) ?? readRowTimes(index, basis)
    times.set(basis, known)
    return known
  }
  const filtered = computed(() => {
    const range = time.value
    const narrows =
      range !== undefined && (range.from !== undefined || range.to !== undefined || !range.undated)
    return filterGraph(
      index,
      facets,
      filters.value,
      narrows ? passingRows(rowTimes(range.basis), range) : undefined,
    )
  })
  const focusView = computed(() => {
    const focus = trail.value.at(-1)
    return focus === undefined ? undefined : viewFocus(index, filtered.value.edges, focus)
  })
  const pathEnds = computed(() => {
    const chosen = selection.value
    return chosen?.kind === 'path' && chosen.to !== undefined ? `${chosen.from} ${chosen.to}` : ''
  })
  const ways = computed(() => {
    if (pathEnds.value === '') return []
    const [from, to] = pathEnds.value.split(' ').map(Number)
    return findWays(index, filtered.value.edges, from!, to!)
  })
  const way = computed(() => {
    const chosen = selection.value
    const found = chosen?.kind === 'path' ? ways.value[chosen.way] : undefined
    return found && { nodes: found.nodes, edges: found.steps.map(([edge]) => edge!) }
  })
  const whole = computed(() =>
    drawnOfWhole(index, filtered.value, { limit: limit.value, added: added.value, groups: groups.value }),
  )
  const drawn = computed(() => {
    const focus = focusView.value
    const nodes = focus === undefined ? whole.value : drawnOfFocus(index, focus, selection.value)
    return way.value === undefined ? nodes : withNodes(nodes, way.value.nodes)
  })
  const edges = computed(() => drawnEdges(index, filtered.value.edges, drawn.value))
  const places = signal<ReadonlyMap<number, Point>>(new Map())
  const fixed = signal<ReadonlySet<number>>(new Set())
  const camera = signal<Camera | undefined>()
  const wanted = signal<WantedCamera | undefined>()
  const sight: PageState['sight'] = {}
  const announcement = signal('')
  let searchIndex: SearchIndex | undefined
  let lastTag: string | undefined

  const go: PageState['go'] = (change, { tag, frame = false } = {}) => {
    const isStep = tag === undefined || tag !== lastTag
    lastTag = tag
    const before = current.peek()
    if (isStep) journal?.leave({ ...before, camera: sight.now?.() ?? camera.peek() })
    batch(() => {
      current.value = { ...before, ...change }
      if (frame) wanted.value = { camera: undefined }
    })
    if (isStep) journal?.enter(current.peek())
  }
  const setFilter = (facet: FacetId, filter: FacetFilter | undefined): void => {
    const next = new Map(filters.value)
    if (filter === undefined) next.delete(facet)
    else next.set(facet, filter)
    go({ filters: next })
  }
  return {
    index,
    facets,
    decisions,
    extras,
    colors,
    get searchIndex() {
      searchIndex ??= createSearchIndex(index)
      return searchIndex
    },
    current,
    camera,
    wanted,
    sight,
    places,
    fixed,
    announcement,
    filtered,
    focusView,
    ways,
    drawn,
    drawnEdges: edges,
    scene: computed(() =>
      buildScene(index, looks, {
        drawn: drawn.value,
        edges: edges.value,
        groups: focusView.value === undefined ? hiddenGroups(index, filtered.value.nodes, drawn.value) : [],
        places: places.value,
        fixed: fixed.value,
        focus: focusView.value,
      }),
    ),
    emphasis: computed(() => focusOf(index, selection.value, edges.value, way.value)),
    rowTimes,
    keepPlaces() {
      const round = (value: number): number => Math.round(value * 100) / 100
      keep?.({
        places: [...places.peek()].map(([node, { x, y }]) => [index.nodeKeys[node]!, round(x), round(y)]),
        fixed: [...fixed.peek()].map((node) => index.nodeKeys[node]!),
      })
    },
    go,
    set(change) {
      current.value = { ...current.peek(), ...change }
    },
    back() {
      if (journal?.back() !== true) go({ trail: trail.peek().slice(0, -1) }, { frame: true })
    },
    restore({ camera: place, ...view }) {
      lastTag = undefined
      batch(() => {
        current.value = view
        camera.value = place
        wanted.value = { camera: place }
      })
    },
    select(next) {
      if (next === undefined) {
        if (selection.peek() !== undefined) go({ selection: undefined })
        return
      }
      const more = focusView.peek() === undefined ? addedFor(index, next, drawn.peek()) : []
      go({ selection: next, ...(more.length === 0 ? {} : { added: [...added.peek(), ...more] }) })
      announcement.value = t().chosen(sayChosen(index, next))
    },
    toggle(facet, key) {
      setFilter(facet, toggled(facets.list.find(({ id }) => id === facet)!, filters.value.get(facet), key))
    },
    only(facet, key) {
      setFilter(facet, { mode: 'only', keys: new Set([key]) })
    },
    clear(facet) {
      if (facet === undefined) go({ filters: new Map(), time: undefined })
      else setFilter(facet, undefined)
    },
  }
}

/** A filter after one value was switched; undefined when it lets everything through. */
export function toggled(facet: Facet, filter: FacetFilter | undefined, key: string): FacetFilter | undefined {
  const keys = new Set(filter?.keys)
  if (keys.has(key)) keys.delete(key)
  else keys.add(key)
  const next: FacetFilter = { mode: filter?.mode ?? 'except', keys }
  return facet.values.every((value) => lets(next, value.key)) ? undefined : next
}

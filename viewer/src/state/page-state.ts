import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { chooseDrawn, drawnEdges, openingNodes } from '../graph/choose-drawn.ts'
import { type Facet, type FacetId, type Facets, readFacets } from '../graph/facets.ts'
import { type FacetFilter, type Filtered, type Filters, filterGraph, lets } from '../graph/filter-graph.ts'
import { hiddenGroups, nextOfGroup } from '../graph/hidden-groups.ts'
import { type GraphIndex, listAt } from '../graph/index-graph.ts'
import { spreadParallels } from '../render/edge-geometry.ts'
import { type Focus, noFocus, type Scene } from '../render/scene.ts'
import { createSearchIndex, type SearchIndex } from '../search/search-index.ts'
import { buildScene, nodeRadii } from './build-scene.ts'
import type { Opened, Selection, ThemeName, ViewName } from './selection.ts'
import { typeColors } from './type-colors.ts'

/** All that the panels and the drawing share, and what a reader can do to it. */
export interface PageState {
  readonly index: GraphIndex
  readonly facets: Facets
  /** Palette number of each type, by value of the facet of types. */
  readonly colors: readonly number[]
  readonly searchIndex: SearchIndex
  readonly filters: Signal<Filters>
  readonly limit: Signal<number>
  /** Nodes shown beyond the limit because the reader asked for them. */
  readonly pinned: Signal<ReadonlySet<number>>
  readonly selection: Signal<Selection | undefined>
  readonly opened: Signal<Opened | undefined>
  readonly view: Signal<ViewName>
  readonly theme: Signal<ThemeName>
  /** What a screen reader is told. */
  readonly announcement: Signal<string>
  readonly filtered: ReadonlySignal<Filtered>
  /** Node numbers, ascending. */
  readonly drawn: ReadonlySignal<readonly number[]>
  /** Edge numbers, ascending. */
  readonly drawnEdges: ReadonlySignal<readonly number[]>
  readonly scene: ReadonlySignal<Scene>
  readonly focus: ReadonlySignal<Focus>
  select(selection: Selection | undefined): void
  /** Draws the next entities of a community that are not drawn yet. */
  openGroup(community: number): void
  toggle(facet: FacetId, key: string): void
  only(facet: FacetId, key: string): void
  clear(facet?: FacetId): void
}

/** How many neighbours come with a node that was not drawn when it is chosen. */
const neighboursShown = 20
/** How many entities of a community come when its ring is opened. */
const groupPortion = 40

export function createPageState(index: GraphIndex): PageState {
  const facets = readFacets(index)
  const types = facets.list.find((facet) => facet.id === 'type')!
  const colors = typeColors(types)
  const nodeColors = index.nodes.map((_, node) => colors[types.codes.items[node]!]!)
  const radii = nodeRadii(index)
  const curvatures = spreadParallels(
    index.edges.map((_, edge) => [index.source[edge]!, index.target[edge]!] as const),
  )
  const filters = signal<Filters>(new Map())
  const limit = signal(openingNodes)
  const pinned = signal<ReadonlySet<number>>(new Set())
  const selection = signal<Selection | undefined>()
  const filtered = computed(() => filterGraph(index, facets, filters.value))
  const drawn = computed(() =>
    chooseDrawn(index, filtered.value.nodes, filtered.value.edges, limit.value, pinned.value),
  )
  const edges = computed(() => drawnEdges(index, filtered.value.edges, drawn.value))
  const scene = computed(() =>
    buildScene(
      index,
      radii,
      nodeColors,
      curvatures,
      drawn.value,
      edges.value,
      hiddenGroups(index, filtered.value.nodes, drawn.value),
    ),
  )
  const announcement = signal('')
  let searchIndex: SearchIndex | undefined
  const setFilter = (facet: FacetId, filter: FacetFilter | undefined): void => {
    const next = new Map(filters.value)
    if (filter === undefined) next.delete(facet)
    else next.set(facet, filter)
    filters.value = next
  }
  return {
    index,
    facets,
    colors,
    get searchIndex() {
      searchIndex ??= createSearchIndex(index)
      return searchIndex
    },
    filters,
    limit,
    pinned,
    selection,
    opened: signal(),
    view: signal('graph'),
    theme: signal('auto'),
    announcement,
    filtered,
    drawn,
    drawnEdges: edges,
    scene,
    focus: computed(() => focusOf(index, selection.value, edges.value)),
    select(next) {
      selection.value = next
      if (next === undefined) return
      announcement.value = `Chosen: ${sayChosen(index, next)}`
      const missing = needed(index, next, drawn.value, filtered.value)
      if (missing.length > 0) pinned.value = new Set([...pinned.value, ...missing])
    },
    openGroup(community) {
      const next = nextOfGroup(index, filtered.value.nodes, drawn.value, community, groupPortion)
      pinned.value = new Set([...pinned.value, ...next])
    },
    toggle(facet, key) {
      setFilter(facet, toggled(facets.list.find(({ id }) => id === facet)!, filters.value.get(facet), key))
    },
    only(facet, key) {
      setFilter(facet, { mode: 'only', keys: new Set([key]) })
    },
    clear(facet) {
      if (facet === undefined) filters.value = new Map()
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

function sayChosen(index: GraphIndex, selection: Selection): string {
  if (selection.kind === 'edges') return selection.title
  if (selection.kind === 'node') return index.nodes[selection.node]!.label
  const { label, polarity } = index.edges[selection.edge]!
  const [source, target] = [index.source[selection.edge]!, index.target[selection.edge]!]
  const not = polarity === 'negative' ? 'not: ' : ''
  return `${index.nodes[source]!.label} ${not}${label} ${index.nodes[target]!.label}`
}

/** Nodes that must be drawn for a selection to be seen. A node brings its best neighbours along. */
function needed(
  index: GraphIndex,
  selection: Selection,
  drawn: readonly number[],
  filtered: Filtered,
): number[] {
  const isDrawn = new Set(drawn)
  const ends = (edge: number): number[] => [index.source[edge]!, index.target[edge]!]
  if (selection.kind === 'edge') return ends(selection.edge).filter((node) => !isDrawn.has(node))
  if (selection.kind === 'edges') return selection.edges.flatMap(ends).filter((node) => !isDrawn.has(node))
  const { node } = selection
  if (isDrawn.has(node)) return []
  const neighbours = new Set(
    [...listAt(index.edgesAt, node)].filter((edge) => filtered.edges[edge] === 1).flatMap(ends),
  )
  const best = [...neighbours].sort((a, b) => index.rankOf[a]! - index.rankOf[b]!)
  return [node, ...best.slice(0, neighboursShown)]
}

function focusOf(index: GraphIndex, selection: Selection | undefined, drawn: readonly number[]): Focus {
  if (selection === undefined) return noFocus
  const edges =
    selection.kind === 'node'
      ? drawn.filter((edge) => index.source[edge] === selection.node || index.target[edge] === selection.node)
      : selection.kind === 'edge'
        ? [selection.edge]
        : selection.edges
  const nodes = new Set(edges.flatMap((edge) => [index.source[edge]!, index.target[edge]!]))
  if (selection.kind === 'node') nodes.add(selection.node)
  const focus = {
    nodes: new Set([...nodes].map((node) => index.nodeKeys[node]!)),
    edges: new Set([...edges].map((edge) => index.edgeKeys[edge]!)),
  }
  if (selection.kind === 'node') return { ...focus, chosen: index.nodeKeys[selection.node]! }
  if (selection.kind === 'edge') return { ...focus, chosen: index.edgeKeys[selection.edge]! }
  return focus
}

import type { Facet, FacetId, Facets } from './facets.ts'
import type { GraphIndex } from './index-graph.ts'

/** What one facet lets through: everything except some values, or only some values. */
export interface FacetFilter {
  readonly mode: 'except' | 'only'
  readonly keys: ReadonlySet<string>
}

/** Facets without a filter let everything through. */
export type Filters = ReadonlyMap<FacetId, FacetFilter>

export interface Filtered {
  /** 1 for each node that passes. */
  readonly nodes: Uint8Array
  /** 1 for each edge that passes. */
  readonly edges: Uint8Array
  readonly nodeCount: number
  readonly edgeCount: number
  /**
   * For each facet and value: how many relations (entities, for `type`) carry it and pass all other
   * facets, so that a count says what choosing the value would show.
   */
  readonly counts: ReadonlyMap<FacetId, Uint32Array>
}

/** Whether a filter lets a value through. */
export function lets(filter: FacetFilter | undefined, key: string): boolean {
  if (filter === undefined) return true
  return filter.keys.has(key) === (filter.mode === 'only')
}

/**
 * Applies filters to a graph. Facets of evidence rows (document, publisher, speaker, date, modality) must
 * pass together on one row, which must be among `passingRows` where that is given; an edge passes with one
 * such row, and a node passes with one such edge. Nodes without any edge pass while no filter speaks of
 * relations.
 */
export function filterGraph(
  index: GraphIndex,
  facets: Facets,
  filters: Filters,
  passingRows?: Uint8Array,
): Filtered {
  const allowed = new Map(
    facets.list.map((facet) => [
      facet.id,
      Uint8Array.from(facet.values, (value) => (lets(filters.get(facet.id), value.key) ? 1 : 0)),
    ]),
  )
  const nodeFacets = facets.list.filter((facet) => facet.level === 'node')
  const nodeFails = failsOfNodes(index.nodes.length, nodeFacets, allowed)
  const edgeFacets = columns(facets, 'edge', allowed)
  const rowFacets = columns(facets, 'row', allowed)
  const edgeActive = [...edgeFacets.keys()].filter((f) => !edgeFacets[f]!.all)
  const rowActive = [...rowFacets.keys()].filter((f) => !rowFacets[f]!.all)
  const nodes = new Uint8Array(index.nodes.length)
  /** For each facet of nodes: nodes that would pass if their own value were let through. */
  const wouldPass = nodeFacets.map(() => new Uint8Array(index.nodes.length))
  const edges = new Uint8Array(index.edges.length)
  const rowFails = new Uint32Array(largestEvidence(facets.rows))
  /** Fails of a row that no facet can let through. */
  const outOfTime = 1 << 30
  let edgeCount = 0

  for (let edge = 0; edge < edges.length; edge++) {
    const from = index.source[edge]!
    const to = index.target[edge]!
    const endsPass = nodeFails[from] === 0 && nodeFails[to] === 0
    let edgeFails = 0
    for (const f of edgeActive) if (!edgeFacets[f]!.passes(edge)) edgeFails |= 1 << f
    const first = facets.rows[edge]!
    const last = facets.rows[edge + 1]!
    let rowPasses = first === last && passingRows === undefined && rowFacets.every((column) => column.all)
    for (let row = first; row < last; row++) {
      let fails = passingRows === undefined || passingRows[row] === 1 ? 0 : outOfTime
      for (const f of rowActive) if (!rowFacets[f]!.passes(row)) fails |= 1 << f
      rowFails[row - first] = fails
      if (fails === 0) rowPasses = true
    }
    if (edgeFails === 0 && rowPasses) {
      nodeFacets.forEach(({ codes: { items } }, f) => {
        const own = ~(1 << f)
        if ((nodeFails[from]! & own) !== 0 || (nodeFails[to]! & own) !== 0) return
        const alike = items[from] === items[to]
        if (alike || nodeFails[to] === 0) wouldPass[f]![from] = 1
        if (alike || nodeFails[from] === 0) wouldPass[f]![to] = 1
      })
      if (endsPass) {
        edges[edge] = 1
        edgeCount++
        nodes[from] = 1
        nodes[to] = 1
      }
    }
    if (!endsPass) continue
    if (rowPasses)
      for (let f = 0; f < edgeFacets.length; f++)
        if ((edgeFails & ~(1 << f)) === 0) edgeFacets[f]!.count(edge, edge)
    if (edgeFails === 0)
      for (let row = first; row < last; row++)
        for (let f = 0; f < rowFacets.length; f++)
          if ((rowFails[row - first]! & ~(1 << f)) === 0) rowFacets[f]!.count(row, edge)
  }

  const aloneMayPass =
    passingRows === undefined &&
    [...filters.keys()].every((id) => nodeFacets.some((facet) => facet.id === id))
  const counts = new Map<FacetId, Uint32Array>(
    nodeFacets.map((facet) => [facet.id, new Uint32Array(facet.values.length)]),
  )
  let nodeCount = 0
  for (let node = 0; node < nodes.length; node++) {
    const alone = index.edgesAt.offsets[node] === index.edgesAt.offsets[node + 1]
    if (alone && aloneMayPass) {
      nodeFacets.forEach((_, f) => {
        if ((nodeFails[node]! & ~(1 << f)) === 0) wouldPass[f]![node] = 1
      })
      nodes[node] = nodeFails[node] === 0 ? 1 : 0
    }
    nodeFacets.forEach((facet, f) => {
      counts.get(facet.id)![facet.codes.items[node]!]! += wouldPass[f]![node]!
    })
    nodeCount += nodes[node]!
  }
  for (const column of [...edgeFacets, ...rowFacets]) counts.set(column.id, column.counts)
  return { nodes, edges, nodeCount, edgeCount, counts }
}

/** For each node a bit for every facet of nodes that does not let it through. */
function failsOfNodes(
  nodes: number,
  facets: readonly Facet[],
  allowed: ReadonlyMap<FacetId, Uint8Array>,
): Uint8Array {
  const fails = new Uint8Array(nodes)
  facets.forEach((facet, f) => {
    const letThrough = allowed.get(facet.id)!
    if (letThrough.every((bit) => bit === 1)) return
    for (let node = 0; node < nodes; node++)
      if (letThrough[facet.codes.items[node]!] === 0) fails[node]! |= 1 << f
  })
  return fails
}

interface Column {
  readonly id: FacetId
  /** Nothing is filtered out. */
  readonly all: boolean
  readonly counts: Uint32Array
  passes(thing: number): boolean
  /** Counts the values of a thing, each once per edge. */
  count(thing: number, edge: number): void
}

function columns(facets: Facets, level: Facet['level'], allowed: ReadonlyMap<FacetId, Uint8Array>): Column[] {
  return facets.list
    .filter((facet) => facet.level === level)
    .map((facet) => {
      const { offsets, items } = facet.codes
      const letThrough = allowed.get(facet.id)!
      const all = letThrough.every((bit) => bit === 1)
      const counts = new Uint32Array(facet.values.length)
      /** The last edge each value was counted for, plus one. */
      const counted = new Uint32Array(facet.values.length)
      const put = (value: number, edge: number): void => {
        if (counted[value] === edge + 1) return
        counted[value] = edge + 1
        counts[value]!++
      }
      // most facets have one value for each thing: no list to walk
      if (items.length === offsets.length - 1)
        return {
          id: facet.id,
          all,
          counts,
          passes: (thing) => letThrough[items[thing]!] === 1,
          count: (thing, edge) => put(items[thing]!, edge),
        }
      return {
        id: facet.id,
        all,
        counts,
        passes: (thing) => {
          for (let at = offsets[thing]!; at < offsets[thing + 1]!; at++)
            if (letThrough[items[at]!] === 1) return true
          return false
        },
        count: (thing, edge) => {
          for (let at = offsets[thing]!; at < offsets[thing + 1]!; at++) put(items[at]!, edge)
        },
      }
    })
}

function largestEvidence(rows: Uint32Array): number {
  let largest = 0
  for (let edge = 1; edge < rows.length; edge++) largest = Math.max(largest, rows[edge]! - rows[edge - 1]!)
  return largest
}

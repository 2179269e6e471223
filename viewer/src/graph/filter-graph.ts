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
 * pass together on one row; an edge passes with one such row, and a node passes with one such edge. Nodes
 * without any edge pass while no filter speaks of relations.
 */
export function filterGraph(index: GraphIndex, facets: Facets, filters: Filters): Filtered {
  const allowed = new Map(
    facets.list.map((facet) => [
      facet.id,
      Uint8Array.from(facet.values, (value) => (lets(filters.get(facet.id), value.key) ? 1 : 0)),
    ]),
  )
  const types = facets.list.find((facet) => facet.level === 'node')!
  const typeOf = types.codes.items
  const typeAllowed = allowed.get(types.id)!
  const edgeFacets = columns(facets, 'edge', allowed)
  const rowFacets = columns(facets, 'row', allowed)
  const edgeActive = [...edgeFacets.keys()].filter((f) => !edgeFacets[f]!.all)
  const rowActive = [...rowFacets.keys()].filter((f) => !rowFacets[f]!.all)
  const nodes = new Uint8Array(index.nodes.length)
  /** Nodes that would pass if their own type were let through. */
  const typed = new Uint8Array(index.nodes.length)
  const edges = new Uint8Array(index.edges.length)
  const rowFails = new Uint32Array(largestEvidence(facets.rows))
  let edgeCount = 0

  for (let edge = 0; edge < edges.length; edge++) {
    const from = index.source[edge]!
    const to = index.target[edge]!
    const fromType = typeOf[from]!
    const toType = typeOf[to]!
    const typesPass = typeAllowed[fromType] === 1 && typeAllowed[toType] === 1
    let edgeFails = 0
    for (const f of edgeActive) if (!edgeFacets[f]!.passes(edge)) edgeFails |= 1 << f
    const first = facets.rows[edge]!
    const last = facets.rows[edge + 1]!
    let rowPasses = first === last && rowFacets.every((column) => column.all)
    for (let row = first; row < last; row++) {
      let fails = 0
      for (const f of rowActive) if (!rowFacets[f]!.passes(row)) fails |= 1 << f
      rowFails[row - first] = fails
      if (fails === 0) rowPasses = true
    }
    if (edgeFails === 0 && rowPasses) {
      if (typeAllowed[toType] === 1 || toType === fromType) typed[from] = 1
      if (typeAllowed[fromType] === 1 || toType === fromType) typed[to] = 1
      if (typesPass) {
        edges[edge] = 1
        edgeCount++
        nodes[from] = 1
        nodes[to] = 1
      }
    }
    if (!typesPass) continue
    if (rowPasses)
      for (let f = 0; f < edgeFacets.length; f++)
        if ((edgeFails & ~(1 << f)) === 0) edgeFacets[f]!.count(edge, edge)
    if (edgeFails === 0)
      for (let row = first; row < last; row++)
        for (let f = 0; f < rowFacets.length; f++)
          if ((rowFails[row - first]! & ~(1 << f)) === 0) rowFacets[f]!.count(row, edge)
  }

  const onlyTypes = [...filters.keys()].every((id) => id === types.id)
  const typeCounts = new Uint32Array(types.values.length)
  let nodeCount = 0
  for (let node = 0; node < nodes.length; node++) {
    const alone = index.edgesAt.offsets[node] === index.edgesAt.offsets[node + 1]
    if (alone && onlyTypes) {
      typed[node] = 1
      nodes[node] = typeAllowed[typeOf[node]!]!
    }
    typeCounts[typeOf[node]!]! += typed[node]!
    nodeCount += nodes[node]!
  }
  const counts = new Map<FacetId, Uint32Array>([[types.id, typeCounts]])
  for (const column of [...edgeFacets, ...rowFacets]) counts.set(column.id, column.counts)
  return { nodes, edges, nodeCount, edgeCount, counts }
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

import type { OpenedGraph } from '../graph/index.ts'
import { emptyGraph } from '../graph/redthread-graph.ts'
import { matchName, type NameMatch } from './match-name.ts'
import { compileFilter, type RelationFilter, undatedNotes } from './relation-filter.ts'

export interface Selection extends RelationFilter {
  /** Only what lies within `steps` of this entity. */
  readonly around?: string
  /** 1 unless said otherwise. */
  readonly steps?: number
}

/** A part of a graph, and how its names were understood. */
export interface SelectedGraph {
  readonly source: OpenedGraph
  readonly matches: readonly NameMatch[]
  readonly notes: readonly string[]
}

/**
 * The part of a graph that passes a filter: relations whole, with all of their evidence, and the entities at
 * their ends; with `around`, at most so many steps from an entity along relations that pass. Without any
 * filter the graph itself, with entities that have no relation.
 */
export function selectGraph(source: OpenedGraph, selection: Selection): SelectedGraph {
  const { around, steps = 1, ...filter } = selection
  const given = Object.values({ around, ...filter }).some((value) => value !== undefined)
  if (!given) return { source, matches: [], notes: [] }
  const { graph } = source
  const compiled = compileFilter(source, filter)
  const edges = new Set(compiled.select().edges.map(({ key }) => key))
  const nodes = new Set<string>()
  const match = around === undefined ? undefined : matchName(source, around)
  if (match) {
    let ring = match.entities.map(({ key }) => key)
    for (const key of ring) nodes.add(key)
    for (let step = 0; step < steps; step++) {
      const next = new Set<string>()
      for (const node of ring)
        graph.forEachEdge(node, (edge, _attributes, from, to) => {
          if (edges.has(edge)) for (const end of [from, to]) if (!nodes.has(end)) next.add(end)
        })
      for (const node of next) nodes.add(node)
      ring = [...next]
    }
  } else for (const edge of edges) for (const end of graph.extremities(edge)) nodes.add(end)

  const attributes = graph.getAttributes()
  const part = emptyGraph(attributes)
  graph.forEachNode((node, values) => {
    if (nodes.has(node)) part.addNode(node, values)
  })
  const documents = new Set<string>()
  let evidence = 0
  let derived = 0
  graph.forEachEdge((edge, values, from, to) => {
    if (!edges.has(edge) || !nodes.has(from) || !nodes.has(to)) return
    part.addEdgeWithKey(edge, from, to, values)
    if (values.derived) derived++
    else evidence += values.evidence.length
    for (const row of values.evidence) documents.add(row.document)
  })
  part.replaceAttributes({
    ...attributes,
    counts: {
      documents: documents.size,
      entities: part.order,
      relations: part.size,
      ...(derived > 0 ? { derived } : {}),
      evidence,
    },
    contradictions: attributes.contradictions.filter((one) => one.edges.every((edge) => part.hasEdge(edge))),
  })
  return {
    source: { ...source, graph: part },
    matches: match ? [match, ...compiled.matches] : compiled.matches,
    notes: undatedNotes(compiled.undated),
  }
}

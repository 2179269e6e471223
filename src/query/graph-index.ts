import type { RedthreadGraph } from '../graph/index.ts'
import type { EdgeAttributes, NodeAttributes } from '../model/index.ts'
import { foldText } from './fold-text.ts'

/** An edge with its ends at hand. */
export interface IndexedEdge {
  readonly key: string
  readonly source: string
  readonly target: string
  readonly attributes: EdgeAttributes
  /** Its place among all edges of the graph, the strongest first. */
  readonly place: number
}

/** Most independent sources first, then the surest, then by key. */
export const byStrength = (a: IndexedEdge, b: IndexedEdge): number => a.place - b.place

/** Under which of its names an entity is known. */
export type NameKind = 'former key' | 'label' | 'alias'

export interface IndexedName {
  readonly key: string
  readonly kind: NameKind
  /** As written in the graph. */
  readonly name: string
}

/** What the questions look things up in; made once per graph. */
export interface GraphIndex {
  readonly keys: readonly string[]
  readonly numberOf: ReadonlyMap<string, number>
  /** The strongest first: the edge at each place. */
  readonly edges: readonly IndexedEdge[]
  /** The places of the edges in the order of their keys. */
  readonly byKey: Int32Array
  readonly edgeOf: ReadonlyMap<string, IndexedEdge>
  /** The label of each relation that occurs. */
  readonly relations: ReadonlyMap<string, string>
  /** By folded name. */
  readonly names: ReadonlyMap<string, readonly IndexedName[]>
}

const indexes = new WeakMap<RedthreadGraph, GraphIndex>()

function namesOf(key: string, { label, aliases, formerKeys }: NodeAttributes): IndexedName[] {
  const names: IndexedName[] = [{ key, kind: 'label', name: label }]
  for (const name of aliases) names.push({ key, kind: 'alias', name })
  for (const name of formerKeys ?? []) names.push({ key, kind: 'former key', name })
  return names
}

function makeIndex(graph: RedthreadGraph): GraphIndex {
  const keys = graph.nodes()
  const ordered: { -readonly [K in keyof IndexedEdge]: IndexedEdge[K] }[] = []
  let inOrder = true
  const relations = new Map<string, string>()
  graph.forEachEdge((key, attributes, source, target) => {
    if (ordered.length > 0 && key < ordered.at(-1)!.key) inOrder = false
    ordered.push({ key, source, target, attributes, place: 0 })
    if (!relations.has(attributes.relation)) relations.set(attributes.relation, attributes.label)
  })
  // A graph file is in the order of its keys; and sorting is stable.
  if (!inOrder) ordered.sort((a, b) => (a.key < b.key ? -1 : 1))
  const edges = ordered.toSorted(
    ({ attributes: a }, { attributes: b }) => b.origins - a.origins || b.confidence - a.confidence,
  )
  for (const [place, edge] of edges.entries()) edge.place = place
  const names = new Map<string, IndexedName[]>()
  graph.forEachNode((key, attributes) => {
    const seen = new Set<string>()
    for (const name of namesOf(key, attributes)) {
      const folded = foldText(name.name)
      if (seen.has(folded)) continue
      seen.add(folded)
      const list = names.get(folded)
      if (list) list.push(name)
      else names.set(folded, [name])
    }
  })
  const edgeOf = new Map(edges.map((edge) => [edge.key, edge]))
  return {
    keys,
    numberOf: new Map(keys.map((key, number) => [key, number])),
    edges,
    byKey: Int32Array.from(ordered, ({ place }) => place),
    edgeOf,
    relations,
    names,
  }
}

/** The index of a graph, made at the first question. The graph must not change while questions are put. */
export function indexOf(graph: RedthreadGraph): GraphIndex {
  let index = indexes.get(graph)
  if (index?.keys.length !== graph.order || index.edges.length !== graph.size) {
    index = makeIndex(graph)
    indexes.set(graph, index)
  }
  return index
}

/** A thing that is made of the index of a graph when it is first asked for, and kept with it. */
export function madeOnce<Made>(
  make: (graph: RedthreadGraph, index: GraphIndex) => Made,
): (graph: RedthreadGraph) => Made {
  const known = new WeakMap<GraphIndex, { readonly made: Made }>()
  return (graph) => {
    const index = indexOf(graph)
    let entry = known.get(index)
    if (!entry) {
      entry = { made: make(graph, index) }
      known.set(index, entry)
    }
    return entry.made
  }
}

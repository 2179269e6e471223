import type { RedthreadGraph } from '../graph/index.ts'
import type { EdgeAttributes, NodeAttributes } from '../model/index.ts'
import { foldText } from './fold-text.ts'

/** An edge with its ends at hand. */
export interface IndexedEdge {
  readonly key: string
  readonly source: string
  readonly target: string
  readonly attributes: EdgeAttributes
}

/** Under which of its names an entity is known. */
export type NameKind = 'key' | 'former key' | 'label' | 'alias'

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
  readonly edges: readonly IndexedEdge[]
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
  const edges: IndexedEdge[] = []
  const relations = new Map<string, string>()
  graph.forEachEdge((key, attributes, source, target) => {
    edges.push({ key, source, target, attributes })
    if (!relations.has(attributes.relation)) relations.set(attributes.relation, attributes.label)
  })
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
  return { keys, numberOf: new Map(keys.map((key, number) => [key, number])), edges, relations, names }
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

import type { Document } from '../../../src/model/document.ts'
import type { EdgeAttributes, NodeAttributes, SerializedGraph } from '../../../src/model/graph.ts'

/** A list of lists in two arrays: the items of `i` are `items[offsets[i]]` up to `items[offsets[i + 1]]`. */
export interface Lists {
  readonly offsets: Uint32Array
  readonly items: Uint32Array
}

/** How a thing of a comparison differs from the earlier graph; what is not listed is the same. */
export type Change = 'added' | 'removed' | 'changed'

/** The changes of a comparison, by key. */
export interface Changes {
  readonly nodes: ReadonlyMap<string, Change>
  readonly edges: ReadonlyMap<string, Change>
}

export const noChanges: Changes = { nodes: new Map(), edges: new Map() }

/** The graph by number, so that filters and drawing work on arrays. Nodes and edges keep the file's order. */
export interface GraphIndex {
  readonly graph: SerializedGraph
  readonly nodeKeys: readonly string[]
  readonly nodes: readonly NodeAttributes[]
  readonly edgeKeys: readonly string[]
  readonly edges: readonly EdgeAttributes[]
  readonly nodeOf: ReadonlyMap<string, number>
  readonly edgeOf: ReadonlyMap<string, number>
  /** Node number of each edge's subject. */
  readonly source: Uint32Array
  /** Node number of each edge's object. */
  readonly target: Uint32Array
  /** Edges at each node, in the file's order; a self-loop is listed once. */
  readonly edgesAt: Lists
  /** Node numbers, highest rank first, then by key. */
  readonly byRank: Uint32Array
  /** Where each node stands in `byRank`. */
  readonly rankOf: Uint32Array
  readonly documents: ReadonlyMap<string, Document>
  /** Empty where the graph is not a comparison of two. */
  readonly changes: Changes
}

/** Numbers the nodes and edges of a graph. Edges whose ends are missing are left out. */
export function indexGraph(
  graph: SerializedGraph,
  documents: Iterable<Document>,
  changes: Changes = noChanges,
): GraphIndex {
  const nodeKeys = graph.nodes.map((node) => node.key)
  const nodes = graph.nodes.map((node) => node.attributes)
  const nodeOf = new Map(nodeKeys.map((key, number) => [key, number]))
  const sound = graph.edges.filter((edge) => nodeOf.has(edge.source) && nodeOf.has(edge.target))
  const edgeKeys = sound.map((edge) => edge.key)
  const source = Uint32Array.from(sound, (edge) => nodeOf.get(edge.source) ?? 0)
  const target = Uint32Array.from(sound, (edge) => nodeOf.get(edge.target) ?? 0)
  const byRank = Uint32Array.from(nodes.keys()).sort((a, b) => {
    const difference = nodes[b]!.rank - nodes[a]!.rank
    if (difference !== 0) return difference
    return nodeKeys[a]! < nodeKeys[b]! ? -1 : 1
  })
  const rankOf = new Uint32Array(nodes.length)
  byRank.forEach((node, place) => {
    rankOf[node] = place
  })
  return {
    graph,
    nodeKeys,
    nodes,
    edgeKeys,
    edges: sound.map((edge) => edge.attributes),
    nodeOf,
    edgeOf: new Map(edgeKeys.map((key, number) => [key, number])),
    source,
    target,
    edgesAt: edgesAtNodes(nodes.length, source, target),
    byRank,
    rankOf,
    documents: new Map([...documents].map((document) => [document.id, document])),
    changes,
  }
}

/** The items of list `at`. */
export function listAt(lists: Lists, at: number): Uint32Array {
  return lists.items.subarray(lists.offsets[at] ?? 0, lists.offsets[at + 1] ?? 0)
}

function edgesAtNodes(nodes: number, source: Uint32Array, target: Uint32Array): Lists {
  const offsets = new Uint32Array(nodes + 1)
  const count = (node: number): void => {
    offsets[node + 1] = (offsets[node + 1] ?? 0) + 1
  }
  source.forEach((from, edge) => {
    count(from)
    if (target[edge] !== from) count(target[edge] ?? 0)
  })
  for (let node = 0; node < nodes; node++) offsets[node + 1]! += offsets[node]!
  const next = offsets.slice()
  const items = new Uint32Array(offsets[nodes] ?? 0)
  const put = (node: number, edge: number): void => {
    items[next[node]!++] = edge
  }
  source.forEach((from, edge) => {
    put(from, edge)
    if (target[edge] !== from) put(target[edge] ?? 0, edge)
  })
  return { offsets, items }
}

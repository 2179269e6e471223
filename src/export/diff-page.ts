import { emptyGraph, hash32, type RedthreadGraph } from '../graph/index.ts'
import type { Document, Evidence, Place } from '../model/index.ts'
import type { GraphDiff } from '../query/diff.ts'
import type { ChangeName, PageExtras } from './page-extras.ts'

/** What the viewer shows of a comparison. */
export interface DiffPage {
  readonly graph: RedthreadGraph
  readonly documents: readonly Document[]
  readonly extras: PageExtras
}

/** A graph with its documents. */
export interface GraphWithTexts {
  /** What it is called: its folder. */
  readonly name: string
  readonly graph: RedthreadGraph
  readonly documents: Iterable<Document>
}

/**
 * Two graphs as one, for the viewer: the later one with what was removed drawn beside it. A document whose text is
 * another in the earlier graph stands there twice, the earlier one with `(earlier)` after its id.
 */
export function diffPage(before: GraphWithTexts, after: GraphWithTexts, diff: GraphDiff): DiffPage {
  const documents = new Map([...after.documents].map((document) => [document.id, document]))
  const earlierId = new Map<string, string>()
  for (const document of before.documents) {
    const later = documents.get(document.id)
    if (later?.text === document.text) continue
    const id = later === undefined ? document.id : `${document.id} (earlier)`
    earlierId.set(document.id, id)
    documents.set(id, { ...document, id })
  }
  const moved = <P extends Place>(place: P): P => ({
    ...place,
    document: earlierId.get(place.document) ?? place.document,
  })
  const graph = emptyGraph(after.graph.getAttributes())
  after.graph.forEachNode((key, attributes) => graph.addNode(key, attributes))
  const keyOf = new Map(diff.keyNow)
  const removed = diff.entities.filter(({ change }) => change === 'removed')
  for (const { key } of removed) {
    const free = graph.hasNode(key) ? `${key} (earlier)` : key
    keyOf.set(key, free)
    const attributes = before.graph.getNodeAttributes(key)
    graph.addNode(free, {
      ...attributes,
      mentions: attributes.mentions.map(moved),
      ...(attributes.said ? { said: attributes.said.map(moved) } : {}),
    })
  }
  after.graph.forEachEdge((key, attributes, source, target) => {
    graph.addEdgeWithKey(key, source, target, attributes)
  })
  const edges: Record<string, ChangeName> = {}
  const what: Record<string, readonly string[]> = {}
  for (const { key, change, what: words } of diff.relations) {
    if (change !== 'removed') {
      edges[key] = change
      what[key] = words
      continue
    }
    const [source, target] = before.graph.extremities(key).map((end) => keyOf.get(end)!)
    const attributes = before.graph.getEdgeAttributes(key)
    const free = graph.hasEdge(key) ? `${key} (earlier)` : key
    edges[free] = 'removed'
    const rowNow = (row: Evidence): Evidence => ({
      ...moved(row),
      speakers: row.speakers.flatMap((speaker) => keyOf.get(speaker) ?? []),
      qualifiers: row.qualifiers.map(({ entity, ...rest }) => {
        const now = entity === undefined ? undefined : keyOf.get(entity)
        return { ...rest, ...(now === undefined ? {} : { entity: now }) }
      }),
    })
    graph.addEdgeWithKey(free, source, target, { ...attributes, evidence: attributes.evidence.map(rowNow) })
  }
  const nodes: Record<string, ChangeName> = {}
  for (const { key, change, what: words } of diff.entities) {
    const now = change === 'removed' ? keyOf.get(key)! : key
    nodes[now] = change
    what[now] = words
  }
  placeRemoved(graph, new Set(removed.map(({ key }) => keyOf.get(key)!)))
  graph.replaceAttributes({
    ...graph.getAttributes(),
    counts: {
      documents: documents.size,
      entities: graph.order,
      relations: graph.size,
      evidence: graph.reduceEdges((sum, _key, { evidence }) => sum + evidence.length, 0),
    },
  })
  return {
    graph,
    documents: [...documents.values()],
    extras: { changes: { nodes, edges, what, names: [before.name, after.name] } },
  }
}

/** Puts what was removed beside its neighbours that are still there, as the two layouts have nothing in common. */
function placeRemoved(graph: RedthreadGraph, removed: ReadonlySet<string>): void {
  let largest = 0
  let reach = 1
  graph.forEachNode((key, { community, x, y }) => {
    if (removed.has(key)) return
    largest = Math.max(largest, community)
    reach = Math.max(reach, Math.abs(x), Math.abs(y))
  })
  for (const key of removed) {
    const there = graph.neighbors(key).filter((other) => !removed.has(other))
    const [lead] = there
    const angle = ((hash32(key) % 360) * Math.PI) / 180
    const far = there.length === 0 ? 1.1 : 0.08
    const mean = (of: 'x' | 'y'): number =>
      there.reduce((sum, other) => sum + graph.getNodeAttribute(other, of), 0) / Math.max(1, there.length)
    graph.mergeNodeAttributes(key, {
      x: Math.round(100 * (mean('x') + reach * far * Math.cos(angle))) / 100,
      y: Math.round(100 * (mean('y') + reach * far * Math.sin(angle))) / 100,
      community: lead === undefined ? largest + 1 : graph.getNodeAttribute(lead, 'community'),
    })
  }
}

import { modalities } from '../../../src/model/claim.ts'
import { nameCommunities, smallCommunity } from './communities.ts'
import type { GraphIndex, Lists } from './index-graph.ts'

/** What a graph can be narrowed by. */
export const facetIds = [
  'change',
  'type',
  'relation',
  'polarity',
  'modality',
  'derived',
  'speaker',
  'document',
  'publisher',
  'date',
  'community',
  'origins',
  'confidence',
] as const
export type FacetId = (typeof facetIds)[number]

/** Whether a facet speaks of entities, of relations, or of single rows of evidence. */
export type FacetLevel = 'node' | 'edge' | 'row'

export interface FacetValue {
  /** What the value is known by in filters: a type name, a node key, a document id. */
  readonly key: string
  readonly label: string
}

/** One way to narrow the graph: its values, and the value numbers of every node, edge or row. */
export interface Facet {
  readonly id: FacetId
  readonly level: FacetLevel
  readonly values: readonly FacetValue[]
  readonly codes: Lists
}

/** All facets of a graph, and where the evidence rows of each edge begin. */
export interface Facets {
  readonly list: readonly Facet[]
  /** Rows of edge `e` are numbers `rows[e]` up to `rows[e + 1]`, in the order of its evidence. */
  readonly rows: Uint32Array
}

/** Value key of rows in the article's own voice. */
export const ownVoice = ''

/** Reads the facets of a graph: values in their natural order, else the most frequent first. */
export function readFacets(index: GraphIndex): Facets {
  const rows = new Uint32Array(index.edges.length + 1)
  index.edges.forEach((edge, number) => {
    rows[number + 1] = rows[number]! + edge.evidence.length
  })
  const dates = dateBuckets(index)
  const communities = nameCommunities(index)
  const documentOf = (id: string) => index.documents.get(id)
  const labelOf = (key: string): string => index.nodes[index.nodeOf.get(key) ?? -1]?.label ?? key
  const evidence = index.edges.flatMap((edge) => edge.evidence)
  return {
    rows,
    list: [
      facet(
        'change',
        'edge',
        index.edgeKeys,
        (key, put) => put(...sameTwice(index.changes.edges.get(key) ?? 'same')),
        ['added', 'removed', 'changed', 'same'],
      ),
      facet('type', 'node', index.nodes, (node, put) => put(node.type, words(node.type))),
      facet('relation', 'edge', index.edges, (edge, put) => put(edge.relation, words(edge.relation))),
      facet('polarity', 'edge', index.edges, (edge, put) =>
        put(edge.polarity, edge.polarity === 'negative' ? 'denied or negative' : 'positive'),
      ),
      facet('modality', 'row', evidence, (row, put) => put(row.modality, row.modality), [
        ...[...modalities].reverse(),
      ]),
      facet(
        'derived',
        'edge',
        index.edges,
        (edge, put) => put(...sameTwice(edge.derived === true ? 'derived' : 'read')),
        ['read', 'derived'],
      ),
      facet('speaker', 'row', evidence, (row, put) => {
        if (row.speakers.length === 0) put(ownVoice, 'the article itself')
        for (const speaker of row.speakers) put(speaker, labelOf(speaker))
      }),
      facet('document', 'row', evidence, (row, put) =>
        put(row.document, documentOf(row.document)?.title ?? row.document),
      ),
      facet('publisher', 'row', evidence, (row, put) => {
        const publisher = documentOf(row.document)?.publisher
        put(publisher ?? '', publisher ?? 'not known')
      }),
      facet(
        'date',
        'row',
        evidence,
        (row, put) => {
          const bucket = dates.of(documentOf(row.document)?.date)
          put(bucket, bucket === '' ? 'no date' : bucket)
        },
        dates.order,
      ),
      facet(
        'community',
        'node',
        index.nodes,
        ({ community }, put) => {
          const name = communities.get(community)
          if (name === undefined) put(smallCommunity, smallCommunity)
          else put(String(community), name)
        },
        [...communities.keys()].map(String),
      ),
      facet(
        'origins',
        'edge',
        index.edges,
        (edge, put) => {
          const origins = Math.min(edge.origins, 4)
          put(String(origins), origins === 4 ? '4 or more' : String(origins))
        },
        ['4', '3', '2', '1', '0'],
      ),
      facet('confidence', 'edge', index.edges, (edge, put) => put(...confidenceBucket(edge.confidence)), [
        'high',
        'good',
        'fair',
        'low',
      ]),
    ],
  }
}

/** A kebab-case name as words. */
export function words(name: string): string {
  return name.replaceAll('-', ' ')
}

const sameTwice = (key: string): [string, string] => [key, key]

function confidenceBucket(confidence: number): [string, string] {
  if (confidence >= 0.9) return ['high', '0.9 to 1']
  if (confidence >= 0.7) return ['good', '0.7 to 0.9']
  if (confidence >= 0.5) return ['fair', '0.5 to 0.7']
  return ['low', 'below 0.5']
}

/** Days while there are few, then months, then years, so that the list stays short. */
function dateBuckets(index: GraphIndex): { of(date?: string): string; order: string[] } {
  const dates = [...index.documents.values()].flatMap((document) => document.date ?? [])
  const length = [10, 7].find((cut) => new Set(dates.map((date) => date.slice(0, cut))).size <= 16) ?? 4
  return {
    of: (date = '') => date.slice(0, length),
    order: [...new Set(dates.map((date) => date.slice(0, length)))].sort(),
  }
}

function facet<T>(
  id: FacetId,
  level: FacetLevel,
  things: readonly T[],
  read: (thing: T, put: (key: string, label: string) => void) => void,
  order: readonly string[] = [],
): Facet {
  const values: FacetValue[] = []
  const codeOf = new Map<string, number>()
  const counts: number[] = []
  const offsets = new Uint32Array(things.length + 1)
  const items: number[] = []
  const put = (key: string, label: string): void => {
    let code = codeOf.get(key)
    if (code === undefined) {
      code = values.length
      codeOf.set(key, code)
      values.push({ key, label })
      counts.push(0)
    }
    counts[code]!++
    items.push(code)
  }
  things.forEach((thing, number) => {
    read(thing, put)
    offsets[number + 1] = items.length
  })
  const placeOf = new Map(order.map((key, place) => [key, place]))
  const place = (code: number): number => placeOf.get(values[code]!.key) ?? order.length
  const sorted = [...values.keys()].sort(
    (a, b) =>
      place(a) - place(b) || counts[b]! - counts[a]! || (values[a]!.label < values[b]!.label ? -1 : 1),
  )
  const renumbered = new Uint32Array(values.length)
  sorted.forEach((code, position) => {
    renumbered[code] = position
  })
  return {
    id,
    level,
    values: sorted.map((code) => values[code]!),
    codes: { offsets, items: Uint32Array.from(items, (code) => renumbered[code]!) },
  }
}

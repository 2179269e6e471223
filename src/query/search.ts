import type { OpenedGraph, RedthreadGraph } from '../graph/index.ts'
import type { Evidence } from '../model/index.ts'
import {
  type Answer,
  answerOf,
  type EntityRef,
  type EvidenceRow,
  entityRef,
  evidenceRow,
  firstOf,
  type RelationRow,
  relationRow,
} from './answer.ts'
import { foldText } from './fold-text.ts'
import { type IndexedEdge, madeOnce } from './graph-index.ts'
import { namesWithWords } from './name-words.ts'
import { QueryError } from './query-error.ts'
import { indexWords, textsWith, type WordIndex } from './word-index.ts'

export interface SearchOptions {
  /** At most so many entities and so many passages; 20 unless said otherwise. */
  readonly limit?: number
}

/** An entity one of whose names has the words, or a passage of a document that has them. */
export type SearchHit =
  | { readonly kind: 'entity'; readonly entity: EntityRef; readonly matched: string }
  | { readonly kind: 'passage'; readonly passage: EvidenceRow; readonly relations: readonly RelationRow[] }

interface Passage {
  readonly row: Evidence
  readonly edges: IndexedEdge[]
}

/** Every place that is evidence of something, each once, in the order of document and place. */
export const passagesOf: (graph: RedthreadGraph) => {
  readonly passages: readonly Passage[]
  readonly index: WordIndex
} = madeOnce((_graph, { edges }) => {
  const documents = new Map<string, Map<string, Passage>>()
  for (const edge of edges)
    for (const row of edge.attributes.evidence) {
      let places = documents.get(row.document)
      if (!places) {
        places = new Map()
        documents.set(row.document, places)
      }
      const place = `${row.start} ${row.end}`
      const earlier = places.get(place)
      if (!earlier) places.set(place, { row, edges: [edge] })
      else if (earlier.edges.at(-1) !== edge) earlier.edges.push(edge)
    }
  const passages = [...documents]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, places]) =>
      [...places.values()].sort(({ row: a }, { row: b }) => a.start - b.start || a.end - b.end),
    )
  return { passages, index: indexWords(passages.map(({ row }) => foldText(row.quote))) }
})

/**
 * Entities and passages that have all of these words, or words that begin with them. Entities come first:
 * whole names before parts of names, then by rank. Passages are in the order of document and place.
 */
export function search(source: OpenedGraph, text: string, options: SearchOptions = {}): Answer<SearchHit> {
  const { graph } = source
  const limit = options.limit ?? 20
  const folded = foldText(text)
  if (folded === '')
    throw new QueryError('value-unknown', 'There is no word to search for.', 'Give one or more words.')
  const words = folded.split(' ')

  const found = new Map<string, { matched: string; whole: boolean }>()
  for (const { folded: name, names } of namesWithWords(graph, words)) {
    const whole = name === folded
    for (const { key, name: matched } of names)
      if (whole || !found.has(key)) found.set(key, { matched, whole })
  }
  const rank = (key: string): number => graph.getNodeAttribute(key, 'rank')
  const sorted = [...found].sort(
    ([a, x], [b, y]) => Number(y.whole) - Number(x.whole) || rank(b) - rank(a) || (a < b ? -1 : 1),
  )
  const { passages, index } = passagesOf(graph)
  const entities = firstOf(sorted, limit, 'entities')
  const all = textsWith(index, words)
  const left = all.length > limit ? [`${limit} of ${all.length} passages are shown.`] : []
  const items: SearchHit[] = entities.kept.map(([key, { matched }]) => ({
    kind: 'entity',
    entity: entityRef(source, key),
    matched,
  }))
  for (const text of all.subarray(0, limit)) {
    const { row, edges } = passages[text]!
    const relations = edges.map((edge) => relationRow(source, edge))
    items.push({ kind: 'passage', passage: evidenceRow(source, row), relations })
  }
  return answerOf({ question: 'search', matches: [], notes: [...entities.notes, ...left], items })
}

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

/** Every place that is evidence of something, each once. */
interface Passages {
  /** What was read from a passage, and how it stands in the first of these edges. */
  at(passage: number): { readonly row: Evidence; readonly edges: readonly IndexedEdge[] }
  readonly index: WordIndex
}

/** The passages of a graph in the order of document and place. Made once per graph. */
export const passagesOf: (graph: RedthreadGraph) => Passages = madeOnce((_graph, { edges }) => {
  const { rows, places, order } = orderedRows(edges)
  // Where the rows of each passage begin in the order.
  const begins: number[] = []
  for (let n = 0; n < order.length; n++) {
    const row = rows[order[n]!]!
    const last = n === 0 ? undefined : rows[order[n - 1]!]!
    if (row.start !== last?.start || row.end !== last.end || row.document !== last.document) begins.push(n)
  }
  function* quotes(): Generator<string> {
    for (const begin of begins) yield rows[order[begin]!]!.quote
  }
  return {
    at(passage) {
      const begin = begins[passage]!
      const of = order.subarray(begin, begins[passage + 1] ?? order.length)
      const found = new Set(Array.from(of, (row) => edges[places[row]!]!))
      return { row: rows[order[begin]!]!, edges: [...found] }
    },
    index: indexWords(quotes(), foldText),
  }
})

/** All evidence with the place of its edge, and the numbers of the rows in the order of document and place. */
function orderedRows(edges: readonly IndexedEdge[]): {
  readonly rows: readonly Evidence[]
  readonly places: Int32Array
  readonly order: Int32Array
} {
  const rows: Evidence[] = []
  const owners: number[] = []
  const byDocument = new Map<string, number[]>()
  for (const [place, { attributes }] of edges.entries())
    for (const row of attributes.evidence) {
      const list = byDocument.get(row.document)
      if (list) list.push(rows.length)
      else byDocument.set(row.document, [rows.length])
      rows.push(row)
      owners.push(place)
    }
  const order = new Int32Array(rows.length)
  let end = 0
  for (const [, list] of [...byDocument].sort(([a], [b]) => (a < b ? -1 : 1))) {
    list.sort((a, b) => rows[a]!.start - rows[b]!.start || rows[a]!.end - rows[b]!.end)
    order.set(list, end)
    end += list.length
  }
  return { rows, places: Int32Array.from(owners), order }
}

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
  const passages = passagesOf(graph)
  const entities = firstOf(sorted, limit, 'entities')
  const all = textsWith(passages.index, words)
  const left = all.length > limit ? [`${limit} of ${all.length} passages are shown.`] : []
  const items: SearchHit[] = entities.kept.map(([key, { matched }]) => ({
    kind: 'entity',
    entity: entityRef(source, key),
    matched,
  }))
  for (const text of all.subarray(0, limit)) {
    const { row, edges } = passages.at(text)
    const relations = edges.map((edge) => relationRow(source, edge))
    items.push({ kind: 'passage', passage: evidenceRow(source, row), relations })
  }
  return answerOf({ question: 'search', matches: [], notes: [...entities.notes, ...left], items })
}

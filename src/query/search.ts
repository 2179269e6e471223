import type { OpenedGraph } from '../graph/index.ts'
import type { Evidence } from '../model/index.ts'
import {
  type Answer,
  type EntityRef,
  type EvidenceRow,
  entityRef,
  evidenceRows,
  type RelationRow,
  relationRow,
} from './answer.ts'
import { foldText } from './fold-text.ts'
import { type IndexedEdge, indexOf } from './graph-index.ts'
import { QueryError } from './query-error.ts'

export interface SearchOptions {
  /** At most so many entities and so many passages; 20 unless said otherwise. */
  readonly limit?: number
}

/** An entity one of whose names has the words, or a passage of a document that has them. */
export type SearchHit =
  | { readonly kind: 'entity'; readonly entity: EntityRef; readonly matched: string }
  | { readonly kind: 'passage'; readonly passage: EvidenceRow; readonly relations: readonly RelationRow[] }

interface Passage {
  readonly folded: string
  readonly row: Evidence
  readonly edges: IndexedEdge[]
}

const passages = new WeakMap<object, readonly Passage[]>()

/** Every place that is evidence of something, each once, with the edges it is evidence of. */
function passagesOf({ graph }: OpenedGraph): readonly Passage[] {
  const index = indexOf(graph)
  const known = passages.get(index)
  if (known) return known
  const found = new Map<string, Passage>()
  for (const edge of index.edges)
    for (const row of edge.attributes.evidence) {
      const place = `${row.start} ${row.end} ${row.document}`
      const earlier = found.get(place)
      if (!earlier) found.set(place, { folded: ` ${foldText(row.quote)}`, row, edges: [edge] })
      else if (earlier.edges.at(-1) !== edge) earlier.edges.push(edge)
    }
  const list = [...found.values()]
  passages.set(index, list)
  return list
}

/**
 * Entities and passages that have all of these words, or words that begin with them. Entities come first:
 * whole names before parts of names, then by rank. Passages are in the order of document and place.
 */
export function search(source: OpenedGraph, words: string, options: SearchOptions = {}): Answer<SearchHit> {
  const { graph } = source
  const limit = options.limit ?? 20
  const folded = foldText(words)
  if (folded === '')
    throw new QueryError('value-unknown', 'There is no word to search for.', 'Give one or more words.')
  const parts = folded.split(' ').map((word) => ` ${word}`)
  const holds = (text: string): boolean => parts.every((part) => text.includes(part))

  const entities = new Map<string, { matched: string; whole: boolean }>()
  for (const [name, list] of indexOf(graph).names) {
    if (!holds(` ${name}`)) continue
    const whole = name === folded
    for (const { key, name: matched } of list)
      if (whole || !entities.has(key)) entities.set(key, { matched, whole })
  }
  const rank = (key: string): number => graph.getNodeAttribute(key, 'rank')
  const foundEntities = [...entities].sort(
    ([a, x], [b, y]) => Number(y.whole) - Number(x.whole) || rank(b) - rank(a) || (a < b ? -1 : 1),
  )
  const foundPassages = passagesOf(source)
    .filter((passage) => holds(passage.folded))
    .sort(({ row: a }, { row: b }) =>
      a.document < b.document ? -1 : a.document > b.document ? 1 : a.start - b.start,
    )

  const notes: string[] = []
  if (foundEntities.length > limit) notes.push(`${limit} of ${foundEntities.length} entities are shown.`)
  if (foundPassages.length > limit) notes.push(`${limit} of ${foundPassages.length} passages are shown.`)
  const items: SearchHit[] = [
    ...foundEntities
      .slice(0, limit)
      .map(([key, { matched }]) => ({ kind: 'entity' as const, entity: entityRef(source, key), matched })),
    ...foundPassages.slice(0, limit).map(({ row, edges }) => ({
      kind: 'passage' as const,
      passage: evidenceRows(source, [row])[0]!,
      relations: edges.map((edge) => relationRow(source, edge, undefined)),
    })),
  ]
  return { question: 'search', matches: [], notes, items }
}

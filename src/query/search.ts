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
  readonly row: Evidence
  readonly edges: IndexedEdge[]
}

/** Every passage with the words of all in one text, a line each: one scan finds what a word occurs in. */
interface PassageIndex {
  readonly passages: readonly Passage[]
  /** Folded, a blank before every word. */
  readonly text: string
  /** Where the line of each passage begins in `text`; one longer than there are passages. */
  readonly starts: Int32Array
}

const passageIndexes = new WeakMap<object, PassageIndex>()

/** Every place that is evidence of something, each once, with the edges it is evidence of. */
function passagesOf({ graph }: OpenedGraph): PassageIndex {
  const index = indexOf(graph)
  const known = passageIndexes.get(index)
  if (known) return known
  const found = new Map<string, Passage>()
  for (const edge of index.edges)
    for (const row of edge.attributes.evidence) {
      const place = `${row.start} ${row.end} ${row.document}`
      const earlier = found.get(place)
      if (!earlier) found.set(place, { row, edges: [edge] })
      else if (earlier.edges.at(-1) !== edge) earlier.edges.push(edge)
    }
  const passages = [...found.values()]
  const lines = passages.map(({ row }) => ` ${foldText(row.quote)}\n`)
  const starts = new Int32Array(lines.length + 1)
  for (const [i, line] of lines.entries()) starts[i + 1] = starts[i]! + line.length
  const made = { passages, text: lines.join(''), starts }
  passageIndexes.set(index, made)
  return made
}

/** The passages that hold every one of these words, each given with a blank before it. */
function passagesWith({ passages, text, starts }: PassageIndex, parts: readonly string[]): Passage[] {
  // The longest word is the rarest as a rule; the others are looked for in its lines only.
  const [rarest, ...others] = parts.toSorted((a, b) => b.length - a.length)
  const found: Passage[] = []
  for (let at = text.indexOf(rarest!); at !== -1; ) {
    let low = 0
    let high = passages.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= at) low = middle
      else high = middle
    }
    const end = starts[low + 1]!
    const line = others.length > 0 ? text.slice(starts[low], end) : ''
    if (others.every((part) => line.includes(part))) found.push(passages[low]!)
    at = text.indexOf(rarest!, end)
  }
  return found
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
  const foundPassages = passagesWith(passagesOf(source), parts).sort(({ row: a }, { row: b }) =>
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

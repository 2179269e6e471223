import MiniSearch from 'minisearch'
import { words } from '../graph/facets.ts'
import type { GraphIndex } from '../graph/index-graph.ts'
import { fold } from './fold.ts'

export type FoundKind = 'node' | 'edge' | 'quote'

/** Something found: a node by its names, an edge by its relation, or an edge by words of a quote. */
export interface Found {
  readonly kind: FoundKind
  /** Node or edge number. */
  readonly number: number
  /** Place in the edge's evidence, for a quote. */
  readonly row: number
  readonly score: number
}

interface Entry {
  readonly id: number
  readonly names: string
  readonly aliases: string
}

interface Passage {
  readonly id: number
  readonly quote: string
}

const tolerant = { prefix: true, fuzzy: 0.25, maxFuzzy: 2, combineWith: 'AND' } as const

/** Finds entities, relations and quotes by words, tolerant of misspellings, accents and unfinished words. */
export interface SearchIndex {
  /** The best `limit` results of each kind, best first within a kind. */
  search(query: string, limit?: number): Found[]
  /** Reads the next `count` quotes into the index; true when all are in. */
  addQuotes(count: number): boolean
}

/** Indexes the names of a graph at once; quotes are added bit by bit with `addQuotes`, as they are many. */
export function createSearchIndex(index: GraphIndex): SearchIndex {
  const names = new MiniSearch<Entry>({
    fields: ['names', 'aliases'],
    processTerm: fold,
    searchOptions: { ...tolerant, boost: { names: 2 } },
  })
  names.addAll(
    index.nodes.map((node, id) => ({
      id,
      names: node.label,
      aliases: node.aliases.filter((alias) => alias !== node.label).join(' / '),
    })),
  )
  const relations = new MiniSearch<Entry>({
    fields: ['names', 'aliases'],
    processTerm: fold,
    searchOptions: tolerant,
  })
  const distinct = new Map<string, number[]>()
  index.edges.forEach((edge, number) => {
    const name = `${edge.relation} ${edge.label}`
    const list = distinct.get(name)
    if (list === undefined) distinct.set(name, [number])
    else list.push(number)
  })
  const relationEdges = [...distinct.values()]
  relations.addAll([...distinct.keys()].map((name, id) => ({ id, names: words(name), aliases: '' })))
  const quotes = new MiniSearch<Passage>({
    fields: ['quote'],
    processTerm: fold,
    searchOptions: { ...tolerant, fuzzy: (term) => (term.length > 4 ? 1 : false) },
  })
  const places: { edge: number; row: number }[] = []
  const passages: string[] = []
  const seen = new Map<string, number>()
  index.edges.forEach((edge, number) => {
    edge.evidence.forEach((evidence, row) => {
      if (seen.has(evidence.quote)) return
      seen.set(evidence.quote, passages.length)
      passages.push(evidence.quote)
      places.push({ edge: number, row })
    })
  })
  let added = 0
  return {
    addQuotes(count) {
      const end = Math.min(passages.length, added + count)
      for (; added < end; added++) quotes.add({ id: added, quote: passages[added]! })
      return added === passages.length
    },
    search(query, limit = 8) {
      if (query.trim() === '') return []
      const nodes = names.search(query).map(({ id, score }): Found => {
        const weight = 1 + 1 / (1 + index.rankOf[id as number]!)
        return { kind: 'node', number: id as number, row: 0, score: score * weight }
      })
      nodes.sort((a, b) => b.score - a.score || index.rankOf[a.number]! - index.rankOf[b.number]!)
      const edges = relations
        .search(query)
        .flatMap(({ id, score }) =>
          relationEdges[id as number]!.slice(0, limit).map(
            (number): Found => ({ kind: 'edge', number, row: 0, score }),
          ),
        )
      const passagesFound = quotes.search(query).map(({ id, score }): Found => {
        const place = places[id as number]!
        return { kind: 'quote', number: place.edge, row: place.row, score }
      })
      return [nodes, edges, passagesFound].flatMap((found) => found.slice(0, limit))
    },
  }
}

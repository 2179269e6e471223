import { describe, expect, test } from 'vitest'
import type { SerializedGraph } from '../../src/model/graph.ts'
import { indexGraph } from '../../viewer/src/graph/index-graph.ts'
import { createSearchIndex } from '../../viewer/src/search/search-index.ts'
import { madeGraph } from './made-graph.ts'

const made = madeGraph({ nodes: 40, edges: 80, seed: 5 })
const serialized = made.graph.export() as SerializedGraph
const rename = (node: number, label: string, aliases: string[] = []): void => {
  Object.assign(serialized.nodes[node]!.attributes, { label, aliases: [label, ...aliases] })
}
rename(10, 'Théodora Quillfeather')
rename(11, 'Harbour Inspectorate Commissioner')
rename(12, 'Board of Works', ['the HBW'])
const index = indexGraph(serialized, made.documents)
const searchIndex = createSearchIndex(index)
while (!searchIndex.addQuotes(50));

function names(query: string): string[] {
  return searchIndex
    .search(query)
    .filter(({ kind }) => kind === 'node')
    .map(({ number }) => index.nodes[number]!.label)
}

describe('search', () => {
  test.each([
    ['theodora quillfeather', 'Théodora Quillfeather'],
    ['teodora quilfeather', 'Théodora Quillfeather'],
    ['QUILLFETHER', 'Théodora Quillfeather'],
    ['quill', 'Théodora Quillfeather'],
    ['harbor comissioner', 'Harbour Inspectorate Commissioner'],
    ['hbw', 'Board of Works'],
  ])('%s finds %s first', (query, label) => {
    expect(names(query)[0]).toBe(label)
  })

  test('finds a relation by its name', () => {
    const found = searchIndex.search('resigned from').filter(({ kind }) => kind === 'edge')
    expect(found.length).toBeGreaterThan(0)
    for (const { number } of found) expect(index.edges[number]!.relation).toBe('resigned-from')
  })

  test('finds a quote by words that stand apart in it', () => {
    const { evidence } = index.edges[20]!
    const words = evidence[0]!.quote.match(/\p{L}{4,}/gu)!
    const found = searchIndex.search(`${words.at(-1)} ${words[0]}`, 50).filter(({ kind }) => kind === 'quote')
    const quotes = found.map(({ number, row }) => index.edges[number]!.evidence[row]!.quote)
    expect(quotes).toContain(evidence[0]!.quote)
  })

  test('finds nothing for words that stand nowhere, or for no words', () => {
    expect(searchIndex.search('xylophone zeppelin')).toEqual([])
    expect(searchIndex.search('  ')).toEqual([])
  })
})

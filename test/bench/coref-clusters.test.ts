import { describe, expect, it } from 'vitest'
import { foundClusters, tokenKey } from '../../bench/coref/clusters.ts'
import { markedSpan } from '../../bench/coref/marked-span.ts'
import { resolveText } from '../../bench/coref/resolve-text.ts'
import { loadAnnotator } from '../../src/read/load-annotator.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'

const { schema } = loadSchema()

/** The clusters of a text as its words, each cluster in text order. */
function clustersOf(text: string): string[][] {
  const spans = [...text.matchAll(/[\p{L}\p{N}]+|['’]s|[^\s\p{L}\p{N}]/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }))
  const keyOf = tokenKey(spans)
  const found = foundClusters(resolveText('text', text, loadAnnotator(), schema), (phrase) =>
    keyOf(markedSpan(phrase, text)),
  )
  const order = (key: string): number => Number(key.split('-')[0])
  return found.map((cluster) =>
    [...cluster]
      .sort((a, b) => order(a) - order(b))
      .map((key) => {
        const [first, last] = key.split('-').map(Number) as [number, number]
        return text.slice(spans[first]!.start, spans[last]!.end)
      }),
  )
}

describe('foundClusters', () => {
  it('marks a name without the clause after it', () => {
    const clusters = clustersOf('Ruth Amsel, who runs the port, spoke on Monday. Amsel was calm.')
    expect(clusters).toContainEqual(['Ruth Amsel', 'Amsel'])
  })

  it('leaves out what stands alone', () => {
    expect(clustersOf('Ruth Amsel spoke on Monday.')).toEqual([])
  })
})

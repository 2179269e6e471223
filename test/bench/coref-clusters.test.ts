import { describe, expect, it } from 'vitest'
import { foundClusters } from '../../bench/coref/clusters.ts'
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
  const found = foundClusters(resolveText('text', text, loadAnnotator(), schema), text, spans)
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

  it('marks the place within the name of a body where the text names the place alone', () => {
    const clusters = clustersOf(
      'The University of Varnholm reopened on Monday. Ruth Amsel moved to Varnholm in May.',
    )
    expect(clusters).toContainEqual(['Varnholm', 'Varnholm'])
  })

  it('leaves out what stands alone', () => {
    expect(clustersOf('Ruth Amsel spoke on Monday.')).toEqual([])
  })
})

import type { Document } from '../../src/model/document.ts'
import type { SerializedGraph } from '../../src/model/graph.ts'

/** What the page shows: the graph and the documents its evidence stands in. */
export interface PageData {
  readonly graph: SerializedGraph
  readonly documents: readonly Document[]
}

/**
 * Reads what was written into the page: graph.json in `#redthread-graph`, documents.jsonl in
 * `#redthread-documents`. Throws an Error that says what is wrong where there is no graph.
 */
export function readPageData(page: globalThis.Document): PageData {
  const graphText = page.getElementById('redthread-graph')?.textContent ?? ''
  if (graphText.trim() === '')
    throw new Error(
      'This page holds no graph. Make one with `redthread export OUT -f html`, or open it with `redthread view OUT`.',
    )
  const graph = JSON.parse(graphText) as SerializedGraph
  if (graph.attributes?.format !== 'redthread-graph' || graph.attributes.version !== 1)
    throw new Error(
      'The graph in this page is not of format redthread-graph version 1. Export it again with the version of Redthread that built it.',
    )
  const lines = (page.getElementById('redthread-documents')?.textContent ?? '').split('\n')
  const documents = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Document)
  return { graph, documents }
}

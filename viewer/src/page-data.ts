import type { PageExtras } from '../../src/export/page-extras.ts'
import type { Document } from '../../src/model/document.ts'
import type { SerializedGraph } from '../../src/model/graph.ts'
import { type Changes, noChanges } from './graph/index-graph.ts'

/** What the page shows: the graph and the documents its evidence stands in. */
export interface PageData {
  readonly graph: SerializedGraph
  readonly documents: readonly Document[]
  /** What the page is told beside them. */
  readonly extras: PageExtras
  readonly changes: Changes
}

/**
 * Reads what was written into the page: graph.json in `#redthread-graph`, documents.jsonl in
 * `#redthread-documents`, and what `PageExtras` describes in `#redthread-extras`. Throws an Error that says
 * what is wrong where there is no graph.
 */
export function readPageData(page: globalThis.Document): PageData {
  const textOf = (id: string): string => page.getElementById(id)?.textContent ?? ''
  const graphText = textOf('redthread-graph')
  if (graphText.trim() === '')
    throw new Error(
      'This page holds no graph. Make one with `redthread export OUT -f html`, or open it with `redthread view OUT`.',
    )
  const graph = JSON.parse(graphText) as SerializedGraph
  if (graph.attributes?.format !== 'redthread-graph' || graph.attributes.version !== 1)
    throw new Error(
      'The graph in this page is not of format redthread-graph version 1. Export it again with the version of Redthread that built it.',
    )
  const lines = textOf('redthread-documents').split('\n')
  const documents = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Document)
  const extras = JSON.parse(textOf('redthread-extras') || '{}') as PageExtras
  const changes =
    extras.changes === undefined
      ? noChanges
      : {
          nodes: new Map(Object.entries(extras.changes.nodes)),
          edges: new Map(Object.entries(extras.changes.edges)),
        }
  return { graph, documents, extras, changes }
}

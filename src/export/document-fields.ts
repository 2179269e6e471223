import type { DocumentHeader, OpenedGraph } from '../graph/index.ts'

/** What is known of a document, in the order of the columns of tables. */
export const documentFields: readonly (keyof DocumentHeader)[] = [
  'id',
  'source',
  'hash',
  'format',
  'title',
  'date',
  'dateFrom',
  'publisher',
  'author',
  'url',
  'language',
]

/** The ids of the documents: of those that are known, then of those that only evidence names. */
export function documentIds({ graph, documents }: OpenedGraph): Set<string> {
  const ids = new Set(documents.keys())
  for (const { attributes } of graph.edgeEntries())
    for (const { document } of attributes.evidence) ids.add(document)
  return ids
}

import { type OpenedGraph, orderedJson, timeText } from '../graph/index.ts'
import type { EdgeAttributes, Evidence } from '../model/index.ts'
import { edgeColumns, nodeColumns } from './columns.ts'
import { type Cell, csvLine } from './csv-text.ts'
import { documentFields } from './document-fields.ts'
import { edgeLabel } from './edge-label.ts'
import { evidenceColumns } from './evidence-columns.ts'
import type { Exporter } from './exporter.ts'
import { labelOf } from './label-of.ts'

function* graphPieces({ graph }: OpenedGraph): Generator<string> {
  yield csvLine(['attribute', 'value'])
  for (const [name, value] of Object.entries(graph.getAttributes())) yield csvLine([name, orderedJson(value)])
}

function* nodePieces({ graph }: OpenedGraph): Generator<string> {
  yield csvLine(['key', 'label', ...nodeColumns.map(({ name }) => name)])
  for (const { node, attributes } of graph.nodeEntries())
    yield csvLine([node, attributes.label, ...nodeColumns.map((column) => column.value(attributes))])
}

function* edgePieces({ graph }: OpenedGraph): Generator<string> {
  yield csvLine(['key', 'source', 'target', 'label', ...edgeColumns.map(({ name }) => name)])
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const values = edgeColumns.map((column) => column.value(attributes))
    yield csvLine([edge, source, target, edgeLabel(attributes), ...values])
  }
}

type ReadableColumn = readonly [name: string, value: (row: Evidence, source: OpenedGraph) => Cell]

/** What is looked up elsewhere, for the eye; the columns of the evidence itself follow. */
const readableColumns: readonly ReadableColumn[] = [
  ['said by', (row, source) => row.speakers.map((key) => labelOf(source, key)).join('; ') || undefined],
  ['when', (row) => row.times.map(timeText).join('; ') || undefined],
  ['title', (row, { documents }) => documents.get(row.document)?.title],
  ['date', (row, { documents }) => documents.get(row.document)?.date],
  ['publisher', (row, { documents }) => documents.get(row.document)?.publisher],
  ['url', (row, { documents }) => documents.get(row.document)?.url],
]

function* evidencePieces(source: OpenedGraph): Generator<string> {
  const names = [...readableColumns.map(([name]) => name), ...evidenceColumns.map(({ name }) => name)]
  yield csvLine(['edge', 'subject', 'relation', 'object', 'polarity', ...names])
  for (const { edge, sourceAttributes, targetAttributes, attributes } of source.graph.edgeEntries()) {
    const relation: EdgeAttributes = attributes
    const ends = [sourceAttributes.label, edgeLabel(relation), targetAttributes.label, relation.polarity]
    for (const row of relation.evidence) {
      const readable = readableColumns.map(([, value]) => value(row, source))
      yield csvLine([edge, ...ends, ...readable, ...evidenceColumns.map((column) => column.value(row))])
    }
  }
}

/** What is known of the documents that the evidence was read from, a column for each field. */
function* documentPieces({ documents }: OpenedGraph): Generator<string> {
  yield csvLine(documentFields)
  for (const header of documents.values()) yield csvLine(documentFields.map((field) => header[field]))
}

/** Five tables by RFC 4180, UTF-8, in which no cell can start a formula. */
export const csv: Exporter = {
  name: 'csv',
  description: 'nodes.csv, edges.csv, evidence.csv and more: spreadsheets, pandas, databases',
  shape: 'folder',
  files: (source) => [
    { path: 'nodes.csv', pieces: nodePieces(source) },
    { path: 'edges.csv', pieces: edgePieces(source) },
    { path: 'evidence.csv', pieces: evidencePieces(source) },
    { path: 'documents.csv', pieces: documentPieces(source) },
    { path: 'graph.csv', pieces: graphPieces(source) },
  ],
}

import { type OpenedGraph, orderedJson, timeText } from '../graph/index.ts'
import type { Evidence, NodeAttributes } from '../model/index.ts'
import { edgeColumns, nodeColumns } from './columns.ts'
import { type Cell, csvLine } from './csv-text.ts'
import type { Exporter } from './exporter.ts'

function* nodePieces({ graph }: OpenedGraph): Generator<string> {
  yield csvLine(['key', 'label', ...nodeColumns.map(({ name }) => name)])
  for (const { node, attributes } of graph.nodeEntries())
    yield csvLine([node, attributes.label, ...nodeColumns.map((column) => column.value(attributes))])
}

function* edgePieces({ graph }: OpenedGraph): Generator<string> {
  yield csvLine(['key', 'source', 'target', 'label', ...edgeColumns.map(({ name }) => name)])
  for (const { edge, source, target, attributes } of graph.edgeEntries())
    yield csvLine([
      edge,
      source,
      target,
      attributes.label,
      ...edgeColumns.map((column) => column.value(attributes)),
    ])
}

type EvidenceColumn = readonly [name: string, value: (row: Evidence, source: OpenedGraph) => Cell]

const labelOf = ({ graph }: OpenedGraph, key: string): string =>
  graph.hasNode(key) ? graph.getNodeAttribute(key, 'label') : key

const evidenceValues: readonly EvidenceColumn[] = [
  ['quote', (row) => row.quote],
  ['modality', (row) => row.modality],
  ['said by', (row, source) => row.speakers.map((key) => labelOf(source, key)).join('; ') || undefined],
  ['when', (row) => row.times.map(timeText).join('; ') || undefined],
  ['document', (row) => row.document],
  ['title', (row, { documents }) => documents.get(row.document)?.title],
  ['date', (row, { documents }) => documents.get(row.document)?.date],
  ['publisher', (row, { documents }) => documents.get(row.document)?.publisher],
  ['url', (row, { documents }) => documents.get(row.document)?.url],
  ['start', (row) => row.start],
  ['end', (row) => row.end],
  ['subjectStart', (row) => row.subject.start],
  ['subjectEnd', (row) => row.subject.end],
  ['relationStart', (row) => row.relation.start],
  ['relationEnd', (row) => row.relation.end],
  ['objectStart', (row) => row.object.start],
  ['objectEnd', (row) => row.object.end],
  ['claim', (row) => row.claim],
  ['extractor', (row) => row.extractor],
  ['rule', (row) => row.rule],
  ['confidence', (row) => row.confidence],
  ['speakers', (row) => orderedJson(row.speakers)],
  ['times', (row) => orderedJson(row.times)],
  ['qualifiers', (row) => orderedJson(row.qualifiers)],
  ['copyOf', (row) => row.copyOf],
]

function* evidencePieces(source: OpenedGraph): Generator<string> {
  yield csvLine([
    'edge',
    'subject',
    'relation',
    'object',
    'polarity',
    ...evidenceValues.map(([name]) => name),
  ])
  for (const { edge, sourceAttributes, targetAttributes, attributes } of source.graph.edgeEntries()) {
    const label = (node: NodeAttributes): string => node.label
    const ends = [label(sourceAttributes), attributes.label, label(targetAttributes), attributes.polarity]
    for (const row of attributes.evidence)
      yield csvLine([edge, ...ends, ...evidenceValues.map(([, value]) => value(row, source))])
  }
}

/** Three tables by RFC 4180, UTF-8, in which no cell can start a formula. */
export const csv: Exporter = {
  name: 'csv',
  description: 'nodes.csv, edges.csv and evidence.csv: spreadsheets, pandas, databases',
  shape: 'folder',
  files: (source) => [
    { path: 'nodes.csv', pieces: nodePieces(source) },
    { path: 'edges.csv', pieces: edgePieces(source) },
    { path: 'evidence.csv', pieces: evidencePieces(source) },
  ],
}

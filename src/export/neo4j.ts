import type { OpenedGraph } from '../graph/index.ts'
import { type CellType, edgeColumns, nodeColumns } from './columns.ts'
import { evidenceColumns } from './evidence-columns.ts'
import type { Exporter } from './exporter.ts'
import {
  documentNodes,
  documentProperties,
  entityNodes,
  evidenceEdges,
  evidenceNodes,
  type Property,
  type PropertyEdge,
  type PropertyNode,
  relationEdges,
} from './property-graph.ts'

const types: Readonly<Record<CellType, string>> = {
  string: 'string',
  integer: 'long',
  double: 'double',
  boolean: 'boolean',
  json: 'string',
}

type Value = string | number | boolean | undefined

/** A record as neo4j-admin reads it: texts in quotes, whatever is in them, with `--multiline-fields=true`. */
const record = (values: readonly Value[]): string =>
  `${values.map((value) => (typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : (value ?? ''))).join(',')}\n`

/** Names and types of columns. */
const header = (columns: readonly { name: string; type: CellType }[]): string[] =>
  columns.map(({ name, type }) => `${name}:${types[type]}`)
const string = (name: string): { name: string; type: CellType } => ({ name, type: 'string' })

function* nodeRecords(nodes: Iterable<PropertyNode>, columns: readonly string[]): Generator<string> {
  yield record(['id:ID', ...columns, ':LABEL'])
  for (const { id, labels, properties } of nodes) {
    const values = properties.map(([, , value]) => value)
    yield record([id, ...values, ['Node', ...labels.map(safeLabel)].join(';')])
  }
}

function* edgeRecords(edges: Iterable<PropertyEdge>, columns: readonly string[]): Generator<string> {
  yield record([':START_ID', ...columns, ':END_ID', ':TYPE'])
  for (const { from, to, type, properties } of edges)
    yield record([from, ...padded(properties, columns.length), to, type])
}

const padded = (properties: readonly Property[], length: number): Value[] => [
  ...properties.map(([, , value]) => value),
  ...Array<undefined>(length - properties.length).fill(undefined),
]

/** Labels are separated by semicolons. */
const safeLabel = (label: string): string => label.replaceAll(';', ',')

/** The commands that load the tables, with the options that they need. */
const readme = `The tables for \`neo4j-admin database import\` (Neo4j 5):

neo4j-admin database import full --multiline-fields=true \\
  --nodes=entities.csv --nodes=documents.csv --nodes=evidence.csv \\
  --relationships=relations.csv --relationships=evidence-relations.csv neo4j
`

function tables(source: OpenedGraph): { path: string; pieces: Iterable<string> }[] {
  const documents = header(documentProperties.map(string))
  return [
    {
      path: 'entities.csv',
      pieces: nodeRecords(entityNodes(source), header([string('label'), ...nodeColumns])),
    },
    { path: 'documents.csv', pieces: nodeRecords(documentNodes(source), documents) },
    {
      path: 'evidence.csv',
      pieces: nodeRecords(
        evidenceNodes(source),
        header([string('edge'), string('polarity'), ...evidenceColumns]),
      ),
    },
    {
      path: 'relations.csv',
      pieces: edgeRecords(relationEdges(source), header([string('key'), string('label'), ...edgeColumns])),
    },
    { path: 'evidence-relations.csv', pieces: edgeRecords(evidenceEdges(source), ['position:long']) },
    { path: 'README.txt', pieces: [readme] },
  ]
}

/** The tables of `neo4j-admin database import`. */
export const neo4j: Exporter = {
  name: 'neo4j',
  description: 'tables for the bulk import of Neo4j',
  shape: 'folder',
  files: tables,
}

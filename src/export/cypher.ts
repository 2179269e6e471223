import type { OpenedGraph } from '../graph/index.ts'
import type { CellType, CellValue } from './columns.ts'
import { cypherName, cypherString } from './cypher-text.ts'
import type { Exporter } from './exporter.ts'
import {
  documentNodes,
  entityNodes,
  evidenceEdges,
  evidenceNodes,
  type Property,
  type PropertyEdge,
  type PropertyNode,
  relationEdges,
} from './property-graph.ts'

/** Items that one statement creates. */
const batch = 200

/** A value as a literal; a decimal keeps its point, which makes it a float, and an exponent has no plus. */
function valueText(value: CellValue, type: CellType): string {
  if (type === 'string' || type === 'json') return cypherString(String(value))
  const text = String(value).replace(/e\+?/, 'E')
  return type === 'double' && Number.isInteger(value) && !text.includes('E') ? `${text}.0` : text
}

function mapText(id: string | undefined, properties: readonly Property[]): string {
  const entries = id === undefined ? [] : [`id: ${cypherString(id)}`]
  for (const [name, type, value] of properties)
    if (value !== undefined) entries.push(`${cypherName(name)}: ${valueText(value, type)}`)
  return `{${entries.join(', ')}}`
}

/** Gathers items by a name and gives each batch when it is full; the rest at the end, in the order of first use. */
function* batches<Item>(items: Iterable<Item>, nameOf: (item: Item) => string): Generator<[string, Item[]]> {
  const waiting = new Map<string, Item[]>()
  for (const item of items) {
    const name = nameOf(item)
    const group = waiting.get(name) ?? []
    group.push(item)
    waiting.set(name, group)
    if (group.length < batch) continue
    yield [name, group]
    waiting.set(name, [])
  }
  for (const [name, group] of waiting) if (group.length > 0) yield [name, group]
}

function* nodeStatements(nodes: Iterable<PropertyNode>): Generator<string> {
  const labelText = ({ labels }: PropertyNode): string => ['Node', ...labels].map(cypherName).join(':')
  for (const [labels, group] of batches(nodes, labelText)) {
    const rows = group.map(({ id, properties }) => mapText(id, properties))
    yield `UNWIND [\n${rows.join(',\n')}\n] AS row\nCREATE (n:${labels}) SET n = row;\n`
  }
}

function* edgeStatements(edges: Iterable<PropertyEdge>): Generator<string> {
  for (const [type, group] of batches(edges, (edge) => edge.type)) {
    const rows = group.map(
      ({ from, to, properties }) =>
        `{from: ${cypherString(from)}, to: ${cypherString(to)}, properties: ${mapText(undefined, properties)}}`,
    )
    yield `UNWIND [\n${rows.join(',\n')}\n] AS row\nMATCH (a:Node {id: row.from}), (b:Node {id: row.to})\n`
    yield `CREATE (a)-[r:${cypherName(type)}]->(b) SET r = row.properties;\n`
  }
}

function* cypherPieces(source: OpenedGraph): Generator<string> {
  yield 'CREATE CONSTRAINT redthread_node IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE;\n'
  for (const nodes of [entityNodes, documentNodes, evidenceNodes]) yield* nodeStatements(nodes(source))
  for (const edges of [relationEdges, evidenceEdges]) yield* edgeStatements(edges(source))
}

/** A script of Cypher that creates the graph in an empty database of Neo4j 5. */
export const cypher: Exporter = {
  name: 'cypher',
  description: 'Cypher: a script for Neo4j and Memgraph',
  shape: 'file',
  files: (source) => [{ path: 'graph.cypher', pieces: cypherPieces(source) }],
}

import type { OpenedGraph } from '../graph/index.ts'
import type { EdgeAttributes, NodeAttributes } from '../model/index.ts'
import { type Column, edgeColumns, jsonCell, nodeColumns, quoteColumns } from './columns.ts'
import { edgeLabel } from './edge-label.ts'
import type { Exporter } from './exporter.ts'
import { graphmlId } from './graphml-id.ts'
import { xmlText } from './xml-text.ts'

const columnsOfNodes: readonly Column<NodeAttributes>[] = [
  { name: 'label', type: 'string', value: (node) => node.label },
  ...nodeColumns,
]
const columnsOfEdges: readonly Column<EdgeAttributes>[] = [
  { name: 'label', type: 'string', value: edgeLabel },
  ...edgeColumns,
  ...quoteColumns,
]

const graphmlTypes = {
  string: 'string',
  integer: 'int',
  double: 'double',
  boolean: 'boolean',
  json: 'string',
} as const

const keyLine = (what: 'graph' | 'node' | 'edge', name: string, type: string): string =>
  `<key id="${what}.${name}" for="${what}" attr.name="${name}" attr.type="${type}"/>\n`

function data<A>(what: 'node' | 'edge', columns: readonly Column<A>[], attributes: A): string {
  let text = ''
  for (const column of columns) {
    const value = column.value(attributes)
    if (value !== undefined) text += `<data key="${what}.${column.name}">${xmlText(String(value))}</data>`
  }
  return text
}

function* graphmlPieces({ graph }: OpenedGraph): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
  yield 'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
  yield keyLine('graph', 'attributes', 'string')
  yield keyLine('node', 'key', 'string')
  yield keyLine('edge', 'key', 'string')
  for (const { name, type } of columnsOfNodes) yield keyLine('node', name, graphmlTypes[type])
  for (const { name, type } of columnsOfEdges) yield keyLine('edge', name, graphmlTypes[type])
  yield '<graph id="redthread" edgedefault="directed">\n'
  yield `<data key="graph.attributes">${xmlText(jsonCell(graph.getAttributes())!)}</data>\n`
  for (const { node, attributes } of graph.nodeEntries()) {
    yield `<node id="${graphmlId(node)}"><data key="node.key">${xmlText(node)}</data>`
    yield `${data('node', columnsOfNodes, attributes)}</node>\n`
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    yield `<edge id="${graphmlId(edge)}" source="${graphmlId(source)}" target="${graphmlId(target)}">`
    yield `<data key="edge.key">${xmlText(edge)}</data>${data('edge', columnsOfEdges, attributes)}</edge>\n`
  }
  yield '</graph>\n</graphml>\n'
}

/** GraphML 1.0 by the schema at graphml.graphdrawing.org. */
export const graphml: Exporter = {
  name: 'graphml',
  description: 'GraphML: networkx, igraph, yEd, Cytoscape, Gephi',
  shape: 'file',
  files: (source) => [{ path: 'graph.graphml', pieces: graphmlPieces(source) }],
}

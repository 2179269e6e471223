import type { OpenedGraph } from '../graph/index.ts'
import { type Column, edgeColumns, jsonCell, nodeColumns, quoteColumns } from './columns.ts'
import { edgeLabel } from './edge-label.ts'
import type { Exporter } from './exporter.ts'
import { gexfId } from './gexf-id.ts'
import { xmlText } from './xml-text.ts'

interface Version {
  readonly number: '1.2' | '1.3'
  readonly namespace: string
  /** Whether an edge may say its kind, by which Gephi keeps parallel edges apart. */
  readonly kinds: boolean
}

// In both versions viz elements carry position, size and colour; Gephi reads those, not attributes.
const drawn = new Set(['x', 'y', 'size', 'color'])
const columnsOfNodes = nodeColumns.filter(({ name }) => !drawn.has(name))
const columnsOfEdges = [...edgeColumns, ...quoteColumns]

function declarations<A>(what: 'node' | 'edge', columns: readonly Column<A>[]): string {
  const lines = columns.map(
    ({ name, type }) =>
      `<attribute id="${name}" title="${name}" type="${type === 'json' ? 'string' : type}"/>\n`,
  )
  return `<attributes class="${what}">\n${lines.join('')}</attributes>\n`
}

function values<A>(columns: readonly Column<A>[], attributes: A): string {
  let text = '<attvalues>'
  for (const column of columns) {
    const value = column.value(attributes)
    if (value !== undefined) text += `<attvalue for="${column.name}" value="${xmlText(String(value))}"/>`
  }
  return `${text}</attvalues>`
}

/** `#0072b2` as the attributes of viz:color. */
function colorValues(color: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) || 0)
  return `r="${r}" g="${g}" b="${b}"`
}

function* gexfPieces({ graph }: OpenedGraph, version: Version): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield `<gexf xmlns="${version.namespace}" xmlns:viz="${version.namespace}/viz" version="${version.number}">\n`
  yield `<meta><creator>Redthread</creator><description>${xmlText(jsonCell(graph.getAttributes())!)}</description></meta>\n`
  yield '<graph defaultedgetype="directed">\n'
  yield declarations('node', columnsOfNodes)
  yield declarations('edge', columnsOfEdges)
  yield '<nodes>\n'
  for (const { node, attributes } of graph.nodeEntries()) {
    yield `<node id="${xmlText(gexfId(node))}" label="${xmlText(attributes.label)}">${values(columnsOfNodes, attributes)}`
    yield `<viz:color ${colorValues(attributes.color)}/><viz:position x="${attributes.x}" y="${attributes.y}" z="0"/>`
    yield `<viz:size value="${attributes.size}"/></node>\n`
  }
  yield '</nodes>\n<edges>\n'
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const relation = attributes.polarity === 'negative' ? `not-${attributes.relation}` : attributes.relation
    const kind = version.kinds ? ` kind="${xmlText(relation)}"` : ''
    yield `<edge id="${xmlText(gexfId(edge))}" source="${xmlText(gexfId(source))}" `
    yield `target="${xmlText(gexfId(target))}"${kind} label="${xmlText(edgeLabel(attributes))}" weight="${Math.max(1, attributes.origins)}">`
    yield `${values(columnsOfEdges, attributes)}</edge>\n`
  }
  yield '</edges>\n</graph>\n</gexf>\n'
}

/** GEXF 1.3 as Gephi 0.10 writes it, by the grammar at gexf.net. */
export const gexf: Exporter = {
  name: 'gexf',
  description: 'GEXF 1.3: Gephi, Gephi Lite',
  shape: 'file',
  files: (source) => [
    {
      path: 'graph.gexf',
      pieces: gexfPieces(source, { number: '1.3', namespace: 'http://gexf.net/1.3', kinds: true }),
    },
  ],
}

/** GEXF 1.2, for programs that do not read 1.3. */
export const gexf12: Exporter = {
  name: 'gexf12',
  description: 'GEXF 1.2: networkx and older readers',
  shape: 'file',
  files: (source) => [
    {
      path: 'graph.gexf',
      pieces: gexfPieces(source, { number: '1.2', namespace: 'http://www.gexf.net/1.2draft', kinds: false }),
    },
  ],
}

import { orderedJson, timeText } from '../graph/index.ts'
import type { EdgeAttributes, NodeAttributes } from '../model/index.ts'

/** `json`: a list or an object, written as JSON into a text. */
export type CellType = 'string' | 'integer' | 'double' | 'boolean' | 'json'

export type CellValue = string | number | boolean

/** One flat attribute of a node, an edge or a row of evidence. */
export interface Column<Item> {
  readonly name: string
  readonly type: CellType
  /** Made from other attributes, for the eye: `redthread import` passes it over. */
  readonly derived?: boolean
  /** Undefined where the item has no such value. */
  value(item: Item): CellValue | undefined
}

/** JSON that XML can hold too: what it forbids in a text stands as an escape. */
export function jsonCell(value: unknown): string | undefined {
  if (value === undefined) return undefined
  return orderedJson(value).replace(/[\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
}

/** A column for the attributes that the others do not name, so that none is lost. */
export function restColumn<Item extends object>(known: ReadonlySet<string>): Column<Item> {
  return {
    name: 'more',
    type: 'json',
    value: (item) => {
      const rest = Object.entries(item).filter(([name]) => !known.has(name))
      return rest.length === 0 ? undefined : jsonCell(Object.fromEntries(rest))
    },
  }
}

const flatNodeColumns: readonly Column<NodeAttributes>[] = [
  { name: 'type', type: 'string', value: (node) => node.type },
  { name: 'aliases', type: 'json', value: (node) => jsonCell(node.aliases) },
  { name: 'mentions', type: 'json', value: (node) => jsonCell(node.mentions) },
  { name: 'said', type: 'json', value: (node) => jsonCell(node.said) },
  { name: 'time', type: 'json', value: (node) => jsonCell(node.time) },
  { name: 'count', type: 'double', value: (node) => node.count },
  { name: 'links', type: 'json', value: (node) => jsonCell(node.links) },
  { name: 'formerKeys', type: 'json', value: (node) => jsonCell(node.formerKeys) },
  { name: 'x', type: 'double', value: (node) => node.x },
  { name: 'y', type: 'double', value: (node) => node.y },
  { name: 'size', type: 'double', value: (node) => node.size },
  { name: 'color', type: 'string', value: (node) => node.color },
  { name: 'community', type: 'integer', value: (node) => node.community },
  { name: 'rank', type: 'double', value: (node) => node.rank },
]

/** The flat attributes of a node, its key and label apart. */
export const nodeColumns: readonly Column<NodeAttributes>[] = [
  ...flatNodeColumns,
  restColumn(new Set(['label', ...flatNodeColumns.map(({ name }) => name)])),
]

const flatEdgeColumns: readonly Column<EdgeAttributes>[] = [
  { name: 'relation', type: 'string', value: (edge) => edge.relation },
  { name: 'polarity', type: 'string', value: (edge) => edge.polarity },
  { name: 'open', type: 'boolean', value: (edge) => edge.open },
  { name: 'modality', type: 'string', value: (edge) => edge.modality },
  { name: 'modalities', type: 'json', value: (edge) => jsonCell(edge.modalities) },
  { name: 'times', type: 'json', value: (edge) => jsonCell(edge.times) },
  {
    name: 'when',
    type: 'string',
    derived: true,
    value: (edge) => edge.times.map(timeText).join('; ') || undefined,
  },
  { name: 'confidence', type: 'double', value: (edge) => edge.confidence },
  { name: 'origins', type: 'integer', value: (edge) => edge.origins },
  { name: 'documents', type: 'integer', value: (edge) => edge.documents },
  { name: 'decision', type: 'string', value: (edge) => edge.decision },
  { name: 'derived', type: 'boolean', value: (edge) => edge.derived },
]

/** The flat attributes of an edge, its key, ends, label and evidence apart. */
export const edgeColumns: readonly Column<EdgeAttributes>[] = [
  ...flatEdgeColumns,
  restColumn(new Set(['label', 'evidence', ...flatEdgeColumns.map(({ name }) => name)])),
]

/** What GEXF and GraphML have beside them: the first quote for the eye, all evidence for programs. */
export const quoteColumns: readonly Column<EdgeAttributes>[] = [
  { name: 'quote', type: 'string', derived: true, value: (edge) => edge.evidence[0]?.quote },
  { name: 'evidence', type: 'json', value: (edge) => jsonCell(edge.evidence) },
]

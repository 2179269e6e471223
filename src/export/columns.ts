import { orderedJson, timeText } from '../graph/index.ts'
import type { EdgeAttributes, NodeAttributes } from '../model/index.ts'

export type CellType = 'string' | 'integer' | 'double' | 'boolean'

/** One flat attribute of a node or an edge; lists and objects are JSON in a string. */
export interface Column<Attributes> {
  readonly name: string
  readonly type: CellType
  /** Undefined where the item has no such value. */
  value(attributes: Attributes): string | number | boolean | undefined
}

const json = (value: unknown): string | undefined => (value === undefined ? undefined : orderedJson(value))

/** The flat attributes of a node, its key and label apart. */
export const nodeColumns: readonly Column<NodeAttributes>[] = [
  { name: 'type', type: 'string', value: (node) => node.type },
  { name: 'aliases', type: 'string', value: (node) => json(node.aliases) },
  { name: 'mentions', type: 'string', value: (node) => json(node.mentions) },
  { name: 'said', type: 'string', value: (node) => json(node.said) },
  { name: 'time', type: 'string', value: (node) => json(node.time) },
  { name: 'count', type: 'double', value: (node) => node.count },
  { name: 'links', type: 'string', value: (node) => json(node.links) },
  { name: 'formerKeys', type: 'string', value: (node) => json(node.formerKeys) },
  { name: 'x', type: 'double', value: (node) => node.x },
  { name: 'y', type: 'double', value: (node) => node.y },
  { name: 'size', type: 'double', value: (node) => node.size },
  { name: 'color', type: 'string', value: (node) => node.color },
  { name: 'community', type: 'integer', value: (node) => node.community },
  { name: 'rank', type: 'double', value: (node) => node.rank },
]

/** The flat attributes of an edge, its key, ends, label and evidence apart. */
export const edgeColumns: readonly Column<EdgeAttributes>[] = [
  { name: 'relation', type: 'string', value: (edge) => edge.relation },
  { name: 'polarity', type: 'string', value: (edge) => edge.polarity },
  { name: 'open', type: 'boolean', value: (edge) => edge.open },
  { name: 'modality', type: 'string', value: (edge) => edge.modality },
  { name: 'modalities', type: 'string', value: (edge) => json(edge.modalities) },
  { name: 'times', type: 'string', value: (edge) => json(edge.times) },
  { name: 'when', type: 'string', value: (edge) => edge.times.map(timeText).join('; ') || undefined },
  { name: 'confidence', type: 'double', value: (edge) => edge.confidence },
  { name: 'origins', type: 'integer', value: (edge) => edge.origins },
  { name: 'documents', type: 'integer', value: (edge) => edge.documents },
  { name: 'decision', type: 'string', value: (edge) => edge.decision },
  { name: 'derived', type: 'boolean', value: (edge) => edge.derived },
]

/** What the graph formats have beside them: the first quote for the eye, all evidence for programs. */
export const evidenceColumns: readonly Column<EdgeAttributes>[] = [
  { name: 'quote', type: 'string', value: (edge) => edge.evidence[0]?.quote },
  { name: 'evidence', type: 'string', value: (edge) => json(edge.evidence) },
]

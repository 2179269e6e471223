import type { DocumentHeader } from '../graph/index.ts'
import type { Evidence } from '../model/index.ts'

/** The values of a node or an edge by the names its file gives them; JSON is still a text. */
export type LooseValues = Readonly<Record<string, unknown>>

/** A node as a file has it. */
export interface LooseNode {
  readonly key: string
  readonly values: LooseValues
}

/** An edge as a file has it. */
export interface LooseEdge {
  /** Absent where the format gives edges no name. */
  readonly key?: string
  readonly source: string
  readonly target: string
  readonly values: LooseValues
  /** Where the format keeps evidence apart from the edge. */
  readonly evidence?: readonly Evidence[]
}

/** What a reader found, before anything is known of what it means. */
export interface LooseGraph {
  /** The attributes of the graph; those of Redthread have a `format`. */
  readonly attributes: Readonly<Record<string, unknown>>
  readonly nodes: readonly LooseNode[]
  readonly edges: readonly LooseEdge[]
  /** What the file knows of documents; their texts are in no export. */
  readonly documents: readonly DocumentHeader[]
  /** Whether edges without a direction were given one. */
  readonly undirected: boolean
}

/** One file of what is imported. */
export interface ImportFile {
  /** As messages name it. */
  readonly path: string
  readonly text: string
}

/** Whether a graph was written by Redthread. */
export const isOwn = ({ attributes }: LooseGraph): boolean => attributes.format === 'redthread-graph'

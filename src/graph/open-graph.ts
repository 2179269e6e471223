import type { ResolutionRecord } from '../model/index.ts'
import { type DocumentHeader, loadDocuments } from './load-documents.ts'
import { loadGraph } from './load-graph.ts'
import { readResolution } from './load-resolution.ts'
import type { RedthreadGraph } from './redthread-graph.ts'

/** A graph with what is known of its documents: all that a query or an export needs. */
export interface OpenedGraph {
  readonly graph: RedthreadGraph
  /** By id; empty where the folder has no documents.jsonl. */
  readonly documents: ReadonlyMap<string, DocumentHeader>
  /**
   * Where characters beyond U+FFFF stand in a text, which are two UTF-16 units each; by document, for those whose
   * text is known.
   */
  readonly wideCharacters?: ReadonlyMap<string, readonly number[]>
  /** Why nodes are one and why they are two: read from resolution.jsonl each time it is asked for. */
  readonly resolution?: () => Iterable<ResolutionRecord>
}

/** Opens an output folder of `redthread build`, or a graph.json. Throws a FileError. */
export function openGraph(out: string): OpenedGraph {
  return { graph: loadGraph(out), ...loadDocuments(out), resolution: () => readResolution(out) }
}

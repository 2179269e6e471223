/** Redthread as a library: what the commands do, from a script. docs/library.md has examples. */
import {
  documentFinder,
  type OpenedGraph,
  openGraph as openFolder,
  type RedthreadGraph,
} from './graph/index.ts'
import type { Document } from './model/index.ts'
import { type KnowledgeGraph, knowledgeGraph } from './query/index.ts'

export type { AnnotatedDocument } from './annotate/annotated-document.ts'
export { type BuildOptions, type BuildProgress, type BuildResult, type BuildStatus, build } from './build.ts'
export type { ExtractionContext, Extractor, Reading, ReadingArgument } from './extract/extractor.ts'
export {
  type DocumentHeader,
  FileError,
  type OpenedGraph,
  type RedthreadGraph,
  serializeGraph,
  writeGraph,
} from './graph/index.ts'
export type * from './model/index.ts'
export type {
  Answer,
  ContradictionItem,
  ContradictionsOptions,
  EntitiesOptions,
  EntityCard,
  EntityItem,
  EvidenceItem,
  EvidenceOption,
  EvidenceOptions,
  EvidenceRow,
  Figure,
  FoundPath,
  KnowledgeGraph,
  MatchedEntity,
  NameMatch,
  Neighbour,
  NeighboursOptions,
  PathOptions,
  QualifierRow,
  RelationFilter,
  RelationRow,
  RelationsOptions,
  SearchHit,
  SearchOptions,
  SelectedGraph,
  Selection,
  ShowOptions,
  StatsOptions,
  TimelineEntry,
  TimelineOptions,
} from './query/index.ts'
export { QueryError, selectGraph } from './query/index.ts'
export { type ReadOptions, type ReadResult, readDocuments } from './read/index.ts'
export { type DecisionReading, readDecisions } from './resolve/decisions/read-decisions.ts'
export { appendDecision, removeDecision } from './resolve/decisions/write-decisions.ts'
export { type ResolveClaimsOptions, type ResolveClaimsResult, resolveClaims } from './resolve-claims.ts'
export { loadSchema } from './schema/load-schema.ts'

/** A graph in memory, as `build` gives it back. */
export interface GraphInMemory {
  readonly graph?: RedthreadGraph
  readonly documents: readonly Document[]
}

/**
 * Opens a graph to put questions to: the folder that `redthread build` wrote, a graph.json, or what `build` gave
 * back. Rejects with a FileError where a file is missing, damaged or of another version, with a TypeError where
 * nothing was built.
 */
export async function openGraph(from: string | GraphInMemory): Promise<KnowledgeGraph> {
  if (typeof from === 'string') return knowledgeGraph(openFolder(from), documentFinder(from))
  if (!from.graph) throw new TypeError('Nothing was built: see the problems of the result of build.')
  const documents = new Map(from.documents.map((document) => [document.id, document]))
  const source: OpenedGraph = { graph: from.graph, documents }
  return knowledgeGraph(source, (id) => documents.get(id))
}

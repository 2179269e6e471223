/** Redthread as a library: what the commands do, from a script. */
export type { AnnotatedDocument } from './annotate/annotated-document.ts'
export { type BuildOptions, type BuildProgress, type BuildResult, type BuildStatus, build } from './build.ts'
export type { ExtractionContext, Extractor, Reading, ReadingArgument } from './extract/extractor.ts'
export {
  FileError,
  type OpenedGraph,
  openGraph,
  type RedthreadGraph,
  serializeGraph,
  writeGraph,
} from './graph/index.ts'
export type * from './model/index.ts'
export { type ReadOptions, type ReadResult, readDocuments } from './read/index.ts'
export { type DecisionReading, readDecisions } from './resolve/decisions/read-decisions.ts'
export { appendDecision, removeDecision } from './resolve/decisions/write-decisions.ts'
export { type ResolveClaimsOptions, type ResolveClaimsResult, resolveClaims } from './resolve-claims.ts'
export { loadSchema } from './schema/load-schema.ts'

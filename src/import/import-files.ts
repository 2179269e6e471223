import type { DocumentHeader, RedthreadGraph } from '../graph/index.ts'
import type { Schema } from '../model/index.ts'
import { foreignGraph } from './foreign-graph.ts'
import type { ImportFormat } from './formats.ts'
import { type ImportFile, isOwn } from './loose-graph.ts'
import { ownGraph } from './to-graph.ts'

/** What was imported. */
export interface ImportedGraph {
  readonly graph: RedthreadGraph
  /** What the files know of documents, without texts. */
  readonly documents: readonly DocumentHeader[]
  /** What the reader must know: what was taken as what, and what was left out. */
  readonly notes: readonly string[]
}

/**
 * The graph of one file, or of the tables of a folder. A file that Redthread wrote gives what was exported; one of
 * another program gives its nodes and edges. The schema gives types and colours to the latter. Throws a
 * FileError with the code `import-invalid`, or `graph-version`.
 */
export function importFiles(
  files: readonly ImportFile[],
  format: ImportFormat,
  schema: Schema,
): ImportedGraph {
  const loose = format.read(files.map(({ path, text }) => ({ path, text: text.replace(/^\ufeff/, '') })))
  const file = files[0]!.path
  if (!isOwn(loose)) return { ...foreignGraph(loose, schema, file), documents: loose.documents }
  return { graph: ownGraph(loose, format.decoded ?? false, file), documents: loose.documents, notes: [] }
}

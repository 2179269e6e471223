import type { OpenedGraph } from '../graph/index.ts'

/** One file of an export. Its pieces are made while they are read, once. */
export interface ExportFile {
  /** Relative to the place of the export, with `/` between folders. */
  readonly path: string
  readonly pieces: Iterable<string>
}

/** One format. */
export interface Exporter {
  /** As given to `-f`. */
  readonly name: string
  /** What it is and who reads it, in a few words. */
  readonly description: string
  /** `file`: exactly one file, which may go to standard output. `folder`: several. */
  readonly shape: 'file' | 'folder'
  files(source: OpenedGraph): Iterable<ExportFile>
}

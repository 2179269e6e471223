import type { OpenedGraph } from '../graph/index.ts'
import type { Schema } from '../model/index.ts'

/** A text file of an export. Its pieces are made while they are read, once. */
export interface TextFile {
  /** Relative to the place of the export, with `/` between folders. */
  readonly path: string
  readonly pieces: Iterable<string>
}

/** A file that a library writes itself. */
export interface WrittenFile {
  readonly path: string
  /** Writes the file at a path where there is none. */
  write(path: string): void
}

export type ExportFile = TextFile | WrittenFile

/** What some formats need beside the graph. */
export interface ExportSettings {
  /** Tells what types and relations are called elsewhere. */
  readonly schema: Schema
  /** What the IRIs of entities, relations and documents begin with, in RDF. */
  readonly base: string
}

/** The base of IRIs where the user names none: they are then names only and lead nowhere. */
export const defaultBase = 'urn:redthread:'

/** One format. */
export interface Exporter {
  /** As given to `-f`. */
  readonly name: string
  /** What it is and who reads it, in a few words. */
  readonly description: string
  /**
   * `file`: exactly one text, which may go to standard output. `database`: exactly one file that is written in
   * place. `folder`: several.
   */
  readonly shape: 'file' | 'database' | 'folder'
  files(source: OpenedGraph, settings: ExportSettings): Iterable<ExportFile>
}

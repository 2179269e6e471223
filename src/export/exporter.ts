import type { OpenedGraph } from '../graph/index.ts'
import type { Schema } from '../model/index.ts'

/** One file of an export. Its pieces are made while they are read, once. */
export interface ExportFile {
  /** Relative to the place of the export, with `/` between folders. */
  readonly path: string
  readonly pieces: Iterable<string>
}

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
  /** `file`: exactly one file, which may go to standard output. `folder`: several. */
  readonly shape: 'file' | 'folder'
  files(source: OpenedGraph, settings: ExportSettings): Iterable<ExportFile>
}

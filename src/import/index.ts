export { detectFormat, importFormat, importFormats } from './formats.ts'
export { type ImportedGraph, importFiles } from './import-files.ts'
export type { ImportFile } from './loose-graph.ts'

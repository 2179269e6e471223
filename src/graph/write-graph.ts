import { join } from 'node:path'
import type { RedthreadGraph } from './redthread-graph.ts'
import { replaceFile } from './replace-file.ts'
import { serializeGraph } from './serialize-graph.ts'

/** Writes graph.json into a folder, in place of an earlier one. Throws a FileError. */
export function writeGraph(graph: RedthreadGraph, outDir: string): void {
  replaceFile(join(outDir, 'graph.json'), serializeGraph(graph))
}

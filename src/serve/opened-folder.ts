import { statSync } from 'node:fs'
import { documentFinder, graphPath, openGraph } from '../graph/index.ts'
import { type KnowledgeGraph, knowledgeGraph, prepareGraph } from '../query/index.ts'

/**
 * Opens an output folder and opens it anew, at the next question, when its graph.json is another than before.
 * Everything that questions look things up in is made at once. Throws a FileError.
 */
export function openedFolder(outDir: string): () => KnowledgeGraph {
  let opened: { readonly version: string; readonly graph: KnowledgeGraph } | undefined
  return () => {
    const { mtimeMs, size, ino } = statSync(graphPath(outDir))
    const version = `${mtimeMs} ${size} ${ino}`
    if (opened?.version !== version) {
      const graph = knowledgeGraph(openGraph(outDir), documentFinder(outDir))
      prepareGraph(graph.graph)
      opened = { version, graph }
    }
    return opened.graph
  }
}

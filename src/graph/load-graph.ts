import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SerializedGraph } from '../model/index.ts'
import { checkSerialized } from './check-serialized.ts'
import { FileError } from './file-error.ts'
import { jsonDamage } from './json-damage.ts'
import { emptyGraph, type RedthreadGraph } from './redthread-graph.ts'
import { settleFolder } from './staged-files.ts'

/** The path of the graph file of an output folder; a path to the file itself stays as it is. */
export function graphPath(out: string): string {
  if (!existsSync(out))
    throw new FileError({
      code: 'graph-missing',
      message: `There is no folder ${out}.`,
      hint: `Check the path, or build a graph there: redthread build INPUT... -o ${out}`,
      file: out,
    })
  if (!statSync(out).isDirectory()) return out
  settleFolder(out)
  const path = join(out, 'graph.json')
  if (existsSync(path)) return path
  throw new FileError({
    code: 'graph-missing',
    message: `The folder ${out} has no graph.json.`,
    hint: `Build one: redthread build INPUT... -o ${out}`,
    file: path,
  })
}

function parseGraphFile(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG'
    throw new FileError({
      code: tooLong ? 'graph-invalid' : 'graph-missing',
      message: tooLong
        ? `${path} is too large to be read at once.`
        : `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      hint: tooLong ? 'Work on claims.jsonl and documents.jsonl instead.' : 'Check that you may read it.',
      file: path,
    })
  }
  try {
    return JSON.parse(text)
  } catch {
    const position = jsonDamage(text)
    throw new FileError({
      code: 'graph-invalid',
      message: `${path} is not JSON: it breaks off or is damaged in line ${position.line}.`,
      hint: 'Build it again: redthread build INPUT... -o OUT',
      file: path,
      ...position,
    })
  }
}

/** The graph of a serialization that has been checked. */
export function importGraph(serialized: SerializedGraph): RedthreadGraph {
  const graph = emptyGraph(serialized.attributes)
  for (const { key, attributes } of serialized.nodes) graph.addNode(key, attributes)
  for (const { key, source, target, attributes } of serialized.edges)
    graph.addEdgeWithKey(key, source, target, attributes)
  return graph
}

/**
 * Reads the graph of an output folder, or of a graph.json given by its path. Throws a FileError: the file is
 * missing, is not JSON (with line and column), is not a Redthread graph, or has another format version.
 */
export function loadGraph(out: string): RedthreadGraph {
  const path = graphPath(out)
  const checked = checkSerialized(parseGraphFile(path))
  if ('graph' in checked) return importGraph(checked.graph)
  const { code, message, hint } = checked.fault
  throw new FileError({ code, message: `${path} cannot be used: ${message}.`, hint, file: path })
}

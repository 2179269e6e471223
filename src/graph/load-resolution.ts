import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ResolutionRecord } from '../model/index.ts'
import { decisionsName } from './load-decisions.ts'
import { readLines } from './read-lines.ts'

/** A file beside a graph, where there is one. `out` is the folder, or the graph's own path. */
function beside(out: string, name: string): string | undefined {
  const folder = existsSync(out) && statSync(out).isDirectory() ? out : dirname(out)
  const path = join(folder, name)
  return existsSync(path) ? path : undefined
}

/** The records of resolution.jsonl one at a time; nothing where there is no such file. What is no record is passed over. */
export function* readResolution(out: string): Generator<ResolutionRecord> {
  const path = beside(out, 'resolution.jsonl')
  if (path === undefined) return
  for (const line of readLines(path)) {
    try {
      yield JSON.parse(line) as ResolutionRecord
    } catch {}
  }
}

/** The text of the decisions.yaml beside a graph; undefined where there is none. */
export function readDecisionsText(out: string): string | undefined {
  const path = beside(out, decisionsName)
  return path === undefined ? undefined : readFileSync(path, 'utf8')
}

import { readFileSync } from 'node:fs'
import type { ResolutionRecord } from '../model/index.ts'
import { fileBeside } from './file-beside.ts'
import { type LineKind, readJsonLines } from './json-lines.ts'
import { decisionsName } from './load-decisions.ts'

const record: LineKind<ResolutionRecord> = {
  is: (value) =>
    typeof value === 'object' &&
    value !== null &&
    Array.isArray('joins' in value ? value.joins : 'nodes' in value && value.nodes),
  code: 'resolution-invalid',
  fault: 'does not say why nodes are one or two',
  hint: 'Build it again: redthread build INPUT... -o OUT',
}

/**
 * Reads the resolution.jsonl beside a graph, a record at a time; nothing where there is no such file. Throws a
 * FileError with the line that is no record.
 */
export function* readResolution(out: string): Generator<ResolutionRecord> {
  const path = fileBeside(out, 'resolution.jsonl')
  if (path !== undefined) yield* readJsonLines(path, record)
}

/** The text of the decisions.yaml beside a graph; undefined where there is none. */
export function readDecisionsText(out: string): string | undefined {
  const path = fileBeside(out, decisionsName)
  return path === undefined ? undefined : readFileSync(path, 'utf8')
}

import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ResolutionRecord } from '../model/index.ts'
import { FileError } from './file-error.ts'
import { readLines } from './read-lines.ts'

/**
 * Reads the resolution.jsonl beside a graph, a record at a time; nothing where there is no such file. Throws
 * a FileError with the line that is no record.
 */
export function* readResolution(out: string): Generator<ResolutionRecord> {
  const folder = existsSync(out) && statSync(out).isDirectory() ? out : dirname(out)
  const path = join(folder, 'resolution.jsonl')
  if (!existsSync(path)) return
  let line = 0
  for (const text of readLines(path)) {
    line++
    if (text.trim() === '') continue
    let record: ResolutionRecord | undefined
    try {
      record = JSON.parse(text) as ResolutionRecord
    } catch {}
    const valid =
      record &&
      ('joins' in record ? Array.isArray(record.joins) : Array.isArray((record as { nodes?: unknown }).nodes))
    if (!record || !valid)
      throw new FileError({
        code: 'resolution-invalid',
        message: `Line ${line} of ${path} does not say why nodes are one or two.`,
        hint: 'Build it again: redthread build INPUT... -o OUT',
        file: path,
        line,
      })
    yield record
  }
}

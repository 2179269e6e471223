import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { LineCounter, parseDocument } from 'yaml'
import type { GazetteerEntry, Problem, Schema } from '../model/index.ts'
import { closest } from '../schema/closest.ts'

/** The entries of a gazetteer, with what is wrong in it. */
export interface GazetteerReading {
  readonly entries: readonly GazetteerEntry[]
  readonly problems: readonly Problem[]
}

/** One entry as it stands in the file, and on which line. */
interface Row {
  readonly line: number
  readonly fields: Readonly<Record<string, unknown>>
}

/** Thrown for a file that is not of its format; `line` is 1-based. */
class BrokenFile extends Error {
  readonly line: number | undefined

  constructor(message: string, line?: number) {
    super(message)
    this.line = line
  }
}

const known = ['name', 'aliases', 'type', 'id', 'context']

/**
 * Reads a gazetteer: CSV with a line of column names, YAML with a list, or JSONL, by the ending of the file
 * name. The columns are `name` and `id`, and where they are known `aliases`, `type` and `context`; several
 * values of one column stand in a list, or with semicolons between them. Every fault is a problem with its
 * line; with an error among them the gazetteer must not be used.
 */
export function loadGazetteer(path: string, schema: Schema): GazetteerReading {
  const problems: Problem[] = []
  const report = (message: string, hint: string, line?: number): void => {
    problems.push({
      severity: 'error',
      code: 'gazetteer-invalid',
      message,
      hint,
      file: path,
      ...(line === undefined ? {} : { line }),
    })
  }
  let rows: Row[]
  try {
    rows = rowsOf(path, readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const reason = missing ? 'it is not there' : error instanceof Error ? error.message : String(error)
    const line = error instanceof BrokenFile ? error.line : undefined
    report(
      `The gazetteer cannot be read: ${reason}`,
      'Give a CSV, YAML or JSONL file; docs/resolution.md shows one.',
      line,
    )
    return { entries: [], problems }
  }
  const entries: GazetteerEntry[] = []
  const lines = new Map<string, number>()
  for (const { line, fields } of rows) {
    const unknown = Object.keys(fields).find((key) => !known.includes(key))
    if (unknown !== undefined) {
      const meant = closest(unknown, known)
      report(
        `A gazetteer has no "${unknown}"`,
        meant ? `Did you mean "${meant}"?` : `Use: ${known.join(', ')}.`,
        line,
      )
      continue
    }
    const [name, id, type] = ['name', 'id', 'type'].map((key) => textOf(fields[key]))
    if (!name) report('The entry has no name', 'Give the name as it stands in texts.', line)
    else if (!id) report(`"${name}" has no id`, 'Give an id such as a Wikidata QID.', line)
    else if (type && !schema.types.has(type)) {
      const meant = closest(type, schema.types.keys())
      report(
        `"${name}" has the type "${type}", which the schema does not know`,
        meant ? `Did you mean "${meant}"?` : 'Use a type of the schema.',
        line,
      )
    } else if (lines.has(id))
      report(
        `The id ${id} is already on line ${lines.get(id)}`,
        'Give each id once, with all its names.',
        line,
      )
    else {
      lines.set(id, line)
      const [aliases, context] = [listOf(fields.aliases), listOf(fields.context)]
      entries.push({ name, id, aliases, context, ...(type ? { type } : {}) })
    }
  }
  return { entries, problems }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(String) : (textOf(value) ?? '').split(';'))
    .map((v) => v.trim())
    .filter(Boolean)

function rowsOf(path: string, text: string): Row[] {
  if (/\.ya?ml$/i.test(path)) return yamlRows(text)
  if (/\.(jsonl|ndjson)$/i.test(path)) return jsonRows(text)
  if (/\.(csv|tsv)$/i.test(path)) return tableRows(text, /\.tsv$/i.test(path) ? '\t' : ',')
  throw new BrokenFile('its name must end in .csv, .tsv, .yaml, .yml, .jsonl or .ndjson')
}

function tableRows(text: string, delimiter: string): Row[] {
  try {
    const found = parse(text, {
      delimiter,
      columns: (header: string[]) => header.map((name) => name.trim()),
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[]
    return found.map(({ record, info }) => ({ line: info.lines, fields: record }))
  } catch (error) {
    throw new BrokenFile(
      error instanceof Error ? error.message : String(error),
      (error as { lines?: number }).lines,
    )
  }
}

function jsonRows(text: string): Row[] {
  return text.split('\n').flatMap((line, index): Row[] => {
    if (line.trim() === '') return []
    let fields: unknown
    try {
      fields = JSON.parse(line)
    } catch {}
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
      throw new BrokenFile('the line is no JSON object', index + 1)
    return [{ line: index + 1, fields: fields as Record<string, unknown> }]
  })
}

function yamlRows(text: string): Row[] {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const [error] = document.errors
  if (error) throw new BrokenFile(error.message.split('\n')[0]!, error.linePos?.[0].line)
  const list: unknown = document.toJS()
  if (!Array.isArray(list)) throw new BrokenFile('it must be a list of entries', 1)
  return list.map((fields: unknown, index): Row => {
    const node = document.getIn([index], true) as { range?: readonly number[] } | undefined
    const line = counter.linePos(node?.range?.[0] ?? 0).line
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
      throw new BrokenFile('an entry must have a name and an id', line)
    return { line, fields: fields as Record<string, unknown> }
  })
}

import { readFileSync } from 'node:fs'
import { csvLine } from '../export/csv-text.ts'
import { defaultBase } from '../export/index.ts'
import { prefixes } from '../export/rdf/index.ts'
import { openGraph } from '../graph/index.ts'
import { loadSchema } from '../schema/load-schema.ts'
import { querySparql, SparqlError, type SparqlResult, type SparqlTerm, sparqlStore } from '../sparql/index.ts'
import { CommandError } from './command-error.ts'
import { exitCode } from './exit-code.ts'
import { say, writeOut } from './output.ts'
import { printable } from './printable.ts'
import type { AnswerFormat } from './write-answer.ts'

/** The query of `--sparql`: its value, or after `@` the file it names (`@-`: standard input). */
function queryText(given: string): { readonly query: string; readonly file: string } {
  if (!given.startsWith('@')) return { query: given, file: '--sparql' }
  const path = given.slice(1)
  try {
    return { query: readFileSync(path === '-' ? 0 : path, 'utf8'), file: path }
  } catch {
    throw new CommandError(
      {
        code: 'path-missing',
        message: `The query ${path} cannot be read.`,
        hint: 'Check the path after @.',
        file: path,
      },
      exitCode.nothing,
    )
  }
}

/** An IRI with its prefix where it has a usual one, a literal as its text. */
function shortTerm(term: SparqlTerm | undefined): string {
  if (!term) return ''
  if (term.type !== 'uri') return term.value
  for (const [prefix, start] of Object.entries(prefixes))
    if (term.value.startsWith(start)) return `${prefix}:${term.value.slice(start.length)}`
  return term.value
}

function* tablePieces({ variables, rows }: SparqlResult): Generator<string> {
  const cells = rows.map((row) => variables.map((name) => printable(shortTerm(row[name]))))
  const widths = variables.map((name, n) =>
    cells.reduce((most, row) => Math.max(most, row[n]!.length), name.length),
  )
  const line = (values: readonly string[]): string =>
    `${values
      .map((value, n) => value.padEnd(widths[n]!))
      .join('  ')
      .trimEnd()}\n`
  yield line(variables)
  yield line(widths.map((width) => '-'.repeat(width)))
  for (const row of cells) yield line(row)
}

/**
 * A result in pieces. `table`: for the eye. `json`: the SPARQL 1.1 Query Results JSON Format. `jsonl`: a row a line.
 * `csv`: values without their kinds, and no cell that a spreadsheet would run.
 */
export function* sparqlPieces(result: SparqlResult, format: AnswerFormat): Generator<string> {
  const { kind, variables, rows, truth } = result
  if (format === 'json')
    yield `${JSON.stringify(kind === 'truth' ? { head: {}, boolean: truth } : { head: { vars: variables }, results: { bindings: rows } }, null, 2)}\n`
  else if (kind === 'truth') yield `${truth}\n`
  else if (format === 'jsonl') for (const row of rows) yield `${JSON.stringify(row)}\n`
  else if (format === 'csv') {
    yield csvLine(variables)
    for (const row of rows) yield csvLine(variables.map((name) => row[name]?.value))
  } else yield* tablePieces(result)
}

/** `redthread query OUT --sparql QUERY` */
export async function answerSparql(out: string, given: string, format: AnswerFormat): Promise<void> {
  const { query, file } = queryText(given)
  const store = sparqlStore(openGraph(out), { schema: loadSchema().schema, base: defaultBase })
  let result: SparqlResult
  try {
    result = querySparql(store, query)
  } catch (error) {
    if (error instanceof SparqlError)
      throw new CommandError({ ...error.problem, file }, exitCode.usage, query)
    throw error
  }
  await writeOut(sparqlPieces(result, format))
  if (result.kind !== 'truth' && result.rows.length === 0) say('Nothing found.\n')
}

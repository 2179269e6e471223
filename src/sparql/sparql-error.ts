import type { Problem } from '../model/index.ts'

/** Thrown for a query that is not SPARQL, or asks for what is not to be had; see `problem`. */
export class SparqlError extends Error {
  readonly problem: Problem

  constructor(message: string, place: { readonly line?: number; readonly column?: number } = {}) {
    super(message)
    this.name = 'SparqlError'
    this.problem = {
      severity: 'error',
      code: 'sparql-invalid',
      message,
      hint: 'Queries are SELECT, ASK, CONSTRUCT or DESCRIBE; docs/sparql.md has examples.',
      ...place,
    }
  }

  /** The error for what Oxigraph said of a query that has `added` lines before the user's own. */
  static from(error: unknown, added: number): SparqlError {
    const message = error instanceof Error ? error.message : String(error)
    const [, line, column, expected = ''] = /^error at (\d+):(\d+): expected (.*)$/s.exec(message) ?? []
    if (line === undefined) return new SparqlError(`The query cannot be answered: ${message}`)
    const place = { line: Math.max(1, Number(line) - added), column: Number(column) }
    if (expected.includes('Prefix not found'))
      return new SparqlError('The query uses a prefix that it does not declare', place)
    // What could stand there may be a long list of classes of characters.
    const short = expected
      .replace(/^one of /, '')
      .replace(/\[[^\]]*\](?:, | \| )?/g, '')
      .replace(/\s+/g, ' ')
      .trim()
    return new SparqlError(
      short === '' || short.length > 200
        ? 'The query breaks off or goes wrong here'
        : `The query goes wrong here: expected ${short}`,
      place,
    )
  }
}

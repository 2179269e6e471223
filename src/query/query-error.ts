import type { Problem } from '../model/index.ts'

/** Thrown when a question names what the graph does not have, or is put wrongly; see `problem`. */
export class QueryError extends Error {
  readonly problem: Problem

  constructor(code: 'name-unknown' | 'value-unknown' | 'usage', message: string, hint: string) {
    super(`${message} ${hint}`)
    this.name = 'QueryError'
    this.problem = { severity: 'error', code, message, hint }
  }
}

import { STATUS_CODES } from 'node:http'
import { FileError } from '../graph/index.ts'
import { QueryError } from '../query/index.ts'

/** Ends a request with a status and what is wrong with it. */
export class Refusal extends Error {
  readonly status: number
  readonly hint: string | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, hint?: string, headers: Record<string, string> = {}) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.hint = hint
    this.headers = headers
  }
}

/** What is told of a request that failed: RFC 9457 with the code and hint of the problem. */
export interface ProblemDetails {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code?: string
  readonly hint?: string
}

function details(status: number, detail: string, code?: string, hint?: string): ProblemDetails {
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    ...(code !== undefined && { code }),
    ...(hint !== undefined && { hint }),
  }
}

/** The answer to a request that threw. */
export function problemDetails(error: unknown): ProblemDetails {
  if (error instanceof Refusal) return details(error.status, error.message, undefined, error.hint)
  if (error instanceof QueryError) {
    const { code, message, hint } = error.problem
    return details(code === 'name-unknown' ? 404 : 400, message, code, hint)
  }
  if (error instanceof FileError) {
    const { code, message, hint } = error.problem
    return details(500, message, code, hint)
  }
  return details(500, error instanceof Error ? error.message : String(error))
}

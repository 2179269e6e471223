import type { Problem, ProblemCode } from '../model/index.ts'

/** Thrown inside a format's reader to give a file up with a problem of its own; it never leaves this folder. */
export class ReadingError extends Error {
  readonly code: ProblemCode
  readonly hint: string

  constructor(code: ProblemCode, message: string, hint: string) {
    super(message)
    this.code = code
    this.hint = hint
  }
}

/** The error of a file that cannot be opened without its password. */
export function protectedBy(what: string): ReadingError {
  return new ReadingError('file-protected', `it is protected by ${what}`, 'Save it without protection.')
}

/** The problem of a file that was given up: of its own kind for a ReadingError, else that it is broken. */
export function failed(file: string, error: unknown): Problem {
  if (error instanceof ReadingError) {
    return {
      severity: 'error',
      code: error.code,
      message: `${file} was not read: ${error.message}`,
      hint: error.hint,
      file,
    }
  }
  const reason = error instanceof Error ? error.message : String(error)
  return {
    severity: 'error',
    code: 'format-broken',
    message: `${file} could not be read, it seems damaged: ${reason.split('\n', 1)[0] ?? ''}`,
    hint: 'Open it in the program it comes from and save it again.',
    file,
  }
}

/** The error of a part that is too large to be read into a tree. */
export function tooLargeFor(what: string, size: number, limit: number): ReadingError {
  return new ReadingError(
    'file-too-large',
    `it has ${size} bytes of ${what}, more than ${limit}`,
    'Split it into its documents (or raise treeBytes).',
  )
}

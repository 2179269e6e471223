import type { ProblemCode } from '../model/index.ts'
import { FileError } from './file-error.ts'
import { readLines } from './read-lines.ts'

/** Values as lines of JSON, each with its line end. */
export function* jsonLines(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`
}

/** What the lines of a file are, and what to say of one that is something else. */
export interface LineKind<T> {
  is(value: Partial<T> | null | undefined): boolean
  readonly code: ProblemCode
  /** What is wrong with it, after "Line 3 of FILE". */
  readonly fault: string
  readonly hint: string
}

/**
 * The values of a file of JSON lines, one in memory at a time; blank lines are passed over. Throws a FileError with
 * the line that is not of the kind.
 */
export function* readJsonLines<T>(path: string, { is, code, fault, hint }: LineKind<T>): Generator<T> {
  let line = 0
  for (const text of readLines(path)) {
    line++
    if (text.trim() === '') continue
    let value: T | undefined
    try {
      value = JSON.parse(text) as T
    } catch {}
    if (!is(value))
      throw new FileError({ code, message: `Line ${line} of ${path} ${fault}.`, hint, file: path, line })
    yield value as T
  }
}

import type { BuildResult } from '../build.ts'
import { hasError } from '../model/index.ts'

/** What the command gives back to the shell; docs/errors.md explains each. */
export const exitCode = {
  done: 0,
  /** Done, but some input failed. */
  partly: 1,
  /** Wrong use: options, names in a question, a schema with an error. */
  usage: 2,
  /** Nothing readable: a missing path, an empty folder, no graph. */
  nothing: 3,
  /** The result could not be written. */
  unwritten: 4,
  /** A fault of Redthread itself. */
  fault: 70,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** The exit code of a build that came back. */
export function buildExit({ status, problems }: Pick<BuildResult, 'status' | 'problems'>): ExitCode {
  if (status === 'unusable') return exitCode.usage
  if (status === 'empty') return exitCode.nothing
  return hasError(problems) ? exitCode.partly : exitCode.done
}

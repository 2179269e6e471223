import type { Problem } from '../model/index.ts'
import { type ExitCode, exitCode } from './exit-code.ts'

/** Ends a command with a message and an exit code. */
export class CommandError extends Error {
  readonly problem: Problem
  readonly exit: ExitCode
  /** What the place of the problem lies in, to be shown with a caret. */
  readonly text: string | undefined

  constructor(problem: Omit<Problem, 'severity'>, exit: ExitCode, text?: string) {
    super(problem.message)
    this.name = 'CommandError'
    this.problem = { severity: 'error', ...problem }
    this.exit = exit
    this.text = text
  }

  /** The error for options or arguments that make no sense. */
  static usage(message: string, hint: string): CommandError {
    return new CommandError({ code: 'usage', message, hint }, exitCode.usage)
  }
}

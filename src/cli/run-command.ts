import { CommanderError } from 'commander'
import { FileError } from '../graph/index.ts'
import { QueryError } from '../query/index.ts'
import { CommandError } from './command-error.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { say } from './output.ts'
import { problemText } from './problem-text.ts'
import { createProgram } from './program.ts'

/** Prints what ended a command, and gives its exit code. */
function failure(error: unknown): ExitCode {
  // commander has printed its message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage
  if (error instanceof CommandError) {
    say(problemText(error.problem, error.text))
    return error.exit
  }
  if (error instanceof QueryError) {
    say(problemText(error.problem))
    return exitCode.usage
  }
  if (error instanceof FileError) {
    say(problemText(error.problem))
    if (error.problem.code === 'format-unknown') return exitCode.usage
    return ['write-failed', 'folder-busy'].includes(error.problem.code)
      ? exitCode.unwritten
      : exitCode.nothing
  }
  say(`A fault of Redthread, please report it:\n${error instanceof Error ? error.stack : String(error)}\n`)
  return exitCode.fault
}

/** Runs the command with the arguments after its name. Sets the exit code of the process, throws nothing. */
export async function runCommand(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(args, { from: 'user' })
  } catch (error) {
    process.exitCode = failure(error)
  }
}

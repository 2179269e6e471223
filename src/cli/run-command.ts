import { CommanderError } from 'commander'
import { FileError } from '../graph/file-error.ts'
import { QueryError } from '../query/query-error.ts'
import { CommandError } from './command-error.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { say } from './output.ts'
import { problemText } from './problem-text.ts'
import { createProgram } from './program.ts'
import { styleFor } from './style.ts'

/** Prints what ended a command, and gives its exit code. */
function failure(error: unknown): ExitCode {
  // commander has printed its message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage
  if (error instanceof CommandError) {
    say(problemText(error.problem, error.text, styleFor(process.stderr)))
    return error.exit
  }
  if (error instanceof QueryError) {
    say(problemText(error.problem, undefined, styleFor(process.stderr)))
    return exitCode.usage
  }
  if (error instanceof FileError) {
    say(problemText(error.problem, undefined, styleFor(process.stderr)))
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
    const program = await createProgram(args)
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    process.exitCode = failure(error)
  }
}

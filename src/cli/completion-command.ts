import { Argument, Command } from 'commander'
import { questions } from '../query/questions.ts'
import { completionScript, type Shell, shells } from './completion-scripts.ts'
import { commandWords } from './completion-words.ts'
import { writeOut } from './output.ts'

/** `redthread completion SHELL`; `wholeProgram` gives the program with every subcommand loaded. */
export function completionCommand(wholeProgram: () => Promise<Command>): Command {
  return new Command('completion')
    .description('print the script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .action(async (shell: Shell) => {
      const words = { query: questions.map(({ name }) => name), completion: shells }
      await writeOut([completionScript(shell, commandWords(await wholeProgram(), words))])
    })
}

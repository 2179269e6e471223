import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { buildCommand } from './build-command.ts'
import { checkCommand } from './check-command.ts'
import { decideCommand } from './decide-command.ts'
import { diffCommand } from './diff-command.ts'
import { exportCommand } from './export-command.ts'
import { extractCommand } from './extract-command.ts'
import { importCommand } from './import-command.ts'
import { queryCommand } from './query-command.ts'
import { readCommand } from './read-command.ts'
import { resolveCommand } from './resolve-command.ts'
import { schemaCommand } from './schema-command.ts'
import { viewCommand } from './view-command.ts'

/** The version of the package. */
function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** The command with all of its subcommands; parsing throws a CommanderError instead of ending the process. */
export function createProgram(): Command {
  const program = new Command('redthread')
    .description('From a folder of documents to a knowledge graph that you can check.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Try --help after the command.')
    .showSuggestionAfterError()
  const commands = [
    buildCommand(),
    viewCommand(),
    queryCommand(),
    checkCommand(),
    decideCommand(),
    diffCommand(),
    exportCommand(),
    importCommand(),
    readCommand(),
    extractCommand(),
    resolveCommand(),
    schemaCommand(),
  ]
  for (const command of commands) program.addCommand(command.copyInheritedSettings(program))
  for (const command of allCommands(program))
    command.exitOverride().helpOption('-h, --help', 'print this help')
  program.addHelpText(
    'after',
    '\nExit codes: 0 done, 1 some input failed, 2 wrong use, 3 nothing readable, 4 could not write.',
  )
  return program
}

function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)]
}

import { Command } from 'commander'
import { addExamples } from './command-examples.ts'
import { packageVersion } from './package-version.ts'

/** A subcommand: its module is loaded when it is run or its own help is asked for. */
export interface CommandEntry {
  readonly name: string
  /** What it does, in a few words, as in its module. */
  readonly says: string
  load(wholeProgram: () => Promise<Command>): Promise<Command>
}

/** Every subcommand, in the order of the help. */
export const commandEntries: readonly CommandEntry[] = [
  {
    name: 'build',
    says: 'read documents and write their graph into a folder',
    load: async () => (await import('./build-command.ts')).buildCommand(),
  },
  {
    name: 'view',
    says: 'serve the viewer of a graph on this machine until interrupted',
    load: async () => (await import('./view-command.ts')).viewCommand(),
  },
  {
    name: 'query',
    says: 'put a question to a graph',
    load: async () => (await import('./query-command.ts')).queryCommand(),
  },
  {
    name: 'check',
    says: 'verify every invariant of a build: quotes, spans, claims, counts',
    load: async () => (await import('./check-command.ts')).checkCommand(),
  },
  {
    name: 'decide',
    says: 'write down what you decide about a graph; every build replays it',
    load: async () => (await import('./decide-command.ts')).decideCommand(),
  },
  {
    name: 'diff',
    says: 'say what a graph has that an earlier one had not, what it lacks and what it has otherwise',
    load: async () => (await import('./diff-command.ts')).diffCommand(),
  },
  {
    name: 'export',
    says: 'write a graph, or a part of it, for another program',
    load: async () => (await import('./export-command.ts')).exportCommand(),
  },
  {
    name: 'import',
    says: 'read a graph that another program, or redthread export, has written',
    load: async () => (await import('./import-command.ts')).importCommand(),
  },
  {
    name: 'serve',
    says: 'answer questions to a graph over HTTP on this machine until interrupted',
    load: async () => (await import('./serve-command.ts')).serveCommand(),
  },
  {
    name: 'mcp',
    says: 'answer questions to a graph over the Model Context Protocol, on standard input and output',
    load: async () => (await import('./mcp-command.ts')).mcpCommand(),
  },
  {
    name: 'read',
    says: 'show how documents are read: metadata, zones, problems',
    load: async () => (await import('./read-command.ts')).readCommand(),
  },
  {
    name: 'extract',
    says: 'read documents and write their claims, a line of claims.jsonl each, or a view of their open relations',
    load: async () => (await import('./extract-command.ts')).extractCommand(),
  },
  {
    name: 'resolve',
    says: 'make the graph of claims that were read before, without reading the documents again',
    load: async () => (await import('./resolve-command.ts')).resolveCommand(),
  },
  {
    name: 'schema',
    says: 'work with schema files',
    load: async () => (await import('./schema-command.ts')).schemaCommand(),
  },
  {
    name: 'completion',
    says: 'print the script that completes commands and options in a shell',
    load: async (wholeProgram) => (await import('./completion-command.ts')).completionCommand(wholeProgram),
  },
]

/** The subcommand that arguments name, also after `help`. */
function namedIn(args: readonly string[]): string | undefined {
  const words = args.filter((word) => !word.startsWith('-'))
  return words[0] === 'help' ? words[1] : words[0]
}

/**
 * The command with its subcommands; parsing throws a CommanderError instead of ending the process. Only the
 * subcommand that the arguments name is loaded, the others are known by name; all are without arguments.
 */
export async function createProgram(args?: readonly string[]): Promise<Command> {
  const program = new Command('redthread')
    .description('From a folder of documents to a knowledge graph that you can check.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Try --help after the command.')
    .showSuggestionAfterError()
  const named = args && namedIn(args)
  for (const { name, says, load } of commandEntries) {
    const command = !args || name === named ? await load(createProgram) : new Command(name).description(says)
    program.addCommand(addExamples(command).copyInheritedSettings(program))
  }
  for (const command of withSubcommands(program))
    command.exitOverride().helpOption('-h, --help', 'print this help')
  program.addHelpText(
    'after',
    '\nExit codes: 0 done, 1 some input failed, 2 wrong use, 3 nothing readable, 4 could not write.',
  )
  return program
}

/** A command and all commands below it. */
export function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)]
}

import type { Command, Option } from 'commander'

/** What may follow a command: its subcommands, options and the values of options that have a list. */
export interface CommandWords {
  /** The words that name it: `schema check`, empty for the program itself. */
  readonly path: string
  readonly says: string
  readonly subcommands: readonly { readonly name: string; readonly says: string }[]
  readonly options: readonly OptionWords[]
  /** Whether it takes a file or folder as an argument. */
  readonly takesFiles: boolean
  /** Words that may stand as an argument: the questions of `query`, the shells of `completion`. */
  readonly words: readonly string[]
}

export interface OptionWords {
  readonly flags: readonly string[]
  readonly says: string
  readonly takesValue: boolean
  readonly choices: readonly string[]
}

function optionWords(option: Option): OptionWords {
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    says: option.description,
    takesValue: option.required || option.optional,
    choices: option.argChoices ?? [],
  }
}

const fileArguments = new Set(['out', 'input', 'files', 'file', 'claims', 'before', 'after'])

/** The words of a command and of all commands below it. */
export function commandWords(
  command: Command,
  words: Readonly<Record<string, readonly string[]>>,
  path: readonly string[] = [],
): readonly CommandWords[] {
  const name = path.join(' ')
  const help: OptionWords = {
    flags: ['-h', '--help'],
    says: 'print this help',
    takesValue: false,
    choices: [],
  }
  return [
    {
      path: name,
      says: command.description(),
      subcommands: command.commands.map((one) => ({ name: one.name(), says: one.description() })),
      options: [...command.options.map(optionWords), help],
      takesFiles: command.registeredArguments.some((argument) => fileArguments.has(argument.name())),
      words: words[name] ?? [],
    },
    ...command.commands.flatMap((one) => commandWords(one, words, [...path, one.name()])),
  ]
}

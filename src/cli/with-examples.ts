import type { Command } from 'commander'

/** A line to type, and what it is for. */
export type Example = readonly [line: string, says: string]

const examples = new WeakMap<Command, readonly Example[]>()

/** The worked examples of a command. */
export const examplesOf = (command: Command): readonly Example[] => examples.get(command) ?? []

/** Adds worked examples to a command: they end its help and stand in docs/commands.md, where they are run. */
export function withExamples(command: Command, list: readonly Example[]): Command {
  examples.set(command, list)
  const lines = list.map(([line, says]) => `  ${line}\n      ${says}\n`)
  return command.addHelpText('after', `\nExamples:\n${lines.join('')}`)
}

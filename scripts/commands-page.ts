import type { Command } from 'commander'
import { commandExamples } from '../src/cli/command-examples.ts'
import { withSubcommands } from '../src/cli/program.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')

/** The words that call a command: `redthread schema check`. */
const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()

function table(head: readonly [string, string], rows: readonly (readonly [string, string])[]): string {
  if (rows.length === 0) return ''
  const lines = [head, ['---', '---'], ...rows].map((row) => `| ${row.join(' | ')} |\n`)
  return `${lines.join('')}\n`
}

function section(command: Command): string {
  const path = pathOf(command)
  const examples = command.parent?.parent ? [] : (commandExamples[command.name()] ?? [])
  const options = command.options.map(({ flags, description, argChoices, defaultValue }) => {
    const choices = argChoices ? `: ${argChoices.join(', ')}` : ''
    const fallback = typeof defaultValue === 'string' ? `, ${defaultValue} unless given` : ''
    return [`\`${flags}\``, cell(`${description}${choices}${fallback}`)] as const
  })
  const parameters = command.registeredArguments.map((argument) => {
    const choices = argument.argChoices ? `: ${argument.argChoices.join(', ')}` : ''
    return [`\`${argument.name()}\``, cell(`${argument.description}${choices}`)] as const
  })
  const summary = command.description()
  return [
    `${'#'.repeat(command.parent?.parent ? 3 : 2)} ${path}\n\n`,
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.\n\n`,
    `    ${path} ${command.usage()}\n\n`,
    table(['argument', 'what it is'], parameters),
    table(['option', 'what it does'], options),
    ...(examples.length > 0
      ? [`\`\`\`sh\n${examples.map(([line, says]) => `# ${says}\n${line}\n`).join('')}\`\`\`\n\n`]
      : []),
  ].join('')
}

/** docs/commands.md: every command with its arguments, options and worked examples, as its help has them. */
export function commandsPage(program: Command): string {
  const commands = withSubcommands(program).filter((command) => command.parent)
  const parts = [
    '# The commands\n\n',
    'Written by `npm run docs` from the declarations that `--help` prints; do not edit it by hand. Results go to standard\n',
    'output and messages to standard error; [errors.md](errors.md) has the exit codes. Colours are used on a terminal only,\n',
    'and not where `NO_COLOR` is set. The examples are run by the tests, in this order.\n\n',
    ...commands.map(section),
  ]
  return `${parts.join('').trimEnd()}\n`
}

import { InvalidArgumentError, Option } from 'commander'
import type { Parameter } from '../query/parameters.ts'
import { QueryError } from '../query/query-error.ts'
import { readParameter } from '../query/read-parameters.ts'

/** `minOrigins` as a flag: `--min-origins`. */
export const flagOf = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** Reads the value of an option as HTTP and MCP read it; a list may be given more than once. */
function read(parameter: Parameter, text: string, earlier: unknown): unknown {
  try {
    const value = readParameter(parameter, text)
    return parameter.kind === 'list' && Array.isArray(earlier) ? [...earlier, ...(value as string[])] : value
  } catch (error) {
    if (error instanceof QueryError) throw new InvalidArgumentError(error.problem.hint ?? error.message)
    throw error
  }
}

/** The option of the command line for a parameter of a question. */
export function parameterOption(parameter: Parameter): Option {
  const { name, kind, value, says, fallback } = parameter
  if (name === 'evidence') return new Option('--no-evidence', 'leave the evidence out')
  const flag = flagOf(name)
  if (kind === 'flag') return new Option(flag, says)
  const more = kind === 'list' ? ' (a list)' : fallback === undefined ? '' : `, ${fallback} unless given`
  return new Option(`${flag} <${value}>`, `${says}${more}`).argParser((text: string, earlier: unknown) =>
    read(parameter, text, earlier),
  )
}

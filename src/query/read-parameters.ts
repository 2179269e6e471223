import { choiceHint } from '../schema/closest.ts'
import { checkedDate } from './filter-values.ts'
import { type Given, longestText, type Parameter } from './parameters.ts'
import { QueryError } from './query-error.ts'

const wrong = (name: string, value: unknown, hint: string): QueryError =>
  new QueryError('value-unknown', `${shown(value)} is not a value for "${name}".`, hint)

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`
}

/** One of the choices, whatever its case. */
function choice({ name, choices }: Parameter, text: string): string {
  if (!choices) return text
  const found = choices.find((one) => one === text.toLowerCase())
  if (found !== undefined) return found
  throw wrong(name, text, choiceHint(text, choices))
}

function textOf(parameter: Parameter, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw wrong(parameter.name, value, `Give a text: ${parameter.says}.`)
  if (value.length > longestText)
    throw wrong(parameter.name, value, `Give at most ${longestText} characters.`)
  return choice(parameter, value)
}

function wholeOf({ name, least = 0, most }: Parameter, value: unknown): number {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  const fits =
    typeof number === 'number' &&
    Number.isSafeInteger(number) &&
    number >= least &&
    (most === undefined || number <= most)
  if (fits) return number
  throw wrong(name, value, `Give a whole number from ${least}${most === undefined ? '' : ` to ${most}`}.`)
}

function fractionOf({ name }: Parameter, value: unknown): number {
  const number = typeof value === 'string' && /^\d*\.?\d+$/.test(value) ? Number(value) : value
  if (typeof number === 'number' && number >= 0 && number <= 1) return number
  throw wrong(name, value, 'Give a number from 0 to 1.')
}

function flagOf({ name }: Parameter, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  if (value === 'true' || value === 'false') return value === 'true'
  throw wrong(name, value, 'Give true or false.')
}

function listOf(parameter: Parameter, value: unknown): readonly string[] {
  const values = (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
    typeof one === 'string' ? one.split(',').map((part) => part.trim()) : [one],
  )
  if (values.length === 0 || values.length > 100)
    throw wrong(parameter.name, value, 'Give one value or more, at most 100.')
  return values.map((one) => textOf(parameter, one))
}

/** The value of a parameter as text (of a command line or an address) or JSON. Throws a QueryError. */
export function readParameter(
  parameter: Parameter,
  value: unknown,
): string | number | boolean | readonly string[] {
  switch (parameter.kind) {
    case 'text':
      return textOf(parameter, value)
    case 'date':
      checkedDate(parameter.name, textOf(parameter, value))
      return value as string
    case 'list':
      return listOf(parameter, value)
    case 'whole':
      return wholeOf(parameter, value)
    case 'fraction':
      return fractionOf(parameter, value)
    case 'flag':
      return flagOf(parameter, value)
  }
}

/**
 * Checks what was given to a question, by name. Throws a QueryError for a parameter that it does not take, a
 * value that cannot be used, or one of `required` that is missing.
 */
export function readParameters(
  parameters: readonly Parameter[],
  required: readonly Parameter[],
  given: Readonly<Record<string, unknown>>,
): Given {
  const names = parameters.map(({ name }) => name as string)
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue
    throw new QueryError('usage', `There is no parameter ${shown(name)} here.`, choiceHint(name, names))
  }
  const read: [name: string, value: unknown][] = []
  for (const parameter of parameters) {
    const value = Object.hasOwn(given, parameter.name) ? given[parameter.name] : undefined
    if (value !== undefined) read.push([parameter.name, readParameter(parameter, value)])
    else if (required.some(({ name }) => name === parameter.name))
      throw new QueryError('usage', `"${parameter.name}" is missing.`, `Give ${parameter.says}.`)
    else if (parameter.fallback !== undefined) read.push([parameter.name, parameter.fallback])
  }
  return Object.fromEntries(read) as Given
}

/** The JSON Schema of the values of a parameter. */
export function parameterSchema(parameter: Parameter): Readonly<Record<string, unknown>> {
  const { kind, choices, least = 0, most, fallback } = parameter
  const rest = fallback === undefined ? {} : { default: fallback }
  const text = {
    type: 'string',
    minLength: 1,
    maxLength: longestText,
    ...(choices && { enum: choices }),
  }
  switch (kind) {
    case 'text':
      return { ...text, ...rest }
    case 'date':
      return { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$', ...rest }
    case 'list':
      return { type: 'array', items: text, minItems: 1, maxItems: 100, ...rest }
    case 'whole':
      return { type: 'integer', minimum: least, ...(most !== undefined && { maximum: most }), ...rest }
    case 'fraction':
      return { type: 'number', minimum: 0, maximum: 1, ...rest }
    case 'flag':
      return { type: 'boolean', ...rest }
  }
}

import type { Column } from '../export/columns.ts'
import { evidenceSpans } from '../export/evidence-columns.ts'
import type { Evidence } from '../model/index.ts'
import { importFault } from './import-fault.ts'
import type { LooseValues } from './loose-graph.ts'

const numberOf = (value: unknown): number =>
  typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)

const readers: Readonly<Record<Column<never>['type'], (value: unknown) => unknown>> = {
  string: (value) => (typeof value === 'string' ? value : undefined),
  integer: (value) => (Number.isInteger(numberOf(value)) ? numberOf(value) : undefined),
  double: (value) => (Number.isFinite(numberOf(value)) ? numberOf(value) : undefined),
  boolean: (value) => value === 'true' || (value === 'false' ? false : undefined),
  json: (value) => {
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value)
    } catch {
      return undefined
    }
  },
}
const expected = {
  string: 'a text',
  integer: 'a whole number',
  double: 'a number',
  boolean: 'true or false',
  json: 'JSON',
}

/**
 * The attributes that the columns of an export hold. Throws a FileError that names `what` in `file`, the column
 * and what was expected, where a value is not of its type.
 */
export function decodeColumns(
  values: LooseValues,
  columns: readonly Column<never>[],
  what: string,
  file: string,
): Record<string, unknown> {
  const decoded: Record<string, unknown> = {}
  for (const { name, type, derived } of columns) {
    const given = values[name]
    if (derived || given === undefined) continue
    const value = readers[type](given)
    if (value === undefined)
      throw importFault(
        file,
        `"${name}" of ${what} must be ${expected[type]}, and is ${JSON.stringify(given).slice(0, 60)}`,
        'Export it again.',
      )
    if (name === 'more') Object.assign(decoded, value)
    else decoded[name] = value
  }
  return decoded
}

/** A row of evidence from its columns. */
export function evidenceOf(
  values: LooseValues,
  columns: readonly Column<Evidence>[],
  what: string,
  file: string,
): Evidence {
  const decoded = decodeColumns(values, columns, what, file)
  for (const span of evidenceSpans) {
    const { [`${span}Start`]: start, [`${span}End`]: end } = decoded
    delete decoded[`${span}Start`]
    delete decoded[`${span}End`]
    decoded[span] = { start, end }
  }
  return decoded as unknown as Evidence
}

import type { Problem } from '../../model/index.ts'
import { decodeText } from '../decode-text.ts'
import type { Drafted } from '../draft.ts'
import { failed, ReadingError } from '../reading-error.ts'
import type { FormatInput } from './format-reader.ts'
import { memberNumber } from './member-number.ts'
import { recordDraft } from './record-draft.ts'

/** Names under which one JSON value holds a list of documents. */
const lists = [
  'articles',
  'documents',
  'items',
  'results',
  'docs',
  'data',
  'posts',
  'stories',
  'records',
  'entries',
  'hits',
]

/** Reads JSON: one record with a text, a list of them, or a record with such a list under a usual name. */
export function* readJson(input: FormatInput): Generator<Drafted> {
  const { bytes, file, limits, textFields } = input
  if (bytes.length > limits.treeBytes) {
    throw new ReadingError(
      'file-too-large',
      `it has ${bytes.length} bytes, more than ${limits.treeBytes} of JSON`,
      'Save it as .jsonl, one document a line.',
    )
  }
  const { text, problems } = decodeText(bytes, file)
  if (problems.length > 0) yield { problems }
  const value: unknown = parse(text)
  const records = recordsIn(value)
  const single = !Array.isArray(value) && records.length === 1 && records[0] === value
  let found = 0
  for (const [index, record] of records.slice(0, limits.members).entries()) {
    const draft = isRecord(record) ? recordDraft(record, 'json', textFields) : undefined
    if (draft === undefined) continue
    found++
    yield { draft: single ? draft : { ...draft, member: memberNumber(index + 1) }, problems: [] }
  }
  if (found === 0) throw noText(textFields)
  if (records.length > limits.members) {
    throw new ReadingError(
      'file-too-large',
      `it holds more than ${limits.members} records; the rest was left out`,
      'Split it (or raise members).',
    )
  }
}

/** Reads JSON Lines, one record a line; a line that is not JSON is reported and the rest is read. */
export function* readJsonLines(input: FormatInput): Generator<Drafted> {
  const { bytes, file, limits, textFields } = input
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let number = 0
  let found = 0
  let broken = 0
  for (let from = 0; from < whole.length; ) {
    let to = whole.indexOf(0x0a, from)
    if (to < 0) to = whole.length
    number++
    const { text } = decodeText(whole.subarray(from, to), file)
    from = to + 1
    if (text.trim() === '') continue
    try {
      const record: unknown = JSON.parse(text)
      const draft = isRecord(record) ? recordDraft(record, 'jsonl', textFields) : undefined
      if (draft === undefined) continue
      found++
      yield { draft: { ...draft, member: memberNumber(number) }, problems: [] }
    } catch (error) {
      if (broken++ < 20) yield { problems: [invalid(file, number, error)] }
    }
    if (found >= limits.members) {
      throw new ReadingError(
        'file-too-large',
        `it holds more than ${limits.members} records; the rest was left out`,
        'Split it (or raise members).',
      )
    }
  }
  if (found === 0 && broken === 0) throw noText(textFields)
}

/** The error of a table or list in which no record holds a text. */
export function noText(textFields: readonly string[] | undefined): ReadingError {
  return new ReadingError(
    'record-invalid',
    textFields
      ? `no record has a text under ${textFields.join(', ')}`
      : 'no record has a text under a usual name (text, body, content)',
    'Name the column or key that holds the text with --text-field.',
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ReadingError(
      'format-broken',
      `it is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
      'Mend it, or save it again.',
    )
  }
}

function recordsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isRecord(value)) return []
  for (const name of lists) {
    const list = value[name]
    if (Array.isArray(list) && list.some(isRecord)) return list
    if (isRecord(list) && Array.isArray(list.hits))
      return list.hits.map((hit) => (isRecord(hit) && isRecord(hit._source) ? hit._source : hit))
  }
  return [value]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function invalid(file: string, line: number, error: unknown): Problem {
  const { message } = failed(file, error)
  return {
    severity: 'warning',
    code: 'record-invalid',
    message: `Line ${line} is not JSON and was left out. ${message}`,
    hint: 'Write one JSON object a line.',
    file,
    line,
    column: 1,
  }
}

import type { Problem } from '../../model/index.ts'
import { decodeText } from '../decode-text.ts'
import type { Drafted } from '../draft.ts'
import { ReadingError } from '../reading-error.ts'
import type { FormatInput } from './format-reader.ts'
import { memberNumber } from './member-number.ts'
import { noText } from './read-json.ts'
import { recordDraft } from './record-draft.ts'

/** Largest table; beyond it the text does not fit into one string beside its records. */
const largest = 128 * 1024 * 1024

/** Reads a table with named columns (RFC 4180) by way of csv-parse; each row with a text is a document. */
export async function* readTable(input: FormatInput, tab: boolean): AsyncGenerator<Drafted> {
  const { bytes, file, limits, textFields } = input
  if (bytes.length > largest) {
    throw new ReadingError(
      'file-too-large',
      `the table has ${bytes.length} bytes, more than ${largest}`,
      'Split it.',
    )
  }
  const { parse } = await import('csv-parse')
  const { text, problems } = decodeText(bytes, file)
  if (problems.length > 0) yield { problems }
  const delimiter = tab ? '\t' : delimiterOf(text)
  const invalid: Problem[] = []
  const rows = parse({
    delimiter,
    columns: (header: readonly string[]) => header.map((name, index) => name.trim() || `column${index + 1}`),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: limits.textLength * 2,
    on_skip: (error) => {
      if (invalid.length < 20) invalid.push(skippedRow(file, error))
    },
    ...(tab ? { quote: null } : {}),
  })
  // Written in pieces, so that rows are taken before the next piece is parsed.
  const pieces = 1 << 16
  const writing = (async () => {
    for (let from = 0; from < text.length; from += pieces) {
      if (!rows.write(text.slice(from, from + pieces)))
        await new Promise((resolve) => rows.once('drain', resolve))
      if (rows.destroyed) return
    }
    rows.end()
  })()
  let number = 0
  let found = 0
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    number++
    const draft = recordDraft(row, tab ? 'tsv' : 'csv', textFields)
    if (draft === undefined) continue
    found++
    yield { draft: { ...draft, member: memberNumber(number) }, problems: [] }
    if (found >= limits.members) {
      throw new ReadingError(
        'file-too-large',
        `it holds more than ${limits.members} rows; the rest was left out`,
        'Split it (or raise members).',
      )
    }
  }
  await writing
  if (invalid.length > 0) yield { problems: invalid }
  if (found === 0) throw noText(textFields)
}

/** The sign that parts the columns: the most frequent of comma, semicolon and tab in the first line. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 10_000).split('\n', 1)[0] ?? ''
  const counts = [',', ';', '\t'].map((sign) => [sign, first.split(sign).length] as const)
  return counts.reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

function skippedRow(file: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error)
  const line = /on line (\d+)/.exec(reason)?.[1]
  return {
    severity: 'warning',
    code: 'record-invalid',
    message: `A row of ${file} was left out: ${reason}`,
    hint: 'Put a text that holds quotes or line ends into quotes.',
    file,
    ...(line === undefined ? {} : { line: Number(line) }),
  }
}

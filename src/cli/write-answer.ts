import { csvLine } from '../export/csv-text.ts'
import type { Answer } from '../query/index.ts'
import type { AnswerLayout } from './answer-layouts.ts'
import { safeJson } from './safe-json.ts'
import { plain, type Style } from './style.ts'

/** How an answer can be written. */
export const answerFormats = ['table', 'json', 'jsonl', 'csv'] as const
export type AnswerFormat = (typeof answerFormats)[number]

/**
 * An answer in pieces. `table`: for the eye. `json`: all of it, with how names were understood and notes.
 * `jsonl`: an item a line. `csv`: a row for each piece of evidence, with a line of column names first;
 * nothing at all where there is no item.
 */
export function* answerPieces(
  { text, cells }: AnswerLayout,
  answer: Answer<unknown>,
  format: AnswerFormat,
  style: Style = plain,
): Generator<string> {
  if (format === 'json') yield `${safeJson(answer, 2)}\n`
  else if (format === 'jsonl') for (const item of answer.items) yield `${safeJson(item)}\n`
  else if (format === 'table') for (const item of answer.items) yield text(item, style)
  else {
    let columns: string[] | undefined
    for (const [n, item] of answer.items.entries())
      for (const cellsOfRow of cells(item)) {
        // Paths are told apart by their number, which only the list of them knows.
        const row = answer.question === 'path' ? { path: n + 1, ...cellsOfRow } : cellsOfRow
        if (!columns) {
          columns = Object.keys(row)
          yield csvLine(columns)
        }
        yield csvLine(Object.values(row))
      }
  }
}

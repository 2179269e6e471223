import type { Document } from '../model/index.ts'
import type { ReadResult } from './read-documents.ts'

/** Characters of a zone that are shown. */
const shown = 100

/**
 * What was understood of one file, in lines for a person: metadata, then the zones with the rule that found each, then
 * the text. With `text` false the text is left out.
 */
export function describeRead(result: ReadResult, text = true): string {
  const lines: string[] = []
  for (const { severity, message, hint, line, column } of result.problems) {
    const place =
      line === undefined ? '' : ` (line ${line}${column === undefined ? '' : `, column ${column}`})`
    lines.push(`${severity}: ${message}${place}${hint === undefined ? '' : `\n  ${hint}`}`)
  }
  if (result.document) lines.push(...describeDocument(result.document, text))
  return `${lines.join('\n')}\n`
}

function* describeDocument(document: Document, text: boolean): Generator<string> {
  const { id, format, hash, title, date, dateFrom, publisher, author, url, language, zones, pages } = document
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['document', id],
    ['format', format],
    ['title', title],
    ['date', date === undefined ? undefined : `${date} (from ${dateFrom ?? 'metadata'})`],
    ['publisher', publisher],
    ['author', author],
    ['url', url],
    ['language', language],
    ['length', `${document.text.length} characters${pages ? `, ${pages.length} pages` : ''}`],
    ['sha-256', hash],
  ]
  for (const [name, value] of rows) if (value !== undefined) yield `${name.padEnd(10)}${value}`
  yield `zones     ${zones.length === 0 ? 'none' : ''}`.trimEnd()
  for (const { kind, start, end, rule } of zones) {
    const words = document.text.slice(start, end).replace(/\s+/g, ' ')
    yield `  ${`${start}-${end}`.padEnd(13)} ${kind} (${rule}): ${words.length > shown ? `${words.slice(0, shown)}…` : words}`
  }
  if (!text) return
  yield ''
  yield document.text
}

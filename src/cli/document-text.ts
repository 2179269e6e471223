import type { Document } from '../model/index.ts'
import { counted } from './build-summary.ts'
import { printable } from './printable.ts'

/** Characters of a zone that are shown. */
const most = 60

/** What was read of a document: its metadata, then its zones in the order of the text; `whole` adds the text. */
export function documentText(document: Document, whole: boolean): string {
  const { id, title, date, dateFrom, publisher, author, url, format, language, text, zones, pages } = document
  const facts: [name: string, value: string | undefined][] = [
    ['title', title],
    ['date', date === undefined || dateFrom === undefined ? date : `${date} (from ${dateFrom})`],
    ['publisher', publisher],
    ['author', author],
    ['url', url],
    ['format', format],
    ['language', language],
    ['length', counted(text.length, 'character', 'characters')],
    ['pages', pages === undefined ? undefined : String(pages.length)],
  ]
  const lines = [id]
  for (const [name, value] of facts) if (value !== undefined) lines.push(`  ${name}: ${value}`)
  for (const { kind, start, end, rule } of zones) {
    const words = text.slice(start, Math.min(end, start + most)).trim()
    lines.push(`  ${kind} ${start}-${end} [${rule}] ${words}${end - start > most ? '…' : ''}`)
  }
  const shown = lines.map((line) => `${line.match(/^ */)?.[0] ?? ''}${printable(line.trim())}\n`)
  if (whole) for (const line of text.split(/\r\n|\n|\r/)) shown.push(`    ${printable(line)}\n`)
  return shown.join('')
}

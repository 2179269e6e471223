import { type OpenedGraph, timeText } from '../graph/index.ts'
import type { EdgeAttributes, Evidence } from '../model/index.ts'
import { labelOf } from './label-of.ts'
import { markdownText } from './markdown-text.ts'

/** How a relation stands, in brackets, in Markdown: `[denied; 2031-03; 1 origin]`. */
export function standingText({ modality, times, origins }: EdgeAttributes): string {
  const when = times.map(timeText).join(', ')
  const parts = [modality, when, `${origins} ${origins === 1 ? 'origin' : 'origins'}`].filter(
    (part) => part !== '',
  )
  return `\\[${markdownText(parts.join('; '))}\\]`
}

/**
 * A quote with where it stands, how it is put forward and who says it, in Markdown. `document` names the document:
 * its title in italics unless told otherwise.
 */
export function citation(source: OpenedGraph, row: Evidence, document?: string): string {
  const header = source.documents.get(row.document)
  const speakers = row.speakers.map((key) => labelOf(source, key)).join(', quoting ')
  const place = [
    header?.publisher && markdownText(header.publisher),
    header?.date && markdownText(header.date),
    document ?? (header?.title && `*${markdownText(header.title)}*`),
    markdownText(`${row.document}:${row.start}-${row.end}`),
  ]
  const how = [
    row.modality,
    speakers === '' ? '' : `said by ${speakers}`,
    row.copyOf === undefined ? '' : 'a copy',
    row.implied === undefined ? '' : `${row.implied} implied`,
  ]
  return `“${markdownText(row.quote)}” ${place.filter(Boolean).join(', ')} \\[${markdownText(how.filter(Boolean).join('; '))}\\]`
}

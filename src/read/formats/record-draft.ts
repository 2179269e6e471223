import { parseDocument } from 'htmlparser2'
import type { Draft } from '../draft.ts'
import { readStated } from '../front-matter.ts'
import { TextBuilder } from '../text-builder.ts'
import { addHtml } from './html-text.ts'

/** Names under which records hold their text, the first that has one wins; compared without case. */
const usual = [
  'text',
  'body',
  'content',
  'articlebody',
  'article',
  'story',
  'fulltext',
  'full_text',
  'maintext',
  'content_text',
  'content_html',
  'bodytext',
  'description',
  'summary',
]

/** A document out of one record of a table or of JSON: its text by name, its metadata by the names of front matter. */
export function recordDraft(
  record: Readonly<Record<string, unknown>>,
  format: string,
  textFields: readonly string[] | undefined,
): Draft | undefined {
  const lower = new Map(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]))
  const names = textFields?.map((name) => name.toLowerCase()) ?? usual
  const found = textFields
    ? names.map((name) => textOf(lower.get(name))).filter((words) => words !== '')
    : [names.map((name) => textOf(lower.get(name))).find((words) => words !== '') ?? ''].filter(Boolean)
  if (found.length === 0) return undefined
  const words = found.join('\n\n')
  const stated = readStated(record)
  return {
    format,
    ...(looksLikeHtml(words) ? ofHtml(words) : { text: words }),
    ...stated,
    ...(stated.date === undefined ? {} : { dateFrom: 'metadata' as const }),
  }
}

/** Whether some words are markup: they hold the tags of paragraphs, links or breaks. */
export function looksLikeHtml(words: string): boolean {
  return /<(?:p|div|br|a|h[1-6]|ul|blockquote|span|img|figure)(?:\s[^<>]{0,500})?\/?>/i.test(words)
}

/** The text and zones of a piece of markup. */
export function ofHtml(markup: string): Pick<Draft, 'text' | 'zones'> & object {
  const builder = new TextBuilder()
  addHtml(builder, parseDocument(markup).children)
  return builder.build()
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim() === '' ? '' : value
  if (Array.isArray(value)) return value.filter((part) => typeof part === 'string').join('\n\n')
  return ''
}

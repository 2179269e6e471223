import { type Element, isTag } from 'domhandler'
import type { Draft, Drafted } from '../draft.ts'
import { isoDate } from '../iso-date.ts'
import { ReadingError } from '../reading-error.ts'
import type { FormatInput } from './format-reader.ts'
import { plainText } from './html-text.ts'
import { memberNumber } from './member-number.ts'
import { elementsNamed, parseXml } from './parse-xml.ts'
import { looksLikeHtml, ofHtml } from './record-draft.ts'

/** Reads a feed (RSS 0.9 to 2.0, Atom): each entry that holds a text is a document, the feed's title its publisher. */
export function* readFeed(input: FormatInput): Generator<Drafted> {
  const nodes = parseXml(input.bytes, input)
  const entries = [...elementsNamed(nodes, 'item'), ...elementsNamed(nodes, 'entry')]
  const [channel] = [...elementsNamed(nodes, 'channel'), ...elementsNamed(nodes, 'feed')]
  const publisher = channel && wordsOf(channel, 'title')
  if (entries.length === 0) throw new ReadingError('file-empty', 'the feed holds no entries', 'Remove it.')
  for (const [index, entry] of entries.slice(0, input.limits.members).entries()) {
    const draft = draftOf(entry, publisher)
    if (draft) yield { draft: { ...draft, member: memberNumber(index + 1) }, problems: [] }
  }
}

function draftOf(entry: Element, publisher: string | undefined): Draft | undefined {
  const markup = markupOf(entry, 'content:encoded', 'content', 'description', 'summary')
  const title = wordsOf(entry, 'title')
  if (!markup) return undefined
  const date = isoDate(wordsOf(entry, 'pubDate', 'published', 'dc:date', 'updated') ?? '')
  const author = wordsOf(entry, 'dc:creator', 'author')
  const url = linkOf(entry)
  const body = looksLikeHtml(markup) ? ofHtml(markup) : { text: markup.trim() }
  return {
    format: 'feed',
    ...body,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date, dateFrom: 'metadata' as const }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(author === undefined ? {} : { author }),
    ...(url === undefined ? {} : { url }),
  }
}

function child(entry: Element, name: string): Element | undefined {
  return entry.children.find((node): node is Element => isTag(node) && node.name === name)
}

function wordsOf(entry: Element, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const element = child(entry, name)
    if (!element) continue
    const inner = name === 'author' ? (child(element, 'name') ?? element) : element
    const words = withoutTags(plainText(inner.children)).replace(/\s+/g, ' ').trim()
    if (words) return words
  }
  return undefined
}

function withoutTags(words: string): string {
  return looksLikeHtml(words) ? ofHtml(words).text : words
}

/** The markup of an entry: escaped, in CDATA, or as XHTML elements. */
function markupOf(entry: Element, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const element = child(entry, name)
    if (!element) continue
    const div = element.attribs.type === 'xhtml' ? child(element, 'div') : undefined
    const words = div ? paragraphs(div) : plainText(element.children)
    if (words.trim()) return words
  }
  return undefined
}

function paragraphs(div: Element): string {
  return div.children
    .map((node) => (isTag(node) ? plainText(node.children) : 'data' in node ? String(node.data) : ''))
    .map((words) => words.trim())
    .filter(Boolean)
    .join('\n\n')
}

function linkOf(entry: Element): string | undefined {
  for (const node of entry.children) {
    if (!isTag(node) || node.name !== 'link') continue
    const { href, rel } = node.attribs
    if (href && (rel === undefined || rel === 'alternate')) return href
    const words = plainText(node.children).trim()
    if (words) return words
  }
  return undefined
}

import { type AnyNode, type Element, isTag } from 'domhandler'
import type { Stated } from '../front-matter.ts'
import { isoDate } from '../iso-date.ts'
import { plainText, walk } from './html-text.ts'

/** Most JSON-LD that is looked at in one page, in characters. */
const longestData = 1_000_000

/** What a page says of itself: JSON-LD first, then meta elements (Open Graph, Dublin Core and others), then its markup. */
export function readHtmlMetadata(nodes: readonly AnyNode[]): Stated {
  const metas = new Map<string, string>()
  const articles: Record<string, unknown>[] = []
  let title: string | undefined
  let heading: string | undefined
  let canonical: string | undefined
  let language: string | undefined
  let time: string | undefined
  for (const node of walk(nodes)) {
    if (!isTag(node)) continue
    const { name, attribs } = node
    if (name === 'meta') {
      const key = (attribs.property ?? attribs.name ?? attribs.itemprop)?.toLowerCase()
      const value = attribs.content?.trim()
      if (key && value && !metas.has(key)) metas.set(key, value)
    } else if (name === 'script' && /^application\/ld\+json/i.test(attribs.type ?? '')) {
      articles.push(...articlesIn(plainText(node.children)))
    } else if (name === 'title') title ??= words(node)
    else if (name === 'h1') heading ??= words(node)
    else if (name === 'link' && attribs.rel?.toLowerCase() === 'canonical') canonical ??= attribs.href
    else if (name === 'html') language ??= attribs.lang ?? attribs['xml:lang']
    else if (name === 'time') time ??= isoDate(attribs.datetime ?? words(node) ?? '')
  }
  const article = articles[0] ?? {}
  const meta = (...keys: readonly string[]): string | undefined => {
    for (const key of keys) if (metas.has(key)) return metas.get(key)
    return undefined
  }
  const publisher =
    nameOf(article.publisher) ?? meta('og:site_name', 'dc.publisher', 'publisher', 'application-name')
  const stated: { [K in keyof Stated]: Stated[K] | undefined } = {
    title: withoutSite(
      text(article.headline) ?? meta('og:title', 'twitter:title', 'dc.title', 'headline') ?? heading ?? title,
      publisher,
    ),
    date:
      isoDate(text(article.datePublished) ?? '') ??
      firstDate(
        metas,
        [
          'article:published_time',
          'og:article:published_time',
          'datepublished',
          'date',
          'dc.date',
          'dc.date.issued',
        ],
        [
          'pubdate',
          'publishdate',
          'parsely-pub-date',
          'sailthru.date',
          'article.published',
          'citation_publication_date',
        ],
      ) ??
      time,
    publisher,
    author:
      nameOf(article.author) ??
      withoutUrl(meta('author', 'article:author', 'dc.creator', 'parsely-author', 'byl')),
    url: url(canonical) ?? url(meta('og:url')) ?? url(text(article.url)),
    language: language ?? meta('og:locale', 'content-language'),
  }
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined && value !== ''))
}

function articlesIn(json: string): Record<string, unknown>[] {
  if (json.length > longestData) return []
  let data: unknown
  try {
    data = JSON.parse(json.trim().replace(/^<!--|-->$|;$/g, ''))
  } catch {
    return []
  }
  const found: Record<string, unknown>[] = []
  const queue: unknown[] = [data]
  for (let seen = 0; queue.length > 0 && seen < 1000; seen++) {
    const next = queue.shift()
    if (Array.isArray(next)) queue.push(...next.slice(0, 100))
    else if (typeof next === 'object' && next !== null) {
      const record = next as Record<string, unknown>
      const types = [record['@type']].flat().filter((type) => typeof type === 'string')
      if (types.some((type) => /Article$|^(?:BlogPosting|Report|LiveBlogPosting)$/.test(type)))
        found.push(record)
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage'])
        if (key in record) queue.push(record[key])
    }
  }
  return found
}

function words(element: Element): string | undefined {
  return plainText(element.children).replace(/\s+/g, ' ').trim() || undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() || undefined : undefined
}

function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).join(', ') || undefined
  if (typeof value === 'object' && value !== null) return text((value as Record<string, unknown>).name)
  return withoutUrl(text(value))
}

function withoutUrl(value: string | undefined): string | undefined {
  return value === undefined || /^https?:\/\//i.test(value) ? undefined : value.replace(/^by\s+/i, '')
}

function url(value: string | undefined): string | undefined {
  return value !== undefined && /^https?:\/\/\S+$/i.test(value) ? value : undefined
}

function firstDate(
  metas: ReadonlyMap<string, string>,
  ...keys: readonly (readonly string[])[]
): string | undefined {
  for (const key of keys.flat()) {
    const date = isoDate(metas.get(key) ?? '')
    if (date) return date
  }
  return undefined
}

/** Takes " | Harbour Post" off the end of a page's title, and "Harbour Post | " off its beginning. */
function withoutSite(title: string | undefined, publisher: string | undefined): string | undefined {
  if (title === undefined) return undefined
  const parts = title.split(/\s+(?:[|»·]|[–—-])\s+/)
  if (parts.length < 2) return title
  const last = parts.at(-1) ?? ''
  if (isSite(last, publisher) || (title.includes(` | ${last}`) && last.length < 40)) {
    return title.slice(0, title.length - last.length).replace(/\s+[|»·–—-]\s+$/, '')
  }
  const first = parts[0] ?? ''
  return isSite(first, publisher) ? title.slice(first.length).replace(/^\s+[|»·–—-]\s+/, '') : title
}

/** Whether some words name the publisher: the one holds the other, case and punctuation apart. */
function isSite(words: string, publisher: string | undefined): boolean {
  const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const a = plain(words)
  const b = plain(publisher ?? '')
  return a.length > 2 && b.length > 2 && (a.includes(b) || b.includes(a))
}

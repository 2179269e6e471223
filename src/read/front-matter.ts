import { LineCounter, parseDocument } from 'yaml'
import type { Problem } from '../model/index.ts'
import { isoDate } from './iso-date.ts'

/** Metadata that a document states of itself, under the words of the model. */
export interface Stated {
  readonly title?: string
  readonly date?: string
  readonly publisher?: string
  readonly author?: string
  readonly url?: string
  readonly language?: string
}

/** What the front matter of a text says, and where the text after it begins. */
export interface FrontMatter {
  readonly stated: Stated
  /** Index of the first character after the closing line. */
  readonly bodyStart: number
  readonly problems: readonly Problem[]
}

const fence = /^---[ \t]*\r?\n/
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m

/** The names that are read for each field, the first that has a value wins; compared without case. */
const names: { readonly [K in keyof Required<Stated>]: readonly string[] } = {
  title: ['title', 'headline'],
  date: ['date', 'published', 'datepublished', 'date_published', 'published_at', 'pubdate', 'created'],
  publisher: ['publisher', 'outlet', 'source', 'site', 'newspaper', 'publication'],
  author: ['author', 'authors', 'byline', 'by', 'creator'],
  url: ['url', 'link', 'canonical', 'permalink'],
  language: ['language', 'lang'],
}

/** Largest block that is looked at as front matter; real ones are a few hundred characters. Aliases are not followed. */
const longest = 16_384

/**
 * Reads YAML front matter at the start of a text. A text without it has `bodyStart` 0. Front matter that is not
 * valid YAML gives a warning with line and column, and what could be read of it is used.
 */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const open = fence.exec(text)
  if (!open) return { stated: {}, bodyStart: 0, problems: [] }
  const inside = text.slice(open[0].length, open[0].length + longest)
  const close = closing.exec(inside)
  if (!close) {
    // A line of dashes with nothing like a key below it is a rule, not front matter.
    if (!/^[A-Za-z_][\w-]*[ \t]*:/.test(inside)) return { stated: {}, bodyStart: 0, problems: [] }
    return {
      stated: {},
      bodyStart: 0,
      problems: [invalid(file, 'it has no closing line', 'End it with a line that holds only ---.', 1, 1)],
    }
  }
  const yaml = inside.slice(0, close.index)
  const bodyStart = open[0].length + close.index + close[0].length
  const lineCounter = new LineCounter()
  const parsed = parseDocument(yaml, { lineCounter, prettyErrors: false, logLevel: 'silent', schema: 'core' })
  const problems = parsed.errors.slice(0, 5).map((error) => {
    const place = lineCounter.linePos(error.pos[0])
    return invalid(file, error.message, 'Mend the YAML, or quote the value.', place.line + 1, place.col)
  })
  try {
    const value: unknown = parsed.toJS({ maxAliasCount: 0 })
    const record = isRecord(value) ? value : {}
    if (!isRecord(value) && problems.length === 0 && value != null) {
      problems.push(invalid(file, 'it is not a list of keys and values', 'Write it as "title: ...".', 2, 1))
    }
    return { stated: readStated(record), bodyStart, problems }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { stated: {}, bodyStart, problems: [...problems, invalid(file, reason, 'Mend the YAML.', 2, 1)] }
  }
}

/** Picks the metadata of the model out of a record of keys and values, whatever the case of its keys. */
export function readStated(record: Readonly<Record<string, unknown>>): Stated {
  const lower = new Map(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]))
  const stated: { -readonly [K in keyof Stated]: Stated[K] } = {}
  for (const key of Object.keys(names) as (keyof Stated)[]) {
    for (const name of names[key]) {
      const value = asText(lower.get(name))
      const fit = value && key === 'date' ? isoDate(value) : value
      if (!fit) continue
      stated[key] = fit
      break
    }
  }
  return stated
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(', ') || undefined
  if (isRecord(value)) return asText(value.name)
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function invalid(file: string, reason: string, hint: string, line: number, column: number): Problem {
  return {
    severity: 'warning',
    code: 'front-matter-invalid',
    message: `The front matter of ${file} could not be read whole: ${reason.trim().replace(/\.$/, '')}`,
    hint,
    file,
    line,
    column,
  }
}

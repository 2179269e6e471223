import { decodeAs } from '../decode-text.ts'
import type { Draft, Drafted } from '../draft.ts'
import { ReadingError } from '../reading-error.ts'
import { TextBuilder } from '../text-builder.ts'
import type { FormatInput } from './format-reader.ts'

/** Groups that hold no text of the document (RTF specification 1.9.1, destinations). */
const silent = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator pict object nonshppict header footer headerl headerr headerf footerl footerr footerf themedata colorschememapping datastore latentstyles xmlnstbl fldinst bkmkstart bkmkend filetbl revtbl info mmathPr wgrffmtfilter pnseclvl listtext pntext shpinst sp annotation atnid atnauthor'.split(
    ' ',
  ),
)

const signs: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  tab: ' ',
  cell: ' ',
  '~': '\u00a0',
  '-': '',
  _: '-',
}

interface Group {
  silent: boolean
  /** Taken out by a reviewer, and kept in the file to show it. */
  deleted: boolean
  /** Bytes that stand for a character after \u, to be left out. */
  fallback: number
}

function isShut(group: Group): boolean {
  return group.silent || group.deleted
}

/** Groups inside groups that are kept apart; real files have some ten. */
const deepest = 10_000

const token = /\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^A-Za-z'])|([{}])|([^\\{}]+)|\\/g

/** Reads Rich Text: words, paragraphs, tables and the signs of the specification; the tokens are read one by one. */
export function* readRtf({ bytes, limits }: FormatInput): Generator<Drafted> {
  if (bytes.length > limits.treeBytes * 2) {
    throw new ReadingError('file-too-large', `it has ${bytes.length} bytes`, 'Take out its pictures.')
  }
  const rtf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const codepage =
    /\\ansicpg(\d+)/.exec(rtf.slice(0, 2000))?.[1] ?? (/^\{\\rtf1?\\mac\b/.test(rtf) ? '10000' : '1252')
  const charset = charsets[codepage] ?? `windows-${codepage}`
  const builder = new TextBuilder()
  const groups: Group[] = [{ silent: false, deleted: false, fallback: 1 }]
  const pending: number[] = []
  let skip = 0
  let depth = 0
  const group = (): Group => groups[groups.length - 1] as Group
  const flush = (): void => {
    if (pending.length === 0) return
    builder.add(decodeAs(Uint8Array.from(pending), charset))
    pending.length = 0
  }
  for (const [, word, number, hex, symbol, brace, plain] of rtf.matchAll(token)) {
    if (hex === undefined) flush()
    if (brace === '{') {
      depth++
      if (depth < deepest) groups.push({ ...group() })
    } else if (brace === '}') {
      if (depth < deepest && groups.length > 1) groups.pop()
      depth--
      skip = 0
      if (depth === 0) break
    } else if (plain !== undefined) {
      const words = plain.replace(/[\r\n]+/g, '')
      const kept = skip > 0 ? words.slice(Math.min(skip, words.length)) : words
      skip = Math.max(0, skip - words.length)
      if (!isShut(group()) && kept) builder.add(decodeHigh(kept, charset))
    } else if (hex !== undefined) {
      if (skip > 0) skip--
      else if (!isShut(group())) pending.push(Number.parseInt(hex, 16))
    } else if (symbol === '*') group().silent = true
    else if (symbol !== undefined) {
      if (!isShut(group())) {
        if (symbol === '\n' || symbol === '\r') builder.end(2)
        else builder.add(signs[symbol] ?? symbol)
      }
    } else if (word !== undefined) {
      if (word === 'bin')
        throw new ReadingError(
          'format-broken',
          'it holds raw bytes that cannot be told from text',
          'Save it again as .docx.',
        )
      if (silent.has(word)) group().silent = true
      else if (word === 'uc') group().fallback = Math.max(0, Math.min(9, Number(number ?? 1)))
      else if (word === 'deleted') group().deleted = number !== '0'
      else if (word === 'plain') group().deleted = false
      else if (isShut(group())) continue
      else if (word === 'u') {
        builder.add(String.fromCharCode(Number(number ?? 63) & 0xffff))
        skip = group().fallback
      } else if (/^(?:par|sect|page|row|pard?sect)$/.test(word)) builder.end(2)
      else if (word === 'line') builder.end(1)
      else if (word in signs) builder.add(signs[word] ?? '')
    }
  }
  flush()
  yield { draft: { format: 'rtf', ...builder.build(), ...info(rtf, charset) }, problems: [] }
}

const charsets: Readonly<Record<string, string>> = {
  '10000': 'macintosh',
  '932': 'shift_jis',
  '936': 'gbk',
  '949': 'euc-kr',
  '950': 'big5',
  '65001': 'utf-8',
}

function decodeHigh(words: string, charset: string): string {
  return /[\u0080-\u00ff]/.test(words) ? decodeAs(Buffer.from(words, 'latin1'), charset) : words
}

function info(rtf: string, charset: string): Partial<Draft> {
  const head = rtf.slice(0, 100_000)
  const value = (name: string): string | undefined => {
    const found = new RegExp(`\\{\\\\${name} ([^{}]{1,500})\\}`).exec(head)?.[1]
    if (found === undefined) return undefined
    const words = found
      .replace(/\\u(-?\d+) ?(?:\\'[0-9a-f]{2}|\?)?/gi, (_, code: string) =>
        String.fromCharCode(Number(code) & 0xffff),
      )
      .replace(/(?:\\'[0-9a-f]{2})+/gi, (run) =>
        decodeAs(Buffer.from(run.replace(/\\'/g, ''), 'hex'), charset),
      )
    return /\\[a-z]/i.test(words) ? undefined : words.trim() || undefined
  }
  const created = /\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})/.exec(head)
  const title = value('title')
  const author = value('author')
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(created?.[1] === undefined || created[1] === '0000'
      ? {}
      : {
          made: [created[1], ...created.slice(2).map((part) => part.padStart(2, '0'))].join('-'),
        }),
  }
}

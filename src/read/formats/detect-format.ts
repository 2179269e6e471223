import { isBinary } from '../decode-text.ts'

/** Formats that are read, by the ending of a file's name. */
const byEnding: ReadonlyMap<string, string> = new Map(
  Object.entries({
    text: ['txt', 'text'],
    markdown: ['md', 'markdown', 'mdown'],
    html: ['html', 'htm', 'xhtml'],
    json: ['json'],
    jsonl: ['jsonl', 'ndjson'],
    csv: ['csv'],
    tsv: ['tsv', 'tab'],
    mail: ['eml'],
    mbox: ['mbox', 'mbx'],
    feed: ['rss', 'atom'],
    rtf: ['rtf'],
  }).flatMap(([format, endings]) => endings.map((ending) => [ending, format] as const)),
)

/** Endings of files that hold no text, so that one in a folder of documents is worth a warning at most. */
const media =
  /\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|bmp|ico|svg|mp[34]|m4[av]|mov|avi|mkv|webm|wav|ogg|flac|aac|ttf|otf|woff2?|css|js|mjs|ts|map|exe|dll|so|dylib|class|o|pyc|sqlite|db)$/i

/** Whether the name of a file says that it holds a picture, a recording or a program. */
export function isMedia(name: string): boolean {
  return media.test(name)
}

/** Formats that begin with bytes of their own. */
const signatures: readonly (readonly [format: string, starts: readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['rtf', [...Buffer.from('{\\rtf')]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
]

/**
 * The format of some bytes: by what they hold, and where that does not tell, by the name of the file. `binary`, `media`
 * `ole` (Word before 2007, and protected documents) and
 * `xml` of another kind are not read.
 */
export function detectFormat(bytes: Uint8Array, name: string): string {
  for (const [format, starts] of signatures) if (starts.every((byte, i) => bytes[i] === byte)) return format
  const head = headOf(bytes)
  // A PDF may have some bytes before its first line.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (isMedia(name)) return 'media'
  if (isBinary(bytes)) return 'binary'
  const ending = byEnding.get(/\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '')
  return byContent(head, ending) ?? ending ?? 'text'
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 4096))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
}

function byContent(head: string, ending: string | undefined): string | undefined {
  const start = head.trimStart()
  if (/^(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(start)) return 'html'
  const xml = start.replace(/^<\?xml[^>]*\?>\s*/, '').replace(/^(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*/, '')
  if (/^(?:<!doctype [^>]*>\s*)?<(?:rss|feed|rdf:RDF)[\s>]/i.test(xml)) return 'feed'
  if (/^<(?:!doctype html|html)\b/i.test(xml)) return 'html'
  if (/^<office:document[\s>]/.test(xml)) return 'fodt'
  if (xml !== start && /^<[A-Za-z]/.test(xml)) return 'xml'
  if (ending === undefined || ending === 'text') {
    if (/^From \S+@?\S*\s+.{0,40}\d{4}\r?\n[A-Za-z-]+:/.test(head)) return 'mbox'
    if (isMailHead(head)) return 'mail'
    if (ending === undefined && /^\{\s*"[\s\S]*\}\s*\r?\n\s*\{\s*"/.test(start)) return 'jsonl'
    if (ending === undefined && /^(?:\{\s*"|\[\s*\{)/.test(start)) return 'json'
  }
  if (ending === undefined && /^---[ \t]*\r?\n[A-Za-z_][\w-]*[ \t]*:/.test(head)) return 'markdown'
  return undefined
}

/** At least three of the headers of a letter, in lines that are all headers. */
function isMailHead(head: string): boolean {
  const lines = head.split(/\r?\n/)
  const end = lines.indexOf('')
  const headers = (end < 0 ? lines.slice(0, -1) : lines.slice(0, end)).filter((line) => !/^[ \t]/.test(line))
  if (headers.length < 3 || !headers.every((line) => /^[!-9;-~]+:/.test(line))) return false
  const known = headers.filter((line) =>
    /^(?:from|to|date|subject|message-id|received|mime-version|return-path|delivered-to):/i.test(line),
  )
  return known.length >= 3
}

import type { Problem } from '../model/index.ts'
import type { Drafted } from './draft.ts'
import { detectFormat } from './formats/detect-format.ts'
import type { FormatInput, FormatReader } from './formats/format-reader.ts'
import type { ReadLimits } from './limits.ts'
import { failed, ReadingError } from './reading-error.ts'
import { sha256 } from './sha256.ts'

/** The readers, each loaded when the first file of its format is met. */
const readers: Readonly<Record<string, () => Promise<FormatReader>>> = {
  text: async () => (await import('./formats/read-text.ts')).readText,
  markdown: async () => (await import('./formats/read-markdown.ts')).readMarkdown,
  html: async () => (await import('./formats/read-html.ts')).readHtml,
  pdf: async () => (await import('./formats/read-pdf.ts')).readPdf,
  zip: async () => (await import('./formats/read-zip.ts')).readZip,
  fodt: async () => (await import('./formats/read-odt.ts')).readFlatOdt,
  rtf: async () => (await import('./formats/read-rtf.ts')).readRtf,
  mail: async () => (await import('./formats/read-mail.ts')).readMail,
  mbox: async () => (await import('./formats/read-mbox.ts')).readMbox,
  json: async () => (await import('./formats/read-json.ts')).readJson,
  jsonl: async () => (await import('./formats/read-json.ts')).readJsonLines,
  feed: async () => (await import('./formats/read-feed.ts')).readFeed,
  csv: async () => {
    const { readTable } = await import('./formats/read-table.ts')
    return (input) => readTable(input, false)
  },
  tsv: async () => {
    const { readTable } = await import('./formats/read-table.ts')
    return (input) => readTable(input, true)
  },
}

/** One file to read, as it was found. */
export interface FileToRead {
  readonly bytes: Uint8Array
  /** Its id. */
  readonly file: string
  readonly limits: ReadLimits
  readonly textFields?: readonly string[]
  /** Named by the user, not found in a folder: then a picture is an error. */
  readonly explicit: boolean
}

/** The documents in the bytes of one file, whatever its format; a reader that fails gives a problem. */
export async function* readFile(file: FileToRead): AsyncGenerator<Drafted> {
  yield* readBytes(file, { bytes: file.limits.unpackedBytes }, 0)
}

async function* readBytes(
  file: FileToRead,
  budget: { bytes: number },
  depth: number,
): AsyncGenerator<Drafted> {
  const { bytes, file: name, limits, textFields } = file
  if (bytes.length === 0) {
    yield { problems: [empty(name)] }
    return
  }
  const format = detectFormat(bytes, name)
  const input: FormatInput = {
    bytes,
    file: name,
    limits,
    ...(textFields === undefined ? {} : { textFields }),
    budget,
    depth,
    readMember: (member, inner) => readMember(file, member, inner, budget, depth + 1),
  }
  try {
    const load = readers[format]
    if (load === undefined) {
      yield { problems: [unread(file, format)] }
      return
    }
    const read = await load()
    let silent = true
    for await (const drafted of read(input)) {
      if (drafted.draft === undefined && drafted.problems.length === 0) continue
      silent = false
      yield drafted
    }
    if (silent) yield { problems: [empty(name)] }
  } catch (error) {
    yield { problems: [failed(name, error)] }
  }
}

async function* readMember(
  file: FileToRead,
  member: string,
  bytes: Uint8Array,
  budget: { bytes: number },
  depth: number,
): AsyncGenerator<Drafted> {
  const inside = { ...file, bytes, file: `${file.file}!${member}`, explicit: false }
  const hash = sha256(bytes)
  for await (const { draft, problems } of readBytes(inside, budget, depth)) {
    if (draft === undefined) yield { problems }
    else {
      const name = draft.member === undefined ? member : `${member}!${draft.member}`
      yield { draft: { ...draft, member: name, hash: draft.hash ?? hash }, problems }
    }
  }
}

/** The problem of a file or member in which there is nothing to read. */
export function empty(file: string): Problem {
  return {
    severity: 'error',
    code: 'file-empty',
    message: `${file} holds no text`,
    hint: 'Remove it, or put the document into it.',
    file,
  }
}

function unread({ file, explicit, bytes }: FileToRead, format: string): Problem {
  if (format === 'media') {
    return {
      severity: explicit ? 'error' : 'warning',
      code: 'format-unknown',
      message: `${file} is a picture, a recording or a program, not a document; it was passed over`,
      hint: 'Name a document that holds text.',
      file,
    }
  }
  if (format === 'xml') {
    const reason = 'it is XML of a kind that is not read'
    return failed(
      file,
      new ReadingError('format-unknown', reason, 'Save it as .html, .docx or .txt, or as a feed.'),
    )
  }
  if (format === 'ole') {
    const locked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    return failed(
      file,
      locked
        ? new ReadingError('file-protected', 'it is protected by a password', 'Save it without one.')
        : new ReadingError(
            'format-unknown',
            'it is in a format of Word or Outlook from before 2007',
            'Save it as .docx or .eml.',
          ),
    )
  }
  return {
    severity: 'error',
    code: 'file-binary',
    message: `${file} is binary and in no format that is read`,
    hint: 'Save it as text or in one of the formats of docs/reading.md.',
    file,
  }
}

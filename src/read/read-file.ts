import type { Problem } from '../model/index.ts'
import type { Drafted } from './draft.ts'
import { detectFormat } from './formats/detect-format.ts'
import type { FormatInput, FormatReader } from './formats/format-reader.ts'
import { readMarkdown } from './formats/read-markdown.ts'
import { readText } from './formats/read-text.ts'

/** The readers, loaded when a file of their format is met. */
const readers: Readonly<Record<string, () => Promise<FormatReader>>> = {
  text: async () => readText,
  markdown: async () => readMarkdown,
}

/** The documents in the bytes of one file, whatever its format; a reader that fails gives a problem. */
export async function* readFile(input: FormatInput, explicit: boolean): AsyncGenerator<Drafted> {
  const { bytes, file } = input
  if (bytes.length === 0) {
    yield { problems: [empty(file)] }
    return
  }
  const format = detectFormat(bytes, file)
  const load = readers[format]
  if (load === undefined) {
    yield { problems: [unread(file, format, explicit)] }
    return
  }
  try {
    const read = await load()
    for await (const drafted of read(input)) yield drafted
  } catch (error) {
    yield { problems: [broken(file, format, error)] }
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

function unread(file: string, format: string, explicit: boolean): Problem {
  if (format === 'media') {
    return {
      severity: explicit ? 'error' : 'warning',
      code: 'format-unknown',
      message: `${file} is a picture, a recording or a program, not a document; it was passed over`,
      hint: 'Name a document that holds text.',
      file,
    }
  }
  return {
    severity: 'error',
    code: 'file-binary',
    message: `${file} is binary and in no format that is read`,
    hint: 'Save it as text or in one of the formats of docs/reading.md.',
    file,
  }
}

function broken(file: string, format: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    severity: 'error',
    code: 'format-broken',
    message: `${file} could not be read as ${format}: ${reason.split('\n', 1)[0] ?? ''}`,
    hint: 'Open it in the program it comes from and save it again.',
    file,
  }
}

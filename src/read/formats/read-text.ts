import { decodeText } from '../decode-text.ts'
import type { Drafted } from '../draft.ts'
import type { FormatInput } from './format-reader.ts'

/** Reads plain text: the text is the file, its byte order mark apart. */
export function* readText({ bytes, file }: FormatInput): Generator<Drafted> {
  const { text, problems } = decodeText(bytes, file)
  yield { draft: { format: 'text', text }, problems }
}

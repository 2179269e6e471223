import { decodeText } from '../decode-text.ts'
import type { Drafted } from '../draft.ts'
import { readFrontMatter } from '../front-matter.ts'
import type { FormatInput } from './format-reader.ts'

/** Reads Markdown with front matter: the text is what follows the front matter, as it was written. */
export function* readMarkdown({ bytes, file }: FormatInput): Generator<Drafted> {
  const { text, problems } = decodeText(bytes, file)
  const front = readFrontMatter(text, file)
  yield {
    draft: {
      format: 'markdown',
      text: text.slice(front.bodyStart),
      ...front.stated,
      ...(front.stated.date === undefined ? {} : { dateFrom: 'front-matter' as const }),
    },
    problems: [...problems, ...front.problems],
  }
}

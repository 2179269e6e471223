import { decodeText } from '../decode-text.ts'
import type { Drafted } from '../draft.ts'
import { readFrontMatter } from '../front-matter.ts'
import { tooLargeFor } from '../reading-error.ts'
import type { FormatInput } from './format-reader.ts'

/** Reads Markdown with front matter: the text is what follows the front matter, without the marks of Markdown. */
export async function* readMarkdown({ bytes, file, limits }: FormatInput): AsyncGenerator<Drafted> {
  if (bytes.length > limits.treeBytes) throw tooLargeFor('Markdown', bytes.length, limits.treeBytes)
  const { stripMarkdown } = await import('./strip-markdown.ts')
  const { text, problems } = decodeText(bytes, file)
  const front = readFrontMatter(text, file)
  yield {
    draft: {
      format: 'markdown',
      ...stripMarkdown(text.slice(front.bodyStart)),
      ...front.stated,
      ...(front.stated.date === undefined ? {} : { dateFrom: 'front-matter' as const }),
    },
    problems: [...problems, ...front.problems],
  }
}

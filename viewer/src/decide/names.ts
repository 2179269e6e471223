import type { EntityMention } from '../../../src/model/graph.ts'
import { nameKey } from '../../../src/resolve/name-form.ts'

/** The texts of the documents, by id. */
export type Texts = (document: string) => string | undefined

const withoutArticle = (text: string): string => text.replace(/^(the|a|an|this|that|these|those)\s+/i, '')
const withoutPossessive = (text: string): string => text.replace(/[’']s?$/u, '')

/** The words of a mention as a name: without article and possessive ending, on one line. */
export function nameOf({ document, start, end }: EntityMention, texts: Texts): string {
  const text = texts(document)?.slice(start, end) ?? ''
  return withoutPossessive(withoutArticle(text)).replace(/\s+/g, ' ')
}

/**
 * The name that the build shows for these mentions, and all names among them: the one used most of those of
 * more than one word, else the one used most; of equal ones the shorter, then the first by code units.
 */
export function labelsOf(
  mentions: readonly EntityMention[],
  texts: Texts,
): { label: string; aliases: string[] } {
  const named = mentions.some(({ kind }) => kind === 'named')
  const counts = new Map<string, number>()
  const aliases = new Map<string, string>()
  for (const mention of mentions) {
    if (named ? mention.kind !== 'named' : mention.kind === 'pronoun') continue
    const text = nameOf(mention, texts)
    counts.set(text, (counts.get(text) ?? 0) + 1)
    if (named && !aliases.has(nameKey([text]))) aliases.set(nameKey([text]), text)
  }
  const words = (text: string): number => Math.min(2, text.split(' ').length)
  const [best] = [...counts].sort(
    (a, b) => words(b[0]) - words(a[0]) || b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1),
  )
  return { label: best?.[0] ?? '', aliases: [...aliases.values()] }
}

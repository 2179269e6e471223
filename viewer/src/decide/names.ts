import type { EntityMention } from '../../../src/model/graph.ts'
import { bestName, nameKey, plainName } from '../../../src/resolve/name-form.ts'

/** The texts of the documents, by id. */
export type Texts = (document: string) => string | undefined

/** The words of a mention as a name. */
export function nameOf({ document, start, end }: EntityMention, texts: Texts): string {
  return plainName(texts(document)?.slice(start, end) ?? '')
}

/** The name that the build shows for these mentions, and all names among them. */
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
  return { label: bestName(counts), aliases: [...aliases.values()] }
}

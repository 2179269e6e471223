import type { Copies } from '../copies.ts'
import { nameKey } from '../name-form.ts'
import type { Clusters } from './clusters.ts'

/** A phrase without its article, and without what makes its number rough. */
export const withoutOpening = (text: string): string =>
  text.replace(/^(the|a|an|this|that|these|those|some|almost|about|nearly|around)\s+/i, '')

/** The same words in a copied passage, counted from its start, are the same thing. */
export function joinCopied(clusters: Clusters, copies: Copies): void {
  const first = new Map<string, number>()
  clusters.entities.forEach((entity, index) => {
    const seen = new Map<string, number>()
    for (const mention of entity.mentions) {
      if (mention.kind !== 'nominal') continue
      const group = copies.groupAround(entity.document, mention.start)
      if (group < 0) continue
      const words = `${group} ${nameKey([withoutOpening(mention.text)])}`
      const nth = seen.get(words) ?? 0
      seen.set(words, nth + 1)
      const key = `${words} ${nth}`
      const other = first.get(key)
      if (other === undefined) first.set(key, index)
      else if (
        clusters.entities[other]!.document !== entity.document &&
        clusters.entities[other]!.type === entity.type
      )
        clusters.join(other, index, { rule: 'copied passage', score: 0.9 })
    }
  })
}

import { append } from '../append.ts'
import type { Copies } from '../copies.ts'
import { nameKey, withoutOpening } from '../name-form.ts'
import type { Clusters } from './clusters.ts'

/** A description in a passage that stands elsewhere too, and the entity that it refers to. */
interface CopiedMention {
  readonly start: number
  /** The passage and the words. */
  readonly words: string
  readonly entity: number
}

/** The same words in a copied passage, counted from its start, are the same thing. */
export function joinCopied(clusters: Clusters, copies: Copies): void {
  const { entities } = clusters
  const byDocument = new Map<string, CopiedMention[]>()
  entities.forEach(({ document, mentions }, entity) => {
    for (const { kind, start, text } of mentions) {
      const group = kind === 'nominal' ? copies.groupAround(document, start) : -1
      if (group < 0) continue
      append(byDocument, document, { start, words: `${group} ${nameKey([withoutOpening(text)])}`, entity })
    }
  })
  const first = new Map<string, number>()
  for (const [document, found] of byDocument) {
    const seen = new Map<string, number>()
    for (const { words, entity } of found.sort((a, b) => a.start - b.start)) {
      const nth = seen.get(words) ?? 0
      seen.set(words, nth + 1)
      const key = `${words} ${nth}`
      const other = first.get(key)
      if (other === undefined) first.set(key, entity)
      else if (entities[other]!.document !== document && entities[other]!.type === entities[entity]!.type)
        clusters.join(other, entity, { rule: 'copied passage', score: 0.9 })
    }
  }
}

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
  const first = new Map<string, number>()
  for (let entity = 0; entity < entities.length; ) {
    const { document } = entities[entity]!
    const found: CopiedMention[] = []
    for (; entity < entities.length && entities[entity]!.document === document; entity++)
      for (const { kind, start, text } of entities[entity]!.mentions) {
        const group = kind === 'nominal' ? copies.groupAround(document, start) : -1
        if (group >= 0) found.push({ start, words: `${group} ${nameKey([withoutOpening(text)])}`, entity })
      }
    const seen = new Map<string, number>()
    for (const { words, entity: mentioned } of found.sort((a, b) => a.start - b.start)) {
      const nth = seen.get(words) ?? 0
      seen.set(words, nth + 1)
      const key = `${words} ${nth}`
      const other = first.get(key)
      if (other === undefined) first.set(key, mentioned)
      else if (entities[other]!.document !== document && entities[other]!.type === entities[mentioned]!.type)
        clusters.join(other, mentioned, { rule: 'copied passage', score: 0.9 })
    }
  }
}

import type { Mention, MentionLink } from '../model/index.ts'
import { append } from './append.ts'
import { type ConstraintIndex, indexConstraints } from './constraints.ts'
import { mentionSets } from './mention-sets.ts'
import { nameKey, withoutArticle } from './name-form.ts'

/** A document's mentions and the links between them. */
export interface LinkedMentions<M> {
  readonly document: string
  readonly mentions: readonly M[]
  readonly links: readonly MentionLink[]
}

/** Mentions of one document that refer to the same thing, a chain each, and the links that hold. */
export interface MentionChains<M> {
  readonly chains: readonly (readonly M[])[]
  readonly links: readonly MentionLink[]
}

/** Joins mentions along links that break no constraint, other names given in place, and values of the same words. */
export function mentionChains<M extends Pick<Mention, 'id' | 'kind' | 'text' | 'repeats'>>(
  document: LinkedMentions<M>,
  constraints: ConstraintIndex = indexConstraints(),
): MentionChains<M> {
  const { mentions } = document
  const position = new Map(mentions.map((mention, index) => [mention.id, index]))
  const sets = mentionSets(document, position, constraints)
  const links = document.links.filter(
    ({ mention, antecedent }) => sets.join(position.get(mention)!, position.get(antecedent)!) === undefined,
  )
  mentions.forEach(({ repeats }, index) => {
    const original = repeats === undefined ? undefined : position.get(repeats)
    if (original !== undefined) sets.join(original, index)
  })
  const values = new Map<string, number>()
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'value') return
    const key = nameKey([withoutArticle(mention.text)])
    const first = values.get(key)
    if (first === undefined) values.set(key, index)
    else sets.join(index, first)
  })
  const chains = new Map<number, M[]>()
  mentions.forEach((mention, index) => {
    append(chains, sets.find(index), mention)
  })
  return { chains: [...chains.values()], links }
}

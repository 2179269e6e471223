import { agree, type Chains, nested } from './chains.ts'
import type { Join } from './link.ts'
import type { Phrase } from './phrase.ts'

/** How many sentences back the same description may be meant. */
const reach = 30

/** Whether a phrase may point back: it opens with "the", "this" or a possessor, and is no predicate. */
export const mayPointBack = ({ mention, kind, role }: Phrase): boolean =>
  kind === 'nominal' &&
  /^(definite|demonstrative|possessive)$/.test(mention?.determiner ?? '') &&
  mention?.predicative !== true &&
  !role.startsWith('appos')

/**
 * Joins "the inquiry" with an earlier phrase of the same head whose words hold all of its own. Bare and
 * indefinite phrases never point back.
 */
export function joinDescriptions(phrases: readonly Phrase[], chains: Chains, join: Join): void {
  const byHead = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    if (phrase.kind !== 'nominal' && phrase.kind !== 'name') continue
    const earlier = byHead.get(phrase.word) ?? []
    byHead.set(phrase.word, [...earlier, phrase])
    if (!mayPointBack(phrase)) continue
    for (const other of earlier.toReversed()) {
      if (phrase.sentence - other.sentence > reach) break
      if (other.kind !== 'nominal' || nested(other, phrase) || other.role.startsWith('appos')) continue
      if (!agree(chains.traits(other), chains.traits(phrase))) continue
      const known = new Set(chains.of(other).flatMap((p) => (p.kind === 'nominal' ? p.words : [])))
      if (!phrase.words.every((word) => known.has(word))) continue
      join(phrase, other, 'same words', descriptionConfidence(phrase, other))
      break
    }
  }
}

/** How often such a pair is one thing, by how it opens and how far apart the two stand. */
function descriptionConfidence(phrase: Phrase, other: Phrase): number {
  const distance = phrase.sentence - other.sentence
  const near = distance === 0 ? 0.85 : distance < 3 ? 0.75 : distance < 10 ? 0.65 : 0.5
  return phrase.words.length > 1 ? Math.min(0.9, near + 0.1) : near
}

import { append } from '../append.ts'
import { eventKindOf } from '../event-kind.ts'
import { agree, type Chains, nested } from './chains.ts'
import type { Join } from './link.ts'
import type { Phrase } from './phrase.ts'

/**
 * Joins "the investigation" and "the council's inquiry" with the one event of that kind that the document
 * has told of, where the phrase says nothing of it that is new.
 */
export function joinEvents(phrases: readonly Phrase[], chains: Chains, join: Join): void {
  const told = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const { mention } = phrase
    if (mention?.type !== 'Event' || phrase.number === 'plural') continue
    const kind = eventKindOf(mention)
    if (kind === undefined) continue
    const earlier = told.get(kind) ?? []
    const pointsBack = /^(definite|demonstrative|possessive)$/.test(mention.determiner ?? '')
    const before = earlier.filter((other) => !nested(other, phrase))
    if (pointsBack && !mention.predicative && new Set(before.map(chains.find)).size === 1) {
      const last = before.at(-1)!
      const known = new Set(chains.of(last).flatMap((p) => p.words))
      const nothingNew = phrase.words.every((word) => word === phrase.word || known.has(word))
      // "Her resignation" may be anybody's: a pronoun is left to the ranker.
      if (nothingNew && opens(phrase) && agree(chains.traits(last), chains.traits(phrase)))
        join(phrase, last, 'event', 0.8)
    }
    append(told, kind, phrase)
  }
}

const opens = ({ mention }: Phrase): boolean => !/^(my|our|your|his|her|its|their)\b/i.test(mention!.text)

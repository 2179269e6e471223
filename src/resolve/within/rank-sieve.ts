import type { Ranker } from '../../model/index.ts'
import type { Chains } from './chains.ts'
import { choices } from './choice.ts'
import type { Join, Sieve } from './link.ts'
import type { Phrase } from './phrase.ts'
import { best, rank } from './ranker.ts'

/** Joins pronouns and descriptions with what the learnt model holds them to stand for. */
export function joinRanked(
  phrases: readonly Phrase[],
  chains: Chains,
  settled: ReadonlySet<Phrase>,
  ranker: Ranker,
  boldness: number,
  join: Join,
): void {
  for (const choice of choices(phrases, chains, settled)) {
    const found = best(choice, rank(choice, ranker), (option) => chains.find(option.phrase), boldness)
    if (found)
      join(choice.phrase, found.option.phrase, sieveOf(choice.phrase, found.option.phrase), found.share)
  }
}

function sieveOf(phrase: Phrase, antecedent: Phrase): Sieve {
  const { pronoun } = phrase
  if (!pronoun) return phrase.word === antecedent.word ? 'same words' : 'description'
  if (antecedent.index > phrase.index) return 'fronted pronoun'
  if (pronoun.number === 'plural') return 'plural pronoun'
  return pronoun.gender === 'neuter' ? 'thing pronoun' : 'person pronoun'
}

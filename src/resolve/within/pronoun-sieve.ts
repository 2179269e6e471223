import type { Chains } from './chains.ts'
import type { Join, Sieve } from './link.ts'
import type { Phrase } from './phrase.ts'
import { candidatesFor } from './salience.ts'

/** Below this salience a pronoun is left open. */
const least = { person: 60, thing: 80, plural: 85 }

/** Joins third-person pronouns, in text order, with the most salient phrase before them that fits. */
export function joinPronouns(phrases: readonly Phrase[], chains: Chains, join: Join): void {
  for (const phrase of phrases) {
    const { pronoun } = phrase
    if (pronoun?.person !== 3) continue
    const kind = pronoun.number === 'plural' ? 'plural' : pronoun.gender === 'neuter' ? 'thing' : 'person'
    const [best, ...others] = candidatesFor(phrase, phrases, chains)
    if (!best || best.score < least[kind]) continue
    const next = others.find((o) => chains.find(o.phrase) !== chains.find(best.phrase))
    const margin = best.score - (next?.score ?? 0)
    const sieve: Sieve = best.phrase.index > phrase.index ? 'fronted pronoun' : `${kind} pronoun`
    join(phrase, best.phrase, sieve, pronounConfidence(kind, margin))
  }
}

function pronounConfidence(kind: 'person' | 'thing' | 'plural', margin: number): number {
  if (kind === 'person') return margin > 20 ? 0.93 : margin > 8 ? 0.85 : 0.65
  if (kind === 'plural') return margin > 25 ? 0.8 : 0.6
  return margin > 40 ? 0.75 : 0.5
}

import { unionFind } from '../union-find.ts'
import type { Gender, Phrase } from './phrase.ts'

/** What the phrases of one chain say together. */
export interface Traits {
  readonly numbers: ReadonlySet<string>
  readonly genders: ReadonlySet<Gender>
  readonly animacies: ReadonlySet<'person' | 'thing' | 'group'>
}

/** Phrases that are held to refer to one thing, joined step by step. */
export interface Chains {
  find(phrase: Phrase): number
  of(phrase: Phrase): readonly Phrase[]
  traits(phrase: Phrase): Traits
  join(a: Phrase, b: Phrase): void
}

/** Starts with a chain for each phrase; `phrases[i].index === i`. */
export function makeChains(phrases: readonly Phrase[]): Chains {
  const sets = unionFind(phrases.length)
  const members: Phrase[][] = phrases.map((phrase) => [phrase])
  const known: (Traits | undefined)[] = new Array(phrases.length)
  const chains: Chains = {
    find: (phrase) => sets.find(phrase.index),
    of: (phrase) => members[sets.find(phrase.index)]!,
    traits(phrase) {
      const root = sets.find(phrase.index)
      known[root] ??= traitsOf(members[root]!)
      return known[root]
    },
    join(a, b) {
      const x = sets.find(a.index)
      const y = sets.find(b.index)
      if (x === y) return
      sets.union(x, y)
      const root = sets.find(x)
      const other = root === x ? y : x
      members[root] = [...members[root]!, ...members[other]!].sort((p, q) => p.index - q.index)
      members[other] = []
      known[root] = undefined
    },
  }
  return chains
}

function traitsOf(chain: readonly Phrase[]): Traits {
  const numbers = new Set<string>()
  const genders = new Set<Gender>()
  const animacies = new Set<'person' | 'thing' | 'group'>()
  for (const { number, gender, animacy } of chain) {
    if (number) numbers.add(number)
    if (gender && gender !== 'neuter') genders.add(gender)
    if (animacy) animacies.add(animacy)
  }
  return { numbers, genders, animacies }
}

const apart = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((value) => b.has(value))

/** Whether two chains may be one: gender agrees, and number too unless one is a body of people. */
export function agree(a: Traits, b: Traits): boolean {
  if (apart(a.genders, b.genders)) return false
  return !apart(a.numbers, b.numbers) || a.animacies.has('group') || b.animacies.has('group')
}

/** Whether one phrase stands inside the other, so that it cannot be the same thing (i-within-i). */
export const nested = (a: Phrase, b: Phrase): boolean =>
  a.sentence === b.sentence &&
  ((a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end))

import { unionFind } from '../union-find.ts'
import type { Gender, Phrase } from './phrase.ts'

/** What the phrases of one chain say together. */
export interface Traits {
  readonly numbers: ReadonlySet<string>
  readonly genders: ReadonlySet<Gender>
  readonly animacies: ReadonlySet<'person' | 'thing' | 'group'>
  /** Entity types of the mentions. */
  readonly types: ReadonlySet<string>
  /** Whether one of them is a name. */
  readonly named: boolean
}

/** Phrases that are held to refer to one thing, joined step by step. */
export interface Chains {
  find(phrase: Phrase): number
  /** All phrases of the chain, in text order. */
  of(phrase: Phrase): readonly Phrase[]
  traits(phrase: Phrase): Traits
  join(a: Phrase, b: Phrase): void
}

/** Starts with a chain for each phrase; `phrases[i].index === i`. */
export function makeChains(phrases: readonly Phrase[]): Chains {
  const sets = unionFind(phrases.length)
  const members: Phrase[][] = phrases.map((phrase) => [phrase])
  const known = phrases.map(traitsOf)
  const chains: Chains = {
    find: (phrase) => sets.find(phrase.index),
    of: (phrase) => members[sets.find(phrase.index)]!,
    traits: (phrase) => known[sets.find(phrase.index)]!,
    join(a, b) {
      const x = sets.find(a.index)
      const y = sets.find(b.index)
      if (x === y) return
      sets.union(x, y)
      const root = sets.find(x)
      const other = root === x ? y : x
      members[root] = inOrder(members[root]!, members[other]!)
      members[other] = []
      known[root] = together(known[root]!, known[other]!)
    },
  }
  return chains
}

/** Two chains as one in text order; the longer takes up the shorter in place, so that long chains grow cheaply. */
function inOrder(a: Phrase[], b: Phrase[]): Phrase[] {
  const [into, from] = a.length < b.length ? [b, a] : [a, b]
  const follows = into.at(-1)!.index < from[0]!.index
  for (const phrase of from) into.push(phrase)
  return follows ? into : into.sort((p, q) => p.index - q.index)
}

const nothing: ReadonlySet<never> = new Set<never>()
const singles = new Map<string, ReadonlySet<string>>()

/** The set of one value, the same for all phrases: a document has hundreds of them. */
function only<T extends string>(value: T | undefined): ReadonlySet<T> {
  if (value === undefined) return nothing
  let found = singles.get(value)
  if (!found) {
    found = new Set([value])
    singles.set(value, found)
  }
  return found as ReadonlySet<T>
}

const holds = <T>(whole: ReadonlySet<T>, part: ReadonlySet<T>): boolean => {
  for (const value of part) if (!whole.has(value)) return false
  return true
}

const union = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> =>
  holds(a, b) ? a : holds(b, a) ? b : new Set([...a, ...b])

function traitsOf({ number, gender, animacy, mention, kind }: Phrase): Traits {
  return {
    numbers: only(number),
    genders: only(gender === 'neuter' ? undefined : gender),
    animacies: only(animacy),
    types: only(mention?.type),
    named: kind === 'name',
  }
}

const together = (a: Traits, b: Traits): Traits => ({
  numbers: union(a.numbers, b.numbers),
  genders: union(a.genders, b.genders),
  animacies: union(a.animacies, b.animacies),
  types: union(a.types, b.types),
  named: a.named || b.named,
})

/** How many phrases of a chain stand before a place in the list of all phrases. */
export function countBefore(chain: readonly Phrase[], index: number): number {
  let low = 0
  let high = chain.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (chain[middle]!.index < index) low = middle + 1
    else high = middle
  }
  return low
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

import { type Chains, countBefore, type Traits } from './chains.ts'
import type { Phrase } from './phrase.ts'

/** What a chain looks like from a phrase that may join it: its members before the phrase. */
export interface ChainView {
  readonly before: readonly Phrase[]
  /** How many there are before the phrase, those not looked at too. */
  readonly size: number
  /** Whether some member has the head word of the phrase. */
  readonly sameWord: boolean
  /** Whether its words, all members together, hold every word of the phrase. */
  readonly covers: boolean
  readonly named: boolean
  /** Members in the sentence of the phrase and the one before. */
  readonly recent: number
  /** One bit each for person, thing, group. */
  readonly animacy: number
  /** 1 for singular, 2 for plural, 3 for both. */
  readonly numbers: number
}

/** How many phrases of a chain are looked at, the last before the place. */
const remembered = 40
const animacies = ['person', 'thing', 'group'] as const

/** Views of chains from one phrase, each made once however many of its members are candidates. */
export function viewsFrom(phrase: Phrase, chains: Chains): (other: Phrase) => ChainView {
  const views = new Map<number, ChainView>()
  return (other) => {
    const root = chains.find(other)
    let view = views.get(root)
    if (!view) {
      view = viewOf(phrase, chains.of(other), chains.traits(other))
      views.set(root, view)
    }
    return view
  }
}

function viewOf(
  phrase: Phrase,
  chain: readonly Phrase[],
  { numbers, animacies: known, named }: Traits,
): ChainView {
  const size = countBefore(chain, phrase.index)
  const before = chain.slice(Math.max(0, size - remembered), size)
  let sameWord = false
  let recent = 0
  let missing: readonly string[] = phrase.pronoun ? [] : phrase.words
  for (const member of before) {
    if (member.word === phrase.word) sameWord = true
    if (member.sentence >= phrase.sentence - 1) recent++
    if (missing.length > 0 && !member.pronoun)
      missing = missing.filter((word) => !member.words.includes(word))
  }
  let animacy = 0
  animacies.forEach((a, i) => {
    if (known.has(a)) animacy |= 1 << i
  })
  return {
    before,
    size,
    sameWord,
    covers: missing.length === 0,
    named,
    recent,
    animacy,
    numbers: (numbers.has('singular') ? 1 : 0) + (numbers.has('plural') ? 2 : 0),
  }
}

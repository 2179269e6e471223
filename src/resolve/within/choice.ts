import { append } from '../append.ts'
import { viewsFrom } from './chain-view.ts'
import { agree, type Chains, nested } from './chains.ts'
import { mayPointBack } from './description-sieve.ts'
import { type FeatureSource, newFeatures, pairFeatures } from './pair-features.ts'
import type { Phrase } from './phrase.ts'
import { mostCandidates, pronounCandidates } from './salience.ts'

/** An earlier phrase that one may stand for, with its features. */
export interface Option {
  readonly phrase: Phrase
  readonly features: FeatureSource
}

/** A phrase that may refer back, what to, and the features of its referring to nothing before it. */
export interface Choice {
  readonly phrase: Phrase
  readonly options: readonly Option[]
  readonly none: FeatureSource
}

const sameWordReach = 30
const otherWordReach = 2

/**
 * The phrases of a document that may refer back, in text order, each with all it may stand for: third-person
 * pronouns, and descriptions that open with "the", "this" or a possessor. Whoever takes a choice joins the
 * chains before the next is asked for.
 */
export function* choices(
  phrases: readonly Phrase[],
  chains: Chains,
  settled: ReadonlySet<Phrase>,
): Generator<Choice> {
  const byHead = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const found =
      phrase.pronoun?.person === 3
        ? pronounCandidates(phrase, phrases, chains)
        : mayPointBack(phrase)
          ? descriptionCandidates(phrase, phrases, byHead.get(phrase.word) ?? [], chains)
          : undefined
    if (phrase.kind === 'nominal' || phrase.kind === 'name') append(byHead, phrase.word, phrase)
    // What a precise rule has joined with something earlier is settled.
    if (!found || settled.has(phrase) || chains.of(phrase)[0]!.index < phrase.index) continue
    const viewOf = viewsFrom(phrase, chains)
    yield {
      phrase,
      options: found.map((other, rank) => ({
        phrase: other,
        features: (sink) => pairFeatures(phrase, other, chains, viewOf(other), rank, sink),
      })),
      none: (sink) => newFeatures(phrase, found, chains, sink),
    }
  }
}

/** Earlier phrases with the same head word, and nearer ones of any, the nearest first. */
function descriptionCandidates(
  phrase: Phrase,
  phrases: readonly Phrase[],
  sameWord: readonly Phrase[],
  chains: Chains,
): Phrase[] {
  const found = new Set<Phrase>()
  const may = (other: Phrase): boolean =>
    !other.title &&
    other.kind !== 'coordination' &&
    !nested(other, phrase) &&
    agree(chains.traits(other), chains.traits(phrase))
  for (let i = phrase.index - 1; i >= 0 && found.size < mostCandidates; i--) {
    const other = phrases[i]!
    if (phrase.sentence - other.sentence > otherWordReach) break
    if ((other.kind === 'name' || other.kind === 'nominal') && may(other)) found.add(other)
  }
  for (let i = sameWord.length - 1; i >= 0 && found.size < 2 * mostCandidates; i--) {
    const other = sameWord[i]!
    if (phrase.sentence - other.sentence > sameWordReach) break
    if (may(other)) found.add(other)
  }
  return [...found].sort((a, b) => b.index - a.index)
}

import type { Annotator, Ranker, Schema } from '../../src/model/index.ts'
import { unionFind } from '../../src/resolve/union-find.ts'
import { viewsFrom } from '../../src/resolve/within/chain-view.ts'
import { type Chains, makeChains } from '../../src/resolve/within/chains.ts'
import type { LinkOptions } from '../../src/resolve/within/find-links.ts'
import { type FeatureSink, newFeatures, pairFeatures } from '../../src/resolve/within/pair-features.ts'
import type { Phrase } from '../../src/resolve/within/phrase.ts'
import { rank } from '../../src/resolve/within/ranker.ts'
import { candidatesFor, pronounCandidates } from '../../src/resolve/within/salience.ts'
import type { GapAnswer } from './gap-score.ts'
import type { GapName, GapSnippet } from './read-gap.ts'
import { resolveText } from './resolve-text.ts'

/**
 * Answers a snippet from its text alone: the names in the chain of the pronoun; and, for the measure that
 * wants one of the two, where the chain holds neither or both, the name that is the more salient candidate.
 */
export function answerGap(
  snippet: GapSnippet,
  annotator: Annotator,
  schema: Schema,
  options: LinkOptions,
): GapAnswer {
  const { phrases, links } = resolveText(snippet.id, snippet.text, annotator, schema, options)
  const sets = unionFind(phrases.length)
  for (const { phrase, antecedent } of links) sets.union(phrase.index, antecedent.index)
  const pronoun = phrases.find((p) => p.kind === 'pronoun' && p.head === snippet.pronoun.start)
  const rootsOf = ({ text, start }: GapName): Set<number> => {
    const end = start + text.length
    const fitting = phrases.filter(
      (p) =>
        p.mention &&
        p.kind !== 'pronoun' &&
        ((p.head >= start && p.head < end) ||
          (p.mention.start <= start && p.mention.end >= end && p.kind === 'name')),
    )
    return new Set(fitting.map((p) => sets.find(p.index)))
  }
  const roots = snippet.names.map(rootsOf) as [Set<number>, Set<number>]
  const own = pronoun ? sets.find(pronoun.index) : -1
  const free: [boolean, boolean] = [roots[0].has(own), roots[1].has(own)]
  let chosen = free
  if (pronoun && free[0] === free[1]) {
    const chains = makeChains(phrases)
    // As the pronoun was met: what later pronouns were held to be is not known yet.
    for (const { phrase, antecedent } of links)
      if (!phrase.pronoun || phrase.index < pronoun.index) chains.join(phrase, antecedent)
    const best: [number, number] = [0, 0]
    for (const { phrase, weight } of weigh(pronoun, phrases, chains, options.ranker))
      for (const i of [0, 1] as const) if (roots[i].has(sets.find(phrase.index))) best[i] += weight
    chosen = [best[0] > best[1], best[1] > best[0]]
  }
  return {
    feminine: /^(she|her|hers)$/i.test(snippet.pronoun.text),
    truth: [snippet.names[0].is, snippet.names[1].is],
    free,
    chosen,
  }
}

/** How much speaks for each candidate: its share by the learnt model, else the power of its salience. */
function weigh(
  pronoun: Phrase,
  phrases: readonly Phrase[],
  chains: Chains,
  ranker: Ranker | undefined,
): { phrase: Phrase; weight: number }[] {
  if (!ranker)
    return candidatesFor(pronoun, phrases, chains).map(({ phrase, score }) => ({
      phrase,
      weight: 2 ** score,
    }))
  const found = pronounCandidates(pronoun, phrases, chains)
  const viewOf = viewsFrom(pronoun, chains)
  const options = found.map((phrase, place) => ({
    phrase,
    features: (sink: FeatureSink) => pairFeatures(pronoun, phrase, chains, viewOf(phrase), place, sink),
  }))
  const none = (sink: FeatureSink): void => newFeatures(pronoun, found, chains, sink)
  const shares = rank({ phrase: pronoun, options, none }, ranker).options
  return found.map((phrase, i) => ({ phrase, weight: shares[i]! }))
}

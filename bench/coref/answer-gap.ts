import type { Annotator, Schema } from '../../src/model/index.ts'
import { unionFind } from '../../src/resolve/union-find.ts'
import { makeChains } from '../../src/resolve/within/chains.ts'
import { candidatesFor } from '../../src/resolve/within/salience.ts'
import type { GapAnswer } from './gap-score.ts'
import type { GapName, GapSnippet } from './read-gap.ts'
import { resolveText } from './resolve-text.ts'

/**
 * Answers a snippet from its text alone: the names in the chain of the pronoun; and, for the measure that
 * wants one of the two, where the chain holds neither or both, the name that is the more salient candidate.
 */
export function answerGap(snippet: GapSnippet, annotator: Annotator, schema: Schema): GapAnswer {
  const { phrases, links } = resolveText(snippet.id, snippet.text, annotator, schema)
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
    for (const { phrase, antecedent } of links)
      if (phrase.index !== pronoun.index) chains.join(phrase, antecedent)
    const best = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number]
    for (const { phrase, score } of candidatesFor(pronoun, phrases, chains))
      for (const i of [0, 1] as const)
        if (roots[i].has(sets.find(phrase.index))) best[i] = Math.max(best[i], score)
    chosen = [best[0] > best[1], best[1] > best[0]]
  }
  return {
    feminine: /^(she|her|hers)$/i.test(snippet.pronoun.text),
    truth: [snippet.names[0].is, snippet.names[1].is],
    free,
    chosen,
  }
}

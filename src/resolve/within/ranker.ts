import type { Ranker } from '../../model/index.ts'
import type { Choice, Option } from './choice.ts'
import type { FeatureSource } from './pair-features.ts'

/** How likely a phrase stands for each of its options, and for nothing before it; all sum to one. */
export interface Ranking {
  readonly options: readonly number[]
  readonly none: number
}

function scoreOf(features: FeatureSource, { weights, scale }: Ranker): number {
  let sum = 0
  features((feature) => {
    sum += weights[feature]!
  })
  return sum / scale
}

/** Weighs the options of a choice (mention ranking after Denis & Baldridge 2008, with "none" among them). */
export function rank({ options, none }: Choice, ranker: Ranker): Ranking {
  const scores = options.map((option) => scoreOf(option.features, ranker))
  const rest = scoreOf(none, ranker)
  const top = Math.max(rest, ...scores)
  const weights = scores.map((score) => Math.exp(score - top))
  const without = Math.exp(rest - top)
  const total = weights.reduce((sum, weight) => sum + weight, without)
  return { options: weights.map((weight) => weight / total), none: without / total }
}

/**
 * The option to take, with the share of its whole chain; nothing where "none" is likelier, or more than
 * `boldness` times as likely.
 */
export function best(
  choice: Choice,
  ranking: Ranking,
  chainOf: (option: Option) => number,
  boldness = 1,
): { readonly option: Option; readonly share: number } | undefined {
  const shares = new Map<number, number>()
  choice.options.forEach((option, i) => {
    const chain = chainOf(option)
    shares.set(chain, (shares.get(chain) ?? 0) + ranking.options[i]!)
  })
  let top = -1
  choice.options.forEach((option, i) => {
    if (top < 0) top = i
    else {
      const mine = shares.get(chainOf(option))!
      const theirs = shares.get(chainOf(choice.options[top]!))!
      if (mine > theirs || (mine === theirs && ranking.options[i]! > ranking.options[top]!)) top = i
    }
  })
  const option = choice.options[top]
  if (!option) return undefined
  const share = shares.get(chainOf(option))!
  return share * boldness > ranking.none ? { option, share } : undefined
}

import type { Span } from '../../src/model/index.ts'
import { unionFind } from '../../src/resolve/union-find.ts'
import type { Linking } from '../../src/resolve/within/find-links.ts'
import type { Phrase } from '../../src/resolve/within/phrase.ts'
import type { GoldMention } from './read-ontogum.ts'
import type { Clusters } from './tally.ts'

const key = (first: number, last: number): string => `${first}-${last}`

/** The clusters of the gold data, mentions as token ranges. */
export function goldClusters(mentions: readonly GoldMention[]): Clusters {
  const byEntity = new Map<string, string[]>()
  for (const { first, last, entity } of mentions)
    byEntity.set(entity, [...(byEntity.get(entity) ?? []), key(first, last)])
  return [...byEntity.values()]
}

/** Names a span of the text by the tokens it covers. */
export function tokenKey(spans: readonly Span[]): (span: Span) => string {
  const firstAt = (place: number): number => {
    let low = 0
    let high = spans.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]!.end > place) high = middle
      else low = middle + 1
    }
    return low
  }
  return ({ start, end }) => key(firstAt(start), firstAt(end - 1))
}

/** The chains that all links make: whole phrases, nothing that stands alone, each span once. */
export function foundClusters({ phrases, links }: Linking, keyOf: (phrase: Phrase) => string): Clusters {
  const sets = unionFind(phrases.length)
  for (const { phrase, antecedent, sieve } of links)
    if (sieve !== 'office') sets.union(phrase.index, antecedent.index)
  const clusters = new Map<number, Set<string>>()
  const seen = new Set<string>()
  for (const phrase of phrases) {
    const name = keyOf(phrase)
    if (phrase.title || seen.has(name)) continue
    seen.add(name)
    const root = sets.find(phrase.index)
    clusters.set(root, (clusters.get(root) ?? new Set()).add(name))
  }
  return [...clusters.values()].filter((c) => c.size > 1).map((c) => [...c])
}

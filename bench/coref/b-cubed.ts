import { type Clusters, clusterOf, type Tally } from './tally.ts'

/** For each mention of `clusters` the share of its cluster that the other partition keeps with it, summed. */
function overlap(clusters: Clusters, other: Clusters): { part: number; whole: number } {
  const of = clusterOf(other)
  let part = 0
  let whole = 0
  for (const cluster of clusters) {
    const counts = new Map<number, number>()
    for (const mention of cluster) {
      const found = of.get(mention)
      if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1)
    }
    for (const count of counts.values()) part += (count * count) / cluster.length
    whole += cluster.length
  }
  return { part, whole }
}

/** B-cubed (Bagga & Baldwin 1998), a mention that the other side lacks counting nothing (Pradhan et al. 2014). */
export function bCubed(gold: Clusters, found: Clusters): Tally {
  const recall = overlap(gold, found)
  const precision = overlap(found, gold)
  return { right: recall.part, gold: recall.whole, rightFound: precision.part, found: precision.whole }
}

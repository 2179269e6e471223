import { type Clusters, clusterOf, type Tally } from './tally.ts'

/** Links that a partition keeps: for each cluster its size less the parts it falls into, of its size less one. */
function kept(clusters: Clusters, other: Clusters): { part: number; whole: number } {
  const of = clusterOf(other)
  let part = 0
  let whole = 0
  for (const cluster of clusters) {
    const parts = new Set<number>()
    let alone = 0
    for (const mention of cluster) {
      const found = of.get(mention)
      if (found === undefined) alone++
      else parts.add(found)
    }
    part += cluster.length - (parts.size + alone)
    whole += cluster.length - 1
  }
  return { part, whole }
}

/** MUC (Vilain et al. 1995): shared links. */
export function muc(gold: Clusters, found: Clusters): Tally {
  const recall = kept(gold, found)
  const precision = kept(found, gold)
  return { right: recall.part, gold: recall.whole, rightFound: precision.part, found: precision.whole }
}

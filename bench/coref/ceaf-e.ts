import { bestAssignment } from './best-assignment.ts'
import { type Clusters, clusterOf, type Tally } from './tally.ts'

/** CEAF-e (Luo 2005): the best one-to-one matching of clusters under twice the overlap by the sum of sizes. */
export function ceafE(gold: Clusters, found: Clusters): Tally {
  const size = Math.max(gold.length, found.length)
  const of = clusterOf(found)
  const cost = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  gold.forEach((cluster, row) => {
    const counts = new Map<number, number>()
    for (const mention of cluster) {
      const column = of.get(mention)
      if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1)
    }
    for (const [column, count] of counts)
      cost[row]![column] = (-2 * count) / (cluster.length + found[column]!.length)
  })
  const columns = bestAssignment(cost)
  const right = columns.reduce((total, column, row) => total - cost[row]![column]!, 0)
  return { right, gold: gold.length, rightFound: right, found: found.length }
}

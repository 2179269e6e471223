/** Mentions that refer to one thing, each by a key that tells its span. */
export type Cluster = readonly string[]
export type Clusters = readonly Cluster[]

/** What a metric counts in one document: recall is `right / gold`, precision `rightFound / found`. */
export interface Tally {
  readonly right: number
  readonly gold: number
  readonly rightFound: number
  readonly found: number
}

/** Recall, precision and F1, each 0 to 100. */
export interface Score {
  readonly recall: number
  readonly precision: number
  readonly f1: number
}

/** The index of the cluster that holds each mention. */
export function clusterOf(clusters: Clusters): Map<string, number> {
  return new Map(clusters.flatMap((cluster, index) => cluster.map((mention) => [mention, index] as const)))
}

/** Adds the tallies of many documents and takes recall, precision and F1 of the sums. */
export function scoreOf(tallies: readonly Tally[]): Score {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0)
  const gold = sum((t) => t.gold)
  const found = sum((t) => t.found)
  const recall = gold === 0 ? 0 : (100 * sum((t) => t.right)) / gold
  const precision = found === 0 ? 0 : (100 * sum((t) => t.rightFound)) / found
  const f1 = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision)
  return { recall, precision, f1 }
}

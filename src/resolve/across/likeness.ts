import { append } from '../append.ts'
import type { Clusters, Grounds } from './clusters.ts'

/** From this score two clusters are joined; from `unsure` on a refusal is kept for people to look at. */
export const enough = 0.75
export const unsure = 0.4

/** What speaks for a join, each from 0 to 1, by what it is. */
export type Features = Record<string, number>

/**
 * The chance that independent signs do not all mislead (noisy or; Pearl 1988, section 4.3): one weak sign
 * changes little, several add up, none counts twice.
 */
export const scoreOf = (features: Features): number =>
  Math.round(100 * (1 - Object.values(features).reduce((doubt, sign) => doubt * (1 - sign), 1))) / 100

/** A few documents mostly tell one story: there a name that fits one thing needs no further sign. */
export const hasFewDocuments = ({ entities }: Clusters): boolean =>
  new Set(entities.map((e) => e.document)).size <= 20

/** A join that a rule proposes between a cluster that is short of something and one that has it. */
export interface Proposal extends Grounds {
  readonly a: number
  readonly b: number
}

/** How much better the best target must be than the next. */
const margin = 0.1

/**
 * Joins each `a` with its best `b`, the surest first: above the threshold, and clearly better than the next
 * cluster that it would fit. What is not joined is kept as refused.
 */
export function settle(clusters: Clusters, proposals: readonly Proposal[]): void {
  const rivals = new Map<number, Proposal[]>()
  for (const proposal of proposals) append(rivals, proposal.a, proposal)
  const bySureness = (p: Proposal, q: Proposal): number => q.score - p.score || p.a - q.a || p.b - q.b
  for (const list of rivals.values()) list.sort(bySureness)
  for (const { a, b, ...grounds } of [...proposals].sort(bySureness)) {
    if (grounds.score < unsure || clusters.find(a) === clusters.find(b)) continue
    const rival = rivals
      .get(a)!
      .find((p) => clusters.find(p.b) !== clusters.find(b) && clusters.conflict(p.a, p.b) === undefined)
    if (rival && rival.score > grounds.score - margin)
      clusters.refuse(a, b, grounds, `${nameOf(clusters, rival.b)} fits as well`)
    else if (grounds.score < enough) clusters.refuse(a, b, grounds, 'too little speaks for it')
    else clusters.join(a, b, grounds)
  }
}

const nameOf = ({ entities }: Clusters, entity: number): string =>
  entities[entity]!.names[0]?.join(' ') ?? entities[entity]!.mentions[0]!.text

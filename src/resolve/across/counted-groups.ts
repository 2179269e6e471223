import type { Claim } from '../../model/index.ts'
import type { LocalEntity, LocalResolution } from '../local-entity.ts'
import type { Clusters } from './clusters.ts'

/**
 * "14 officers" here and there are one group only where head, count, predicate and the other participant
 * agree: who investigated 14 officers may well have investigated the same.
 */
export function joinCountedGroups(clusters: Clusters, locals: readonly LocalResolution[]): void {
  const first = new Map<string, number>()
  for (const { claims, entityOf } of locals) {
    for (const claim of claims.claims)
      for (const side of ['subject', 'object'] as const) {
        const group = entityOf.get(claim[side])
        const other = entityOf.get(claim[side === 'subject' ? 'object' : 'subject'])
        const counted = group && countOf(group)
        if (counted === undefined || !other?.named) continue
        const number = clusters.numberOf(group!)
        const key = `${counted} ${signOf(claim, side)} ${clusters.find(clusters.numberOf(other))}`
        const known = first.get(key)
        if (known === undefined) first.set(key, number)
        else clusters.join(known, number, { rule: 'counted group', score: 0.8 })
      }
  }
}

const signOf = ({ relation, polarity }: Claim, side: string): string => `${side} ${relation} ${polarity}`

/** Head and count of a group that is never named and always counted alike. */
export function countOf({ named, type, mentions }: LocalEntity): string | undefined {
  if (named || type === 'Person') return undefined
  const counts = new Set(
    mentions.flatMap((m) => (m.count === undefined ? [] : [`${m.head.lemma} ${m.count}`])),
  )
  return counts.size === 1 ? [...counts][0] : undefined
}

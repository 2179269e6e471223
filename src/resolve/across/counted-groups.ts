import type { Claim } from '../../model/index.ts'
import type { LocalEntity, LocalResolution } from '../local-entity.ts'
import type { Clusters } from './clusters.ts'

/**
 * "14 officers" here and there are one group only where head, count, predicate and the other participant
 * agree: who investigated 14 officers may well have investigated the same.
 */
export function joinCountedGroups(clusters: Clusters, locals: readonly LocalResolution[]): void {
  const number = new Map<LocalEntity, number>()
  clusters.entities.forEach((entity, index) => {
    if (entity.named || entity.mentions.some((m) => m.count !== undefined)) number.set(entity, index)
  })
  const first = new Map<string, number>()
  for (const { claims, entityOf } of locals) {
    const at = (mention: string): number | undefined => {
      const entity = entityOf.get(mention)
      return entity && number.get(entity)
    }
    for (const claim of claims.claims)
      for (const side of ['subject', 'object'] as const) {
        const group = at(claim[side])
        const other = at(claim[side === 'subject' ? 'object' : 'subject'])
        if (group === undefined || other === undefined || !clusters.entities[other]!.named) continue
        const counted = countOf(clusters.entities[group]!)
        if (counted === undefined) continue
        const key = `${counted} ${signOf(claim, side)} ${clusters.find(other)}`
        const known = first.get(key)
        if (known === undefined) first.set(key, group)
        else if (countOf(clusters.entities[known]!) === counted)
          clusters.join(known, group, { rule: 'counted group', score: 0.8 })
      }
  }
}

const signOf = ({ relation, polarity }: Claim, side: string): string => `${side} ${relation} ${polarity}`

/** Head and count of a group that is never named and always counted alike. */
function countOf({ named, type, mentions }: LocalEntity): string | undefined {
  const counts = new Set(
    mentions.flatMap((m) => (m.count === undefined ? [] : [`${m.head.lemma} ${m.count}`])),
  )
  return named || type === 'Person' || counts.size !== 1 ? undefined : [...counts][0]
}

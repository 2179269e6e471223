import type { ConstraintIndex, UnmetConstraint } from '../constraints.ts'
import type { LocalResolution } from '../local-entity.ts'
import type { Clusters } from './clusters.ts'

/** Joins what constraints hold together. Gives those that could not be kept, and why. */
export function joinTogether(
  clusters: Clusters,
  locals: readonly LocalResolution[],
  { constraints }: ConstraintIndex,
): UnmetConstraint[] {
  if (constraints.together.length === 0) return []
  const local = new Map(locals.map((l) => [l.claims.document, l]))
  const unmet: UnmetConstraint[] = []
  for (const { mentions, reason } of constraints.together) {
    let first: number | undefined
    for (const { document, mention } of mentions) {
      const entity = local.get(document)?.entityOf.get(mention)
      if (!entity) {
        unmet.push({ reason, because: `nothing is at ${mention} of ${document}` })
        continue
      }
      const index = clusters.numberOf(entity)
      first ??= index
      const because = clusters.joinRuled(first, index, { rule: reason, score: 1 })
      if (because !== undefined) unmet.push({ reason, because })
    }
  }
  return unmet
}

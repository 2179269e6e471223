import type { ConstraintIndex, UnmetConstraint } from '../constraints.ts'
import type { Copies } from '../copies.ts'
import type { LocalEntity, LocalResolution } from '../local-entity.ts'
import { joinBodies } from './bodies.ts'
import { type Clusters, type JoinRecord, makeClusters } from './clusters.ts'
import { joinTogether } from './constrained.ts'
import { joinCopied } from './copied.ts'
import { joinCountedGroups } from './counted-groups.ts'
import { joinEvents } from './events.ts'
import { type Settled, settleImplied } from './implied-subjects.ts'
import { findNeighbours, namesBeside } from './neighbours.ts'
import { joinOffices } from './offices.ts'
import { joinPeople } from './people.ts'
import { joinSameNames, joinUntyped } from './same-names.ts'

/** What the entities of all documents are together. */
export interface AcrossResolution {
  /** Each group is one node, in the order of the entities. */
  readonly groups: readonly (readonly LocalEntity[])[]
  readonly clusters: JoinRecord
  readonly unmet: readonly UnmetConstraint[]
  /** Claims without their subject that are evidence all the same. */
  readonly settled: Settled
}

/**
 * Groups the entities of all documents that are the same thing. What people have ruled comes first, then
 * what is the same by its words, then what a score over several signs holds to be the same. Candidates come
 * from blocks, never from all pairs; every join is checked against all that is known of both clusters.
 */
export function resolveAcross(
  locals: readonly LocalResolution[],
  copies: Copies,
  constraints: ConstraintIndex,
): AcrossResolution {
  const entities = locals.flatMap((local) => local.entities)
  const clusters = makeClusters(entities, constraints)
  const unmet = joinTogether(clusters, locals, constraints)
  const beside = namesBeside(clusters)
  joinSameNames(clusters, findNeighbours(clusters, beside))
  joinUntyped(clusters)
  joinCopied(clusters, copies)
  joinOffices(clusters)
  // Surroundings are seen anew once the clusters of names have grown.
  joinPeople(clusters, findNeighbours(clusters, beside))
  joinBodies(clusters, findNeighbours(clusters, beside))
  joinEvents(clusters, locals)
  joinCountedGroups(clusters, locals)
  const settled = settleImplied(clusters, locals)
  const { joins, refusals } = clusters
  return { groups: groupsOf(clusters), clusters: { entities, joins, refusals }, unmet, settled }
}

function groupsOf({ entities, find }: Clusters): LocalEntity[][] {
  const groups: LocalEntity[][] = []
  const place = new Int32Array(entities.length)
  entities.forEach((entity, index) => {
    const root = find(index)
    // The smallest number of a cluster names it, so the first to come opens the group.
    if (root === index) place[root] = groups.push([entity]) - 1
    else groups[place[root]!]!.push(entity)
  })
  return groups
}

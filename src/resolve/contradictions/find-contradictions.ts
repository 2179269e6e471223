import type { Contradiction, DocumentClaims, Entity, Relation, Schema } from '../../model/index.ts'
import { findCounts } from './counts.ts'
import type { Disputed } from './dispute.ts'
import { findOpposites } from './opposites.ts'
import { findSingleValues } from './single-values.ts'

/** What stands against each other, and relations that later ones have overtaken, by their keys. */
export interface Contradictions {
  readonly contradictions: readonly Contradiction[]
  readonly superseded: ReadonlyMap<string, string>
}

/**
 * Finds relations that cannot all hold. All of them stay in the graph; this only says where they stand. In the
 * order of the keys of their first edges.
 */
export function findContradictions(
  relations: readonly Relation[],
  entities: readonly Entity[],
  schema: Schema,
  documents: readonly Pick<DocumentClaims, 'document' | 'date'>[],
): Contradictions {
  const dates = new Map(documents.map(({ document, date }) => [document, date]))
  const disputed: Disputed = {
    relations,
    entities: new Map(entities.map((entity) => [entity.key, entity])),
    schema,
    dateOf: (document) => dates.get(document),
  }
  const { contradictions, superseded } = findOpposites(disputed)
  const all = [...contradictions, ...findSingleValues(disputed), ...findCounts(disputed)]
  const order = ({ kind, edges }: Contradiction): string => [...edges, kind].join('\t')
  return { contradictions: all.sort((a, b) => (order(a) < order(b) ? -1 : 1)), superseded }
}

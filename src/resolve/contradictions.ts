import type { Contradiction, Relation } from '../model/index.ts'

/**
 * Relations that cannot both hold: one thing said and denied of the same two entities. Both stay in the
 * graph; this only says where they stand. In the order of the keys.
 */
export function findContradictions(relations: readonly Relation[]): Contradiction[] {
  const positive = new Map<string, string>()
  const name = ({ source, relation, target }: Relation): string => `${source}|${relation}|${target}`
  for (const relation of relations)
    if (relation.polarity === 'positive') positive.set(name(relation), relation.key)
  return relations.flatMap((relation) => {
    const other = relation.polarity === 'negative' ? positive.get(name(relation)) : undefined
    return other === undefined ? [] : [{ kind: 'polarity', edges: [other, relation.key] }]
  })
}

import type { OpenedGraph } from '../graph/index.ts'
import { type Answer, answerOf, type EvidenceOption, type RelationRow, relationRows } from './answer.ts'
import { type ApartRow, type IdentityRow, whyApart, whyOne } from './identity.ts'
import { matchOne } from './match-name.ts'
import { edgesBetween, path } from './path.ts'

/** What `why` gives: relations between two entities, or the joins that made two names one entity. */
export interface WhyAnswer extends Answer<RelationRow | IdentityRow> {
  /** Why two alike entities are not one, where a rule had considered it. */
  readonly apart?: ApartRow
}

/**
 * Why two entities are connected: every relation between them with all of its evidence, and what kept them
 * apart if they are alike. For two names of one entity: the joins that made it one.
 */
export function why(source: OpenedGraph, a: string, b: string, options: EvidenceOption = {}): WhyAnswer {
  const rows = relationRows(source, options)
  const first = matchOne(source, a)
  const second = matchOne(source, b)
  const matches = [first.match, second.match]
  const notes = [...first.notes, ...second.notes]
  if (first.key === second.key) {
    const items = whyOne(source, first.key, a, b)
    notes.push(
      items.length > 0
        ? `Both are ${first.key}, by these joins.`
        : `Both are ${first.key}; no joins between these names are kept in the graph's folder.`,
    )
    return answerOf<RelationRow | IdentityRow>({ question: 'why', matches, notes, items })
  }
  const apart = whyApart(source, first.key, second.key)
  if (apart) notes.push(`They are two entities: ${apart.because} (${apart.rule}, ${apart.score} of 1).`)
  const kept = apart ? { apart } : {}
  const direct = edgesBetween(source, first.key, second.key)
  if (direct.length > 0) {
    const items = direct.map((edge) => rows.row(edge))
    notes.push(...rows.notes())
    return Object.assign(
      answerOf<RelationRow | IdentityRow>({ question: 'why', matches, notes, items }),
      kept,
    )
  }
  const [shortest] = path(source, first.key, second.key, { ...options, count: 1 }).items
  if (!shortest) notes.push('Nothing connects them.')
  else
    notes.push(
      `Nothing connects them directly; this is the shortest way: ${shortest.entities.map(({ label }) => label).join(' – ')}.`,
    )
  const items = shortest?.steps.flatMap(({ relations }) => relations) ?? []
  return Object.assign(answerOf<RelationRow | IdentityRow>({ question: 'why', matches, notes, items }), kept)
}

import type { OpenedGraph } from '../graph/index.ts'
import { type Answer, answerOf, type EvidenceOption, type RelationRow, relationRows } from './answer.ts'
import { matchOne } from './match-name.ts'
import { edgesBetween, path } from './path.ts'

/** Why two entities are connected: every relation between them with all of its evidence. */
export function why(
  source: OpenedGraph,
  a: string,
  b: string,
  options: EvidenceOption = {},
): Answer<RelationRow> {
  const rows = relationRows(source, options)
  const first = matchOne(source, a)
  const second = matchOne(source, b)
  const matches = [first.match, second.match]
  const notes = [...first.notes, ...second.notes]
  const direct = edgesBetween(source, first.key, second.key)
  if (direct.length > 0) {
    const items = direct.map((edge) => rows.row(edge))
    return answerOf({ question: 'why', matches, notes: [...notes, ...rows.notes()], items })
  }
  const [shortest] = path(source, first.key, second.key, { ...options, count: 1 }).items
  if (!shortest) notes.push('Nothing connects them.')
  else
    notes.push(
      `Nothing connects them directly; this is the shortest way: ${shortest.entities.map(({ label }) => label).join(' – ')}.`,
    )
  const items = shortest?.steps.flatMap(({ relations }) => relations) ?? []
  return answerOf({ question: 'why', matches, notes, items })
}

import type { BuildResult } from '../build.ts'
import type { DecisionCounts } from '../model/index.ts'
import { problemCounts } from './report-problems.ts'

/** A number with its noun: `1 document`, `12 documents`. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

/** What came of decisions, on one line: `7 decisions replayed, 1 not applied; 2 relations rejected`. */
export function decisionSummary(decided: DecisionCounts): string {
  const { applied, unused, rejectedEntities, rejectedRelations } = decided
  const parts = [
    `${counted(applied, 'decision', 'decisions')} replayed${unused > 0 ? `, ${unused} not applied` : ''}`,
    ...(rejectedEntities > 0 ? [`${counted(rejectedEntities, 'entity', 'entities')} rejected`] : []),
    ...(rejectedRelations > 0 ? [`${counted(rejectedRelations, 'relation', 'relations')} rejected`] : []),
  ]
  return parts.join('; ')
}

/** What a build gave, in a few lines: documents, entities, relations, evidence, and problems by kind. */
export function buildSummary(
  { counts, problems, graph }: Pick<BuildResult, 'counts' | 'problems' | 'graph'>,
  out: string,
): string {
  const parts = [
    counted(counts.documents, 'document', 'documents'),
    counted(counts.entities, 'entity', 'entities'),
    counted(counts.relations, 'relation', 'relations'),
    counted(counts.evidence, 'piece of evidence', 'pieces of evidence'),
  ]
  const lines = [`${out}: ${parts.join(', ')}`]
  if (counts.derived)
    lines.push(`${counted(counts.derived, 'relation follows', 'relations follow')} from others by rules`)
  const decided = graph?.getAttribute('decisions')
  if (decided) lines.push(decisionSummary(decided))
  lines.push(...problemCounts(problems))
  if (problems.length > 0) lines.push(`All problems are in ${out}/problems.jsonl.`)
  return `${lines.join('\n')}\n`
}

import type { BuildResult } from '../build.ts'
import { problemCounts } from './report-problems.ts'

/** A number with its noun: `1 document`, `12 documents`. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

/** What a build gave, in a few lines: documents, entities, relations, evidence, and problems by kind. */
export function buildSummary({ counts, problems }: BuildResult, out: string): string {
  const parts = [
    counted(counts.documents, 'document', 'documents'),
    counted(counts.entities, 'entity', 'entities'),
    counted(counts.relations, 'relation', 'relations'),
    counted(counts.evidence, 'piece of evidence', 'pieces of evidence'),
  ]
  const lines = [`${out}: ${parts.join(', ')}`, ...problemCounts(problems)]
  if (problems.length > 0) lines.push(`All problems are in ${out}/problems.jsonl.`)
  return `${lines.join('\n')}\n`
}

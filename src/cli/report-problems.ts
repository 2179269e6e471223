import { readFileSync } from 'node:fs'
import type { Problem } from '../model/index.ts'
import { problemText } from './problem-text.ts'
import { styleFor } from './style.ts'

/** Warnings of one kind that are printed unless all are asked for. */
const most = 10

/** The text of a file that the user named by its path, where a problem points into it. */
function sourceText({ code, file, line }: Problem): string | undefined {
  if (!/^(schema|decision)-/.test(code) || file === undefined || line === undefined) return undefined
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * The problems as text, errors and warnings in full. Of one kind of warning ten are shown and the others
 * counted, and what is only information is left out, unless `verbose`.
 */
export function problemsText(problems: readonly Problem[], verbose: boolean): string {
  const shown = new Map<string, number>()
  const pieces: string[] = []
  const style = styleFor(process.stderr)
  for (const problem of problems) {
    if (!verbose && problem.severity === 'info') continue
    const number = (shown.get(problem.code) ?? 0) + 1
    if (problem.severity === 'warning') shown.set(problem.code, number)
    if (verbose || problem.severity === 'error' || number <= most)
      pieces.push(problemText(problem, sourceText(problem), style))
  }
  for (const [code, number] of shown)
    if (!verbose && number > most)
      pieces.push(`${number - most} more warnings [${code}]; --verbose shows them.\n`)
  return pieces.join('')
}

const plurals = { error: 'errors', warning: 'warnings', info: 'notes' } as const

/** How many problems of each severity and kind there are, a line each: `2 errors: file-empty 1, file-binary 1`. */
export function problemCounts(problems: readonly Problem[]): string[] {
  return (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const counts = new Map<string, number>()
    for (const problem of problems)
      if (problem.severity === severity) counts.set(problem.code, (counts.get(problem.code) ?? 0) + 1)
    if (counts.size === 0) return []
    const kinds = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    const total = kinds.reduce((sum, [, count]) => sum + count, 0)
    const name = total === 1 ? (severity === 'info' ? 'note' : severity) : plurals[severity]
    return [`${total} ${name}: ${kinds.map(([code, count]) => `${code} ${count}`).join(', ')}`]
  })
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DecisionReading, readDecisions } from '../resolve/decisions/read-decisions.ts'

/** The name of the decisions file of an output folder. */
export const decisionsName = 'decisions.yaml'

/**
 * Reads the decisions of a file, or of the decisions.yaml of an output folder; none where the folder has no such
 * file. What is wrong is a problem with line and column; with an error among them they must not be used.
 */
export function loadDecisions(file: string | undefined, out: string | undefined): DecisionReading {
  if (file === undefined && (out === undefined || !existsSync(join(out, decisionsName))))
    return { decisions: [], problems: [] }
  // Problems go into the output, which must not tell where it lies.
  const name = file ?? decisionsName
  let text: string
  try {
    text = readFileSync(file ?? join(out!, decisionsName), 'utf8')
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'it is not there' : String(error)
    const message = `The decisions in ${name} cannot be read: ${reason}`
    const hint = 'Check the path after --decisions.'
    return {
      decisions: [],
      problems: [{ severity: 'error', code: 'decision-invalid', message, hint, file: name }],
    }
  }
  return readDecisions(text.replace(/^\uFEFF/, ''), name)
}

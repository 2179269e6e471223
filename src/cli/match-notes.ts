import type { NameMatch } from '../query/index.ts'
import { foldText } from '../query/index.ts'
import { printable } from './printable.ts'

/** Entities of one name that are listed. */
const most = 5

/** How the names of a question were understood, where that is not plain: a line each. */
export function matchNotes(matches: readonly NameMatch[]): string[] {
  return matches.flatMap(({ asked, entities }) => {
    const [first] = entities
    if (
      !first ||
      (entities.length === 1 && (first.as === 'key' || foldText(first.label) === foldText(asked)))
    )
      return []
    const names = entities.slice(0, most).map(({ key, label }) => `${label} (${key})`)
    const more = entities.length > most ? ` and ${entities.length - most} more` : ''
    return [printable(`"${asked}" stands for ${names.join(', ')}${more}.`)]
  })
}

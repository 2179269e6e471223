import type { NameMatch } from '../query/index.ts'
import { foldText } from '../query/index.ts'
import { printable } from './printable.ts'

/** Entities of one name that are listed. */
const most = 5

/** What a person must know of an answer: how its names were understood, where that is not plain, and its notes. */
export function answerNotes({
  matches,
  notes,
}: {
  readonly matches: readonly NameMatch[]
  readonly notes: readonly string[]
}): string[] {
  const understood = matches.flatMap(({ asked, entities }) => {
    if (notes.some((note) => note.startsWith(`"${asked}" could also be `))) return []
    const [first] = entities
    if (
      !first ||
      (entities.length === 1 && (first.as === 'key' || foldText(first.label) === foldText(asked)))
    )
      return []
    const names = entities.slice(0, most).map(({ key, label }) => `${label} (${key})`)
    const more = entities.length > most ? ` and ${entities.length - most} more` : ''
    return [`"${asked}" stands for ${names.join(', ')}${more}.`]
  })
  return [...understood, ...notes].map(printable)
}

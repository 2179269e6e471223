import type { JSX } from 'preact'
import type { Note } from '../../../src/model/graph.ts'
import { t } from '../text/language.ts'
import { sayDate } from '../text/say.ts'

/** What people have decided and remarked about a thing. */
export function Notes({
  decisions = [],
  notes = [],
}: {
  decisions?: readonly string[]
  notes?: readonly Note[]
}): JSX.Element | null {
  if (decisions.length + notes.length === 0) return null
  return (
    <div class="notes">
      {decisions.length > 0 && (
        <p class="chips">
          {decisions.map((kind) => (
            <span key={kind} class="chip decided">
              ✎ {t().decided[kind] ?? kind}
            </span>
          ))}
        </p>
      )}
      {notes.map(({ text, by, when }) => (
        <blockquote key={text}>
          <bdi>{text}</bdi>
          {(by !== undefined || when !== undefined) && (
            <footer>{[by, when && sayDate(when)].filter(Boolean).join(', ')}</footer>
          )}
        </blockquote>
      ))}
    </div>
  )
}

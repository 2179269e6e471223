import type { JSX } from 'preact'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'

/** How a thing of a comparison differs from the earlier graph; nothing for what is the same. */
export function ChangeNote({ state, thing }: { state: PageState; thing: string }): JSX.Element | null {
  const { nodes, edges } = state.index.changes
  const change = nodes.get(thing) ?? edges.get(thing)
  if (change === undefined) return null
  const what = state.extras.changes?.what[thing] ?? []
  return (
    <p class="change-note">
      <span class={`change-sign ${change}`} aria-hidden="true" /> <b>{t().facetValue[`change ${change}`]}</b>
      {what.length > 0 && `: ${what.join('; ')}`}
    </p>
  )
}

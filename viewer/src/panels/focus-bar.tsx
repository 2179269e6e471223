import type { JSX } from 'preact'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'

/** The way that led to the entity in focus: each step can be gone back to. One hop more is asked for here. */
export function FocusBar({ state }: { state: PageState }): JSX.Element | null {
  const { trail } = state.current.value
  const focus = trail.at(-1)
  if (focus === undefined) return null
  const { index } = state
  return (
    <nav class="focus-bar" aria-label={t().trail}>
      <button type="button" class="action back" onClick={() => state.back()}>
        ← {t().back}
      </button>
      <ol>
        <li>
          <button type="button" class="link" onClick={() => state.go({ trail: [] }, { frame: true })}>
            {t().wholeGraph}
          </button>
        </li>
        {trail.map(({ root }, place) => (
          <li key={`${place} ${root}`}>
            {place === trail.length - 1 ? (
              <bdi aria-current="page">{index.nodes[root]!.label}</bdi>
            ) : (
              <button
                type="button"
                class="link"
                onClick={() => state.go({ trail: trail.slice(0, place + 1) }, { frame: true })}
              >
                <bdi>{index.nodes[root]!.label}</bdi>
              </button>
            )}
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="action"
        onClick={() =>
          state.go(
            { trail: [...trail.slice(0, -1), { ...focus, steps: [...focus.steps, { kind: 'hop' }] }] },
            { frame: true },
          )
        }
      >
        {t().oneHopMore}
      </button>
    </nav>
  )
}

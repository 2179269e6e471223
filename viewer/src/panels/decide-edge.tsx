import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Decision } from '../../../src/model/decision.ts'
import { relationRef } from '../decide/entity-ref.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { TextForm } from './text-form.tsx'

/** What a reader can say of a relation: that it holds, that it does not, or a remark. */
export function DecideEdge({ state, edge }: { state: PageState; edge: number }): JSX.Element | null {
  const noting = useSignal(false)
  const { decisions, index } = state
  if (decisions === undefined) return null
  const key = index.edgeKeys[edge]!
  const decide = (make: (ref: ReturnType<typeof relationRef>) => Decision): void => {
    noting.value = false
    decisions.add({ decision: make(relationRef(index, edge)), nodes: [], edge: key })
  }
  return (
    <section class="decide" aria-label={t().putRight}>
      <div class="actions">
        {index.edges[edge]!.decision !== 'confirmed' && (
          <button type="button" class="action" onClick={() => decide((confirm) => ({ confirm }))}>
            {t().itHolds}
          </button>
        )}
        <button type="button" class="action" onClick={() => decide((reject) => ({ reject }))}>
          {t().itDoesNotHold}
        </button>
        <button
          type="button"
          class="action"
          aria-expanded={noting.value}
          onClick={() => {
            noting.value = !noting.value
          }}
        >
          {t().decide.note}
        </button>
      </div>
      {noting.value && (
        <TextForm
          label={t().noteText}
          value=""
          submit={t().decide.note!}
          choose={(note) => decide((on) => ({ note, on }))}
        />
      )}
    </section>
  )
}

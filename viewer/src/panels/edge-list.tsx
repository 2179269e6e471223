import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { MoreButton } from './more-button.tsx'
import { RelationChips, RelationLine } from './relation-line.tsx'

const portion = 60

/** Relations as a list of buttons, each opening its evidence. */
export function EdgeList({ state, edges }: { state: PageState; edges: readonly number[] }): JSX.Element {
  const most = useSignal(portion)
  return (
    <>
      <ul class="edges">
        {edges.slice(0, most.value).map((edge) => (
          <li key={edge}>
            <button
              type="button"
              data-edge={state.index.edgeKeys[edge]}
              onClick={() => {
                state.select({ kind: 'edge', edge })
                document.getElementById('details')?.focus()
              }}
            >
              <RelationLine state={state} edge={edge} />
              <RelationChips state={state} edge={edge} />
            </button>
          </li>
        ))}
      </ul>
      <MoreButton most={most} of={edges.length} portion={portion} say={t().showMoreRelations} />
    </>
  )
}

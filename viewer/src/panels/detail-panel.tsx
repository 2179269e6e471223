import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { PageState } from '../state/page-state.ts'
import { sayEdges } from '../state/say-chosen.ts'
import { t } from '../text/language.ts'
import { EdgeDetail } from './edge-detail.tsx'
import { EdgeList } from './edge-list.tsx'
import { NodeDetail } from './node-detail.tsx'
import { PathDetail } from './path-detail.tsx'
import { Summary } from './summary.tsx'

/** What is known of the chosen thing; the whole graph where nothing is chosen. */
export function DetailPanel({ state }: { state: PageState }): JSX.Element {
  const selection = state.current.value.selection
  useEffect(() => {
    document.getElementById('details')?.scrollTo({ top: 0 })
  }, [selection])
  return (
    <aside
      class={selection === undefined ? 'details' : 'details chosen'}
      id="details"
      tabIndex={-1}
      aria-label={t().details}
    >
      {selection !== undefined && (
        <button
          type="button"
          class="close"
          aria-label={t().closeDetails}
          onClick={() => state.select(undefined)}
        >
          ×
        </button>
      )}
      {selection === undefined && <Summary state={state} />}
      {selection?.kind === 'node' && <NodeDetail key={selection.node} state={state} node={selection.node} />}
      {selection?.kind === 'edge' && <EdgeDetail key={selection.edge} state={state} edge={selection.edge} />}
      {selection?.kind === 'path' && <PathDetail state={state} selection={selection} />}
      {selection?.kind === 'edges' && (
        <>
          <h2>{sayEdges(selection)}</h2>
          <EdgeList state={state} edges={selection.edges} />
        </>
      )}
    </aside>
  )
}

import type { JSX } from 'preact'
import type { PageState } from '../state/page-state.ts'
import { count } from '../text/say.ts'
import { TypeDot } from './type-dot.tsx'

/** What the graph holds, where nothing is chosen yet: the way in. */
export function Summary({ state }: { state: PageState }): JSX.Element {
  const { index } = state
  const { nodes, filtered } = { nodes: index.byRank, filtered: state.filtered.value }
  const central = [...nodes].filter((node) => filtered.nodes[node] === 1).slice(0, 12)
  const rows = state.facets.rows[index.edges.length] ?? 0
  return (
    <article class="summary">
      <h2>What these documents say</h2>
      <p>
        {count(index.documents.size, 'document')} gave {count(index.nodes.length, 'entity', 'entities')} and{' '}
        {count(index.edges.length, 'relation')}, read from {count(rows, 'passage')}. Choose a line in the
        graph to see the exact words it was read from.
      </p>
      {index.nodes.length === 0 && (
        <p class="empty">There is no entity in this graph: nothing was found in the documents.</p>
      )}
      {central.length > 0 && <h3>At the centre</h3>}
      <ul class="central">
        {central.map((node) => (
          <li key={node}>
            <button type="button" class="link" onClick={() => state.select({ kind: 'node', node })}>
              <TypeDot state={state} node={node} />
              <bdi>{index.nodes[node]!.label}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </article>
  )
}

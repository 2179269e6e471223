import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { openingNodes } from '../graph/choose-drawn.ts'
import type { PageState } from '../state/page-state.ts'
import { count, sayNumber } from '../text/say.ts'

/** How much of the graph is shown, and the ways to more and back to less. */
export function StatusBar({ state }: { state: PageState }): JSX.Element {
  const { nodeCount, edgeCount } = state.filtered.value
  const nodes = state.drawn.value.length
  const edges = state.drawnEdges.value.length
  const all = nodes === nodeCount
  const part = (some: number, of: number): string =>
    some === of ? sayNumber(of) : `${sayNumber(some)} of ${sayNumber(of)}`
  const text = `${part(nodes, nodeCount)} ${nodeCount === 1 ? 'entity' : 'entities'}, ${part(edges, edgeCount)} ${edgeCount === 1 ? 'relation' : 'relations'}`
  useEffect(() => {
    state.announcement.value = `Showing ${text}`
  }, [text, state])
  const more = Math.min(openingNodes, nodeCount - nodes)
  return (
    <footer class="status">
      <span class="shown">{text}</span>
      {!all && (
        <button
          type="button"
          onClick={() => {
            state.limit.value = Math.max(state.limit.value, nodes) + openingNodes
          }}
        >
          Show {sayNumber(more)} more
        </button>
      )}
      {!all && nodeCount - nodes > openingNodes && (
        <button
          type="button"
          title={nodeCount > 2000 ? 'This may be slow and hard to read' : undefined}
          onClick={() => {
            state.limit.value = nodeCount
          }}
        >
          Show all {sayNumber(nodeCount)}
        </button>
      )}
      {state.limit.value > openingNodes && nodes > openingNodes && (
        <button
          type="button"
          onClick={() => {
            state.limit.value = openingNodes
          }}
        >
          Back to {sayNumber(openingNodes)}
        </button>
      )}
      {state.pinned.value.size > 0 && nodeCount > openingNodes && (
        <button
          type="button"
          onClick={() => {
            state.pinned.value = new Set()
          }}
        >
          Remove {count(state.pinned.value.size, 'added entity', 'added entities')}
        </button>
      )}
    </footer>
  )
}

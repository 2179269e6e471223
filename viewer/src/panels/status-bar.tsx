import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { openingNodes } from '../graph/choose-drawn.ts'
import type { PageState } from '../state/page-state.ts'
import { sayShown } from '../state/say-shown.ts'
import { t } from '../text/language.ts'
import { ExportMenu } from './export-menu.tsx'

/** How much of the graph is shown, and the ways to more and back to less. */
export function StatusBar({ state }: { state: PageState }): JSX.Element {
  const { nodeCount } = state.filtered.value
  const { limit, trail, time } = state.current.value
  const nodes = state.drawn.value.length
  const text = sayShown(state)
  useEffect(() => {
    state.announcement.value = t().showing(text)
  }, [text, state])
  const isWhole = trail.length === 0
  const all = nodes >= nodeCount || !isWhole
  const brought = nodes - Math.min(limit, nodeCount)
  return (
    <footer class="status">
      <span class="shown">{text}</span>
      {!all && (
        <button type="button" onClick={() => state.go({ limit: Math.max(limit, nodes) + openingNodes })}>
          {t().showMore(Math.min(openingNodes, nodeCount - nodes))}
        </button>
      )}
      {!all && nodeCount - nodes > openingNodes && (
        <button
          type="button"
          title={nodeCount > 2000 ? t().slow : undefined}
          onClick={() => state.go({ limit: nodeCount })}
        >
          {t().showAllOf(nodeCount)}
        </button>
      )}
      {isWhole && limit > openingNodes && nodes > openingNodes && (
        <button type="button" onClick={() => state.go({ limit: openingNodes })}>
          {t().backTo(openingNodes)}
        </button>
      )}
      {isWhole && brought > 0 && nodeCount > openingNodes && (
        <button type="button" onClick={() => state.go({ added: [], groups: new Map() })}>
          {t().removeAdded(brought)}
        </button>
      )}
      <span class="tools">
        <button
          type="button"
          aria-pressed={time !== undefined}
          onClick={() =>
            state.go({ time: time === undefined ? { basis: 'event', undated: true } : undefined })
          }
        >
          {t().timeline}
        </button>
        <ExportMenu state={state} />
      </span>
    </footer>
  )
}

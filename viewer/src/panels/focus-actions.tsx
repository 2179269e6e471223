import type { JSX } from 'preact'
import { collapse, focusOn, neighbourPortion, openMore } from '../graph/focus.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'

/** What can be done from an entity: look at its surroundings, draw more or less of them, find a way to another. */
export function FocusActions({ state, node }: { state: PageState; node: number }): JSX.Element {
  const { trail } = state.current.value
  const focus = trail.at(-1)
  const view = state.focusView.value
  const isRoot = focus?.root === node
  const neighbours = view?.shown(node)
  const hidden = neighbours === undefined ? 0 : neighbours.of - neighbours.shown
  const change = (next: typeof focus): void => {
    if (next !== undefined) state.go({ trail: [...trail.slice(0, -1), next] }, { frame: true })
  }
  return (
    <div class="actions">
      {neighbours !== undefined && (
        <p class="neighbours">{t().neighboursShown(neighbours.shown, neighbours.of)}</p>
      )}
      {!isRoot && (
        <button
          type="button"
          class="action"
          onClick={() => state.go({ trail: [...trail, focusOn(node)], view: 'graph' }, { frame: true })}
        >
          {t().focusOnThis}
        </button>
      )}
      {focus !== undefined && view !== undefined && hidden > 0 && (
        <button type="button" class="action" onClick={() => change(openMore(focus, view, node))}>
          {t().showMoreNeighbours(Math.min(hidden, neighbourPortion))}
        </button>
      )}
      {focus !== undefined && neighbours !== undefined && neighbours.shown > (isRoot ? 0 : 1) && (
        <button type="button" class="action" onClick={() => change(collapse(focus, node))}>
          {t().collapse}
        </button>
      )}
      <button
        type="button"
        class="action"
        onClick={() => state.select({ kind: 'path', from: node, to: undefined, way: 0 })}
      >
        {t().findPath}
      </button>
    </div>
  )
}

import type { JSX } from 'preact'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { Hint } from './hint.tsx'
import { TypeDot } from './type-dot.tsx'

/** What the graph holds, where nothing is chosen yet: the way in. */
export function Summary({ state }: { state: PageState }): JSX.Element {
  const { index } = state
  const passes = state.filtered.value.nodes
  const central = [...index.byRank].filter((node) => passes[node] === 1).slice(0, 12)
  const rows = state.facets.rows[index.edges.length] ?? 0
  return (
    <article class="summary">
      <h2>{t().summaryTitle}</h2>
      <p>{t().summary(index.documents.size, index.nodes.length, index.edges.length, rows)}</p>
      <Hint />
      {index.nodes.length === 0 && <p class="empty">{t().emptyGraph}</p>}
      {central.length > 0 && <h3>{t().atTheCentre}</h3>}
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
      <Communities state={state} />
    </article>
  )
}

/** The communities by name; each can be looked at alone. */
function Communities({ state }: { state: PageState }): JSX.Element | null {
  const facet = state.facets.list.find(({ id }) => id === 'community')!
  const counts = state.filtered.value.counts.get('community')!
  const named = facet.values.filter(({ key }) => key !== 'small')
  if (named.length < 2) return null
  return (
    <>
      <h3>{t().facet.community}</h3>
      <ul class="communities">
        {named.slice(0, 12).map(({ key, label }) => (
          <li key={key}>
            <button
              type="button"
              class="link"
              onClick={() => {
                state.only('community', key)
                state.wanted.value = { camera: undefined }
              }}
            >
              <bdi>{label}</bdi>
            </button>{' '}
            <span class="aside">
              {t().entities(counts[facet.values.findIndex((value) => value.key === key)]!)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

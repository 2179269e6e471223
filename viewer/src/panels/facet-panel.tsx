import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Modality } from '../../../src/model/claim.ts'
import type { Facet, FacetId } from '../graph/facets.ts'
import { lets } from '../graph/filter-graph.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { explainModality } from '../text/say.ts'
import { sayValue } from '../text/say-value.ts'
import { MoreButton } from './more-button.tsx'

const openAtFirst = new Set<FacetId>(['change', 'type', 'relation', 'polarity', 'modality', 'derived'])
/** Facets that tell nothing where there is one value. */
const onlyIfSeveral = new Set<FacetId>(['change', 'derived', 'community'])
const fewValues = 8
const moreValues = 40

/** The filters, which are also the legend: every value with its count and its colour or line. */
export function FacetPanel({ state }: { state: PageState }): JSX.Element {
  const active = state.current.value.filters.size > 0
  const folded = useSignal(false)
  return (
    <aside class={folded.value ? 'facets folded' : 'facets'} aria-label={t().filtersAndLegend}>
      <div class="facets-head">
        <button
          type="button"
          class="fold"
          aria-expanded={!folded.value}
          onClick={() => {
            folded.value = !folded.value
          }}
        >
          {t().filters}
        </button>
        <button type="button" class="quiet" disabled={!active} onClick={() => state.clear()}>
          {t().showAll}
        </button>
      </div>
      <div class="facet-list">
        {state.facets.list
          .filter((facet) => facet.values.length > (onlyIfSeveral.has(facet.id) ? 1 : 0))
          .map((facet) => (
            <FacetBox key={facet.id} state={state} facet={facet} />
          ))}
      </div>
    </aside>
  )
}

function FacetBox({ state, facet }: { state: PageState; facet: Facet }): JSX.Element {
  const most = useSignal(fewValues)
  const filter = state.current.value.filters.get(facet.id)
  const counts = state.filtered.value.counts.get(facet.id)!
  return (
    <details class="facet" open={openAtFirst.has(facet.id) || filter !== undefined}>
      <summary>
        {t().facet[facet.id]}
        {filter !== undefined && <span class="filtered">{t().filtered}</span>}
      </summary>
      {filter !== undefined && (
        <button type="button" class="quiet all" onClick={() => state.clear(facet.id)}>
          {t().allOfThese}
        </button>
      )}
      <ul>
        {facet.values.slice(0, most.value).map(({ key, label }, value) => {
          const shown = sayValue(facet.id, key, label)
          return (
            <li key={key} class={counts[value] === 0 ? 'none' : undefined}>
              <label>
                <input
                  type="checkbox"
                  checked={lets(filter, key)}
                  onChange={() => state.toggle(facet.id, key)}
                />
                <LegendSign state={state} facet={facet} value={value} />
                <bdi class="value" title={facet.id === 'modality' ? explainModality(key as Modality) : shown}>
                  {shown}
                </bdi>
                <span class="count">{t().number(counts[value]!)}</span>
              </label>
              <button
                type="button"
                class="only"
                aria-label={t().onlyThis(shown)}
                onClick={() => state.only(facet.id, key)}
              >
                {t().only}
              </button>
            </li>
          )
        })}
      </ul>
      <MoreButton most={most} of={facet.values.length} portion={moreValues} />
    </details>
  )
}

/** How the value looks in the drawing. */
function LegendSign({
  state,
  facet,
  value,
}: {
  state: PageState
  facet: Facet
  value: number
}): JSX.Element | null {
  if (facet.id === 'type') return <span class={`dot type-${state.colors[value]}`} aria-hidden="true" />
  const key = facet.values[value]!.key
  if (facet.id === 'change') return <span class={`change-sign ${key}`} aria-hidden="true" />
  const line =
    facet.id === 'derived'
      ? key === 'derived'
        ? 'derived'
        : 'solid'
      : facet.id === 'polarity'
        ? key === 'negative'
          ? 'dashed'
          : 'solid'
        : facet.id === 'modality'
          ? key === 'denied'
            ? 'dashed'
            : key === 'asserted' || key === 'reported'
              ? 'solid'
              : 'dotted'
          : undefined
  if (line === undefined) return null
  return (
    <svg class={`line ${line}`} viewBox="0 0 26 12" width="26" height="12" aria-hidden="true">
      <path d="M0 6h26" />
      {facet.id === 'polarity' && key === 'negative' && (
        <g class="sign">
          <circle cx="13" cy="6" r="4.5" />
          <path d="M10 3l6 6" />
        </g>
      )}
    </svg>
  )
}

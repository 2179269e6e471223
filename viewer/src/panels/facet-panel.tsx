import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Modality } from '../../../src/model/claim.ts'
import type { Facet, FacetId } from '../graph/facets.ts'
import { lets } from '../graph/filter-graph.ts'
import type { PageState } from '../state/page-state.ts'
import { sayDate, sayModality, sayNumber } from '../text/say.ts'

const titles: Record<FacetId, string> = {
  type: 'Entities',
  relation: 'Relations',
  polarity: 'Said or denied',
  modality: 'How it is put',
  speaker: 'Who says so',
  document: 'Document',
  publisher: 'Publisher',
  date: 'Published',
  origins: 'Independent sources',
  confidence: 'Confidence',
}
const openAtFirst = new Set<FacetId>(['type', 'relation', 'polarity', 'modality'])
const fewValues = 8

/** The filters, which are also the legend: every value with its count and its colour or line. */
export function FacetPanel({ state }: { state: PageState }): JSX.Element {
  const active = state.filters.value.size > 0
  const folded = useSignal(false)
  return (
    <aside class={folded.value ? 'facets folded' : 'facets'} aria-label="Filters and legend">
      <div class="facets-head">
        <button
          type="button"
          class="fold"
          aria-expanded={!folded.value}
          onClick={() => {
            folded.value = !folded.value
          }}
        >
          Filters
        </button>
        <button type="button" class="quiet" disabled={!active} onClick={() => state.clear()}>
          Show all
        </button>
      </div>
      <div class="facet-list">
        {state.facets.list
          .filter((facet) => facet.values.length > 0)
          .map((facet) => (
            <FacetBox key={facet.id} state={state} facet={facet} />
          ))}
      </div>
    </aside>
  )
}

function FacetBox({ state, facet }: { state: PageState; facet: Facet }): JSX.Element {
  const most = useSignal(fewValues)
  const filter = state.filters.value.get(facet.id)
  const counts = state.filtered.value.counts.get(facet.id)!
  const hidden = facet.values.length - most.value
  return (
    <details class="facet" open={openAtFirst.has(facet.id) || filter !== undefined}>
      <summary>
        {titles[facet.id]}
        {filter !== undefined && <span class="filtered">filtered</span>}
      </summary>
      {filter !== undefined && (
        <button type="button" class="quiet all" onClick={() => state.clear(facet.id)}>
          All of these
        </button>
      )}
      <ul>
        {facet.values.slice(0, most.value).map(({ key, label }, value) => {
          const shown = sayLabel(facet.id, key, label)
          return (
            <li key={key} class={counts[value] === 0 ? 'none' : undefined}>
              <label>
                <input
                  type="checkbox"
                  checked={lets(filter, key)}
                  onChange={() => state.toggle(facet.id, key)}
                />
                <LegendSign state={state} facet={facet} value={value} />
                <bdi class="value" title={facet.id === 'modality' ? sayModality(key as Modality) : shown}>
                  {shown}
                </bdi>
                <span class="count">{sayNumber(counts[value]!)}</span>
              </label>
              <button
                type="button"
                class="only"
                aria-label={`Only ${shown}`}
                onClick={() => state.only(facet.id, key)}
              >
                only
              </button>
            </li>
          )
        })}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          class="quiet more"
          onClick={() => {
            most.value += 40
          }}
        >
          {sayNumber(Math.min(40, hidden))} more
        </button>
      )}
    </details>
  )
}

function sayLabel(facet: FacetId, key: string, label: string): string {
  if (facet === 'date' && key !== '') return sayDate(key)
  return label
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
  const line =
    facet.id === 'polarity'
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

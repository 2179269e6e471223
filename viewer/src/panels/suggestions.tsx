import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Decisions } from '../decide/decisions.ts'
import { entityRef } from '../decide/entity-ref.ts'
import { type Suggestion, suggestMerges } from '../decide/suggestions.ts'
import { listAt } from '../graph/index-graph.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { TypeDot } from './type-dot.tsx'

/** Pairs that may be one entity, each with the reason; those that the build was unsure of come first. */
export function Suggestions({ state, decisions }: { state: PageState; decisions: Decisions }): JSX.Element {
  const { index } = state
  const later = useSignal<ReadonlySet<string>>(new Set())
  const found = useMemo(() => suggestMerges(index, state.extras.refused ?? []), [index])
  const nameOf = ({ nodes }: Suggestion): string => nodes.map((node) => index.nodeKeys[node]).join('|')
  const left = found.filter((suggestion) => !later.value.has(nameOf(suggestion)))
  const decide = ({ nodes }: Suggestion, kind: 'merge' | 'keep-apart'): void => {
    const refs = nodes.map((node) => entityRef(index, node))
    decisions.add({
      decision: kind === 'merge' ? { merge: refs } : { 'keep-apart': refs },
      nodes: nodes.map((node) => index.nodeKeys[node]!),
    })
  }
  return (
    <section aria-label={t().suggestions}>
      <h2>{t().suggestions}</h2>
      <p>{left.length === 0 ? t().noSuggestions : t().suggestionsHelp}</p>
      <ul class="suggestions">
        {left.slice(0, 30).map((suggestion) => (
          <li key={nameOf(suggestion)} data-pair={nameOf(suggestion)}>
            <div class="pair">
              {suggestion.nodes.map((node) => (
                <button
                  key={node}
                  type="button"
                  class="link entity"
                  onClick={() => state.select({ kind: 'node', node })}
                >
                  <TypeDot state={state} node={node} />
                  <bdi>{index.nodes[node]!.label}</bdi>
                  <span class="aside">{t().relations(listAt(index.edgesAt, node).length)}</span>
                </button>
              ))}
            </div>
            <p class="aside">
              {t().suggestedBecause[suggestion.reason]}
              {suggestion.because !== undefined && `: ${suggestion.because}`}
            </p>
            <div class="actions">
              <button type="button" class="action" onClick={() => decide(suggestion, 'merge')}>
                {t().areOne}
              </button>
              <button type="button" class="action" onClick={() => decide(suggestion, 'keep-apart')}>
                {t().areTwo}
              </button>
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  later.value = new Set([...later.value, nameOf(suggestion)])
                }}
              >
                {t().later}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

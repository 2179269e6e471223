import type { JSX } from 'preact'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { sayModality, saySources } from '../text/say.ts'

/** A relation as a sentence: subject, relation, object. `not` stands before what is denied. */
export function RelationLine({ state, edge }: { state: PageState; edge: number }): JSX.Element {
  const { index } = state
  const { label, polarity } = index.edges[edge]!
  return (
    <span class="relation-line">
      <bdi class="end">{index.nodes[index.source[edge]!]!.label}</bdi>{' '}
      {polarity === 'negative' && <span class="not">{t().not}</span>} <i>{label}</i>{' '}
      <bdi class="end">{index.nodes[index.target[edge]!]!.label}</bdi>
    </span>
  )
}

/** The signs after a relation: how it is put, denied, how many articles and sources. */
export function RelationChips({ state, edge }: { state: PageState; edge: number }): JSX.Element {
  const { polarity, modality, documents, origins } = state.index.edges[edge]!
  return (
    <span class="chips">
      {polarity === 'negative' && <span class="chip denied">⊘ {t().negative}</span>}
      {modality !== 'asserted' && <span class="chip">{sayModality(modality)}</span>}
      <span class="chip plain">{saySources(documents, origins)}</span>
    </span>
  )
}

import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { explainModality, sayModality, saySources, sayTime } from '../text/say.ts'
import { ChangeNote } from './change-note.tsx'
import { DecideEdge } from './decide-edge.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { MoreButton } from './more-button.tsx'
import { Notes } from './notes.tsx'
import { TypeDot } from './type-dot.tsx'

const portion = 30

/** A relation and every quote it was read from. */
export function EdgeDetail({ state, edge }: { state: PageState; edge: number }): JSX.Element {
  const most = useSignal(portion)
  const { index } = state
  const attributes = index.edges[edge]!
  const { evidence, polarity, documents, origins, modality, times, derived } = attributes
  const end = (node: number): JSX.Element => (
    <button type="button" class="link entity" onClick={() => state.select({ kind: 'node', node })}>
      <TypeDot state={state} node={node} />
      <bdi>{index.nodes[node]!.label}</bdi>
    </button>
  )
  return (
    <article class="edge-detail">
      <h2 data-edge={index.edgeKeys[edge]}>
        {end(index.source[edge]!)}
        <span class="relation-name">
          {polarity === 'negative' && <span class="not">{t().not}</span>} {attributes.label}
        </span>
        {end(index.target[edge]!)}
      </h2>
      <ChangeNote state={state} thing={index.edgeKeys[edge]!} />
      <p class="facts">
        {polarity === 'negative' && <span class="chip denied">⊘ {t().negative}</span>}
        <span class="chip" title={explainModality(modality)}>
          {sayModality(modality)}
        </span>
        <span class="chip">{saySources(documents, origins)}</span>
        {derived === true && <span class="chip">{t().derivedChip}</span>}
        {[...new Set(times.map(sayTime))].map((time) => (
          <span class="chip" key={time}>
            {time}
          </span>
        ))}
      </p>
      <Notes
        decisions={attributes.decision === undefined ? [] : [attributes.decision]}
        notes={attributes.notes ?? []}
      />
      <DecideEdge key={edge} state={state} edge={edge} />
      <h3>
        {t().passages(evidence.length)}
        <span class="key" aria-hidden="true">
          <mark class="subject">{t().part.subject}</mark> <mark class="relation">{t().part.relation}</mark>{' '}
          <mark class="object">{t().part.object}</mark>
        </span>
      </h3>
      <ol class="evidence-list">
        {evidence.slice(0, most.value).map((row, place) => (
          <EvidenceCard key={row.claim + row.start} state={state} edge={edge} row={place} />
        ))}
      </ol>
      <MoreButton most={most} of={evidence.length} portion={portion} say={t().showMorePassages} />
    </article>
  )
}

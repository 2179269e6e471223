import type { JSX } from 'preact'
import type { PageState } from '../state/page-state.ts'

/** A relation as a sentence: subject, relation, object. `not` stands before what is denied. */
export function RelationLine({ state, edge }: { state: PageState; edge: number }): JSX.Element {
  const { index } = state
  const { label, polarity } = index.edges[edge]!
  return (
    <span class="relation-line">
      <bdi class="end">{index.nodes[index.source[edge]!]!.label}</bdi>{' '}
      {polarity === 'negative' && <span class="not">not</span>} <i>{label}</i>{' '}
      <bdi class="end">{index.nodes[index.target[edge]!]!.label}</bdi>
    </span>
  )
}

/** The signs after a relation: how it is put, denied, how many articles and sources. */
export function RelationChips({ state, edge }: { state: PageState; edge: number }): JSX.Element {
  const { polarity, modality, documents, origins } = state.index.edges[edge]!
  return (
    <span class="chips">
      {polarity === 'negative' && <span class="chip denied">⊘ negative</span>}
      {modality !== 'asserted' && <span class="chip">{modality}</span>}
      <span class="chip plain">{saySources(documents, origins)}</span>
    </span>
  )
}

/** "3 articles, 1 origin": how often a thing was written, and by how many who did not copy each other. */
export function saySources(documents: number, origins: number): string {
  const articles = documents === 1 ? '1 article' : `${documents} articles`
  if (origins === documents) return articles
  return `${articles}, ${origins === 1 ? '1 origin' : `${origins} origins`}`
}

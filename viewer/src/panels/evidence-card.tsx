import type { JSX } from 'preact'
import type { Evidence } from '../../../src/model/graph.ts'
import { words } from '../graph/facets.ts'
import type { PageState } from '../state/page-state.ts'
import { cutText, type Marked } from '../text/cut-text.ts'
import { t } from '../text/language.ts'
import { explainModality, sayDate, sayModality, sayTime } from '../text/say.ts'

export type Part = 'subject' | 'relation' | 'object'

/** Where subject, relation and object stand, as marks for `cutText`. */
export function partsOf(evidence: Evidence): Marked<Part>[] {
  return (['subject', 'relation', 'object'] as const).map((mark) => ({
    start: evidence[mark].start,
    end: evidence[mark].end,
    mark,
  }))
}

/** One quote with its parts marked, where it stands, who says it and how. */
export function EvidenceCard({
  state,
  edge,
  row,
}: {
  state: PageState
  edge: number
  row: number
}): JSX.Element {
  const evidence = state.index.edges[edge]!.evidence[row]!
  const document = state.index.documents.get(evidence.document)
  const open = (): void => {
    state.go({ opened: { document: evidence.document, start: evidence.start, edge, row } })
  }
  return (
    <li class="evidence" data-document={evidence.document} data-start={evidence.start}>
      <header>
        <bdi class="title">{document?.title ?? evidence.document}</bdi>
        <span class="source">
          {document?.publisher !== undefined && <bdi>{document.publisher}</bdi>}
          {document?.date !== undefined && <time dateTime={document.date}>{sayDate(document.date)}</time>}
          {document?.publisher === undefined && document?.date === undefined && (
            <bdi>{evidence.document}</bdi>
          )}
        </span>
      </header>
      <SpeakerLine state={state} evidence={evidence} />
      <Quote text={document?.text} evidence={evidence} />
      <footer>
        <span class={`chip modality-${evidence.modality}`} title={explainModality(evidence.modality)}>
          {sayModality(evidence.modality)}
        </span>
        {evidence.times.map((time) => (
          <span class="chip" key={time.text} title={`“${time.text}”`}>
            {sayTime(time)}
          </span>
        ))}
        {evidence.qualifiers.map((qualifier) => (
          <span class="chip" key={`${qualifier.role} ${qualifier.start}`}>
            {words(qualifier.role)}: <bdi>{qualifierText(state, qualifier)}</bdi>
          </span>
        ))}
        {evidence.copyOf !== undefined && <span class="chip">{t().copy}</span>}
        {evidence.implied !== undefined && <span class="chip">{t().impliedSubject}</span>}
        <button type="button" class="open" onClick={open} disabled={document === undefined}>
          {t().readInDocument}
        </button>
      </footer>
    </li>
  )
}

function qualifierText(state: PageState, qualifier: { entity?: string; value?: string }): string {
  const node = state.index.nodeOf.get(qualifier.entity ?? '')
  return node === undefined ? (qualifier.value ?? qualifier.entity ?? '') : state.index.nodes[node]!.label
}

/** Who says it, from the one quoted to the one the article quotes; nothing for the article's own voice. */
function SpeakerLine({ state, evidence }: { state: PageState; evidence: Evidence }): JSX.Element | null {
  if (evidence.speakers.length === 0) return null
  return (
    <p class="speakers">
      {t().accordingTo}{' '}
      {evidence.speakers.map((key, place) => {
        const node = state.index.nodeOf.get(key)
        const label = node === undefined ? key : state.index.nodes[node]!.label
        return (
          <span key={key}>
            {place > 0 && t().whoCites}
            {node === undefined ? (
              <bdi>{label}</bdi>
            ) : (
              <button type="button" class="link" onClick={() => state.select({ kind: 'node', node })}>
                <bdi>{label}</bdi>
              </button>
            )}
          </span>
        )
      })}
    </p>
  )
}

/** The exact words. They are cut from the document, so what is shown is what stands there. */
function Quote({ text, evidence }: { text: string | undefined; evidence: Evidence }): JSX.Element {
  const pieces =
    text === undefined
      ? [{ start: evidence.start, end: evidence.end, text: evidence.quote, marks: [] }]
      : cutText(text, evidence, partsOf(evidence))
  return (
    <blockquote>
      {pieces.map((piece) =>
        piece.marks.length === 0 ? (
          piece.text
        ) : (
          <mark
            key={piece.start}
            class={piece.marks.join(' ')}
            title={piece.marks.map((mark) => t().part[mark]).join(', ')}
          >
            {piece.text}
          </mark>
        ),
      )}
    </blockquote>
  )
}

import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Document } from '../../../src/model/document.ts'
import { words } from '../graph/facets.ts'
import type { PageState } from '../state/page-state.ts'
import type { Opened } from '../state/selection.ts'
import { coverage } from '../text/coverage.ts'
import { cutText, type Marked } from '../text/cut-text.ts'
import { t } from '../text/language.ts'
import { sayDate } from '../text/say.ts'
import { partsOf } from './evidence-card.tsx'

type Mark =
  | { readonly kind: 'zone'; readonly name: string }
  | { readonly kind: 'used'; readonly edge: number }
  | { readonly kind: 'current' }
  | { readonly kind: 'part'; readonly part: string }

/** Longer documents are shown in windows of so many characters around the passage. */
const windowSize = 60_000

/** A whole document: what supports a relation is marked, what is not running story is greyed. */
export function DocumentReader({ state, opened }: { state: PageState; opened: Opened }): JSX.Element {
  const document = state.index.documents.get(opened.document)
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const target = container.current?.querySelector('[data-target]')
    target?.scrollIntoView({ block: 'center' })
    container.current?.focus({ preventScroll: true })
  }, [opened])
  if (document === undefined) return <section class="reader">{t().documentMissing}</section>
  return (
    <section class="reader" role="dialog" aria-label={t().document(document.title ?? document.id)}>
      <header>
        <div>
          <h2>
            <bdi>{document.title ?? document.id}</bdi>
          </h2>
          <p class="source">
            {[document.publisher, document.author, document.date && sayDate(document.date), document.id]
              .filter(Boolean)
              .map((part) => (
                <bdi key={part}>{part}</bdi>
              ))}
          </p>
        </div>
        <button
          type="button"
          class="close"
          aria-label={t().closeDocument}
          onClick={() => {
            state.go({ opened: undefined })
          }}
        >
          ×
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it */}
      <div class="text" ref={container} tabIndex={0} role="document">
        <Text key={document.id} state={state} document={document} opened={opened} />
      </div>
    </section>
  )
}

function Text({
  state,
  document,
  opened,
}: {
  state: PageState
  document: Document
  opened: Opened
}): JSX.Element {
  const used = useMemo(() => usedIn(state, document.id), [state, document.id])
  const share = useMemo(() => coverage(document.text, document.zones, used), [document, used])
  const from = useSignal(Math.max(0, opened.start - windowSize / 2))
  const to = useSignal(opened.start + windowSize / 2)
  const start = Math.min(from.value, opened.start)
  const end = Math.min(document.text.length, Math.max(to.value, opened.start + 2000))
  const current =
    opened.edge === undefined ? undefined : state.index.edges[opened.edge]!.evidence[opened.row!]
  const marks: Marked<Mark>[] = [
    ...document.zones.map((zone) => ({
      start: zone.start,
      end: zone.end,
      mark: { kind: 'zone', name: zone.kind } as const,
    })),
    ...used,
  ]
  if (current !== undefined) {
    marks.push({ start: current.start, end: current.end, mark: { kind: 'current' } })
    for (const part of partsOf(current)) marks.push({ ...part, mark: { kind: 'part', part: part.mark } })
  }
  let targeted = false
  return (
    <>
      <p class="coverage">
        <span class="bar" aria-hidden="true">
          <span style={{ width: `${Math.round(share * 100)}%` }} />
        </span>
        {t().supports(Math.round(share * 100))} <span class="used-key">{t().underlined}</span>{' '}
        {t().passagesDo} <span class="zone-key">{t().grey}</span> {t().notStory}
      </p>
      {start > 0 && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            from.value = Math.max(0, start - windowSize)
          }}
        >
          {t().earlierText}
        </button>
      )}
      <div class="words">
        {cutText(document.text, { start, end }, marks).map((piece) => {
          const target = !targeted && piece.end > opened.start
          if (target) targeted = true
          return (
            <TextPiece
              key={piece.start}
              state={state}
              text={piece.text}
              marks={piece.marks}
              target={target}
            />
          )
        })}
      </div>
      {end < document.text.length && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            to.value = end + windowSize
          }}
        >
          {t().laterText}
        </button>
      )}
    </>
  )
}

function TextPiece({
  state,
  text,
  marks,
  target,
}: {
  state: PageState
  text: string
  marks: readonly Mark[]
  target: boolean
}): JSX.Element {
  const zone = marks.find((mark) => mark.kind === 'zone')
  const edges = [...new Set(marks.flatMap((mark) => (mark.kind === 'used' ? [mark.edge] : [])))]
  const classes = [
    zone !== undefined && 'zone',
    edges.length > 0 && 'used',
    marks.some((mark) => mark.kind === 'current') && 'current',
    ...marks.map((mark) => mark.kind === 'part' && mark.part),
  ].filter(Boolean)
  const title =
    zone?.kind === 'zone'
      ? t().zone(words(zone.name))
      : edges.length > 0
        ? t().supportsRelations(edges.length)
        : undefined
  const choose = (): void => {
    if (edges.length === 1) state.select({ kind: 'edge', edge: edges[0]! })
    else if (edges.length > 1) state.select({ kind: 'edges', edges, from: 'passage' })
  }
  const data = target ? { 'data-target': '' } : {}
  if (classes.length === 0) return <span {...data}>{text}</span>
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the relations of a passage are also listed with its entities
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <span {...data} class={classes.join(' ')} title={title} onClick={choose}>
      {text}
    </span>
  )
}

/** Every passage of a document that supports a relation. */
function usedIn(state: PageState, document: string): Marked<Mark>[] {
  const used: Marked<Mark>[] = []
  state.index.edges.forEach(({ evidence }, edge) => {
    for (const row of evidence)
      if (row.document === document)
        used.push({ start: row.start, end: row.end, mark: { kind: 'used', edge } })
  })
  return used
}

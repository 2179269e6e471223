import type { JSX } from 'preact'
import { words } from '../graph/facets.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { sayDate } from '../text/say.ts'
import { RelationChips, RelationLine } from './relation-line.tsx'

/** What a kind of contradiction is called; one this page does not know by its own name. */
const conflictName = (kind: string): string => t().contradictionKind[kind] ?? words(kind)

/** What the documents disagree on: contradictions with both sides, then everything denied. */
export function DisputedView({ state }: { state: PageState }): JSX.Element {
  const { index } = state
  const passes = state.filtered.value.edges
  const contradictions = index.graph.attributes.contradictions
    .map(({ kind, edges }) => ({
      kind,
      edges: edges.flatMap((key) => index.edgeOf.get(key) ?? []).filter((edge) => passes[edge] === 1),
    }))
    .filter(({ edges }) => edges.length > 1)
  const inContradiction = new Set(contradictions.flatMap(({ edges }) => edges))
  const denials = [...index.edges.keys()].filter(
    (edge) =>
      passes[edge] === 1 &&
      !inContradiction.has(edge) &&
      (index.edges[edge]!.polarity === 'negative' || index.edges[edge]!.modality === 'denied'),
  )
  return (
    <div class="disputed">
      <h2>{contradictions.length === 0 ? t().noContradictions : t().contradictions}</h2>
      {contradictions.length === 0 && <p>{t().noExclusions}</p>}
      {contradictions.map(({ kind, edges }) => (
        <section key={edges.join(' ')} class="contradiction" aria-label={conflictName(kind)}>
          <h3>{conflictName(kind)}</h3>
          <div class="sides">
            {edges.map((edge) => (
              <Side key={edge} state={state} edge={edge} />
            ))}
          </div>
        </section>
      ))}
      <h2>{denials.length === 0 ? t().nothingDenied : t().denied}</h2>
      <div class="sides">
        {denials.slice(0, 200).map((edge) => (
          <Side key={edge} state={state} edge={edge} />
        ))}
      </div>
      {denials.length > 200 && <p>{t().narrow(denials.length - 200)}</p>}
    </div>
  )
}

/** One side: the relation, and for each passage who says so, where and when. */
function Side({ state, edge }: { state: PageState; edge: number }): JSX.Element {
  const { index } = state
  const { evidence } = index.edges[edge]!
  const label = (key: string): string => index.nodes[index.nodeOf.get(key) ?? -1]?.label ?? key
  const lines = new Map<string, { who: string; where: string; date: string | undefined }>()
  for (const row of evidence) {
    const document = index.documents.get(row.document)
    const who = row.speakers.length === 0 ? '' : row.speakers.map(label).join(t().citing)
    const where = document?.publisher ?? document?.title ?? row.document
    lines.set(`${who} ${where} ${document?.date}`, { who, where, date: document?.date })
  }
  return (
    <div class="side">
      <button type="button" onClick={() => state.select({ kind: 'edge', edge })}>
        <RelationLine state={state} edge={edge} />
        <RelationChips state={state} edge={edge} />
      </button>
      <ul>
        {[...lines].slice(0, 4).map(([key, { who, where, date }]) => (
          <li key={key}>
            {who !== '' && (
              <>
                <bdi class="who">{who}</bdi> {t().inSource}{' '}
              </>
            )}
            <bdi>{where}</bdi>
            {date !== undefined && <time dateTime={date}>, {sayDate(date)}</time>}
          </li>
        ))}
        {lines.size > 4 && <li>{t().andMore(lines.size - 4)}</li>}
      </ul>
    </div>
  )
}

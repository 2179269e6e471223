import type { JSX } from 'preact'
import { words } from '../graph/facets.ts'
import { listAt } from '../graph/index-graph.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { sayDate, sayTime } from '../text/say.ts'
import { ChangeNote } from './change-note.tsx'
import { DecideNode } from './decide-node.tsx'
import { EdgeList } from './edge-list.tsx'
import { FocusActions } from './focus-actions.tsx'
import { Notes } from './notes.tsx'
import { TypeDot } from './type-dot.tsx'

/** An entity: its names, its relations, and where it is mentioned. */
export function NodeDetail({ state, node }: { state: PageState; node: number }): JSX.Element {
  const { index } = state
  const { label, type, aliases, mentions, said = [], time, decisions = [], notes = [] } = index.nodes[node]!
  const others = aliases.filter((alias) => alias !== label)
  const edges = [...listAt(index.edgesAt, node)]
  const passing = edges.filter((edge) => state.filtered.value.edges[edge] === 1)
  const documents = new Map<string, number>()
  for (const mention of mentions)
    if (!documents.has(mention.document)) documents.set(mention.document, mention.start)
  return (
    <article class="node-detail" data-node={index.nodeKeys[node]}>
      <p class="kind">
        <TypeDot state={state} node={node} /> {words(type)}
        {time !== undefined && `, ${sayTime(time)}`}
      </p>
      <h2>
        <bdi>{label}</bdi>
      </h2>
      {others.length > 0 && (
        <p class="aliases">
          {t().alsoWritten}{' '}
          {others.slice(0, 12).map((alias, place) => (
            <>
              {place > 0 && ', '}
              <bdi key={alias}>{alias}</bdi>
            </>
          ))}
          {others.length > 12 && ` ${t().andMore(others.length - 12)}`}
        </p>
      )}
      <ChangeNote state={state} thing={index.nodeKeys[node]!} />
      <Notes decisions={decisions} notes={notes} />
      <FocusActions state={state} node={node} />
      <DecideNode key={node} state={state} node={node} />
      <h3>
        {t().relations(passing.length)}
        {passing.length < edges.length && (
          <span class="aside">{t().hiddenByFilters(edges.length - passing.length)}</span>
        )}
      </h3>
      <EdgeList state={state} edges={passing} />
      <h3>
        {t().mentionsIn(mentions.length, documents.size)}
        {said.length > 0 && <span class="aside">{t().quotedTimes(said.length)}</span>}
      </h3>
      <ul class="documents">
        {[...documents].slice(0, 100).map(([id, start]) => {
          const document = index.documents.get(id)
          return (
            <li key={id}>
              <button
                type="button"
                class="link"
                disabled={document === undefined}
                onClick={() => {
                  state.go({ opened: { document: id, start } })
                }}
              >
                <bdi>{document?.title ?? id}</bdi>
              </button>
              <span class="aside">
                {[document?.publisher, document?.date && sayDate(document.date)].filter(Boolean).join(', ')}
              </span>
            </li>
          )
        })}
      </ul>
    </article>
  )
}

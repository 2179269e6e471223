import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Change } from '../graph/index-graph.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { sayDate } from '../text/say.ts'
import { MoreButton } from './more-button.tsx'
import { RelationChips, RelationLine } from './relation-line.tsx'
import { TypeDot } from './type-dot.tsx'

const kinds: readonly Change[] = ['added', 'removed', 'changed']
const portion = 40

/** What a graph has that an earlier one had not, what it lacks and what it has otherwise, each with its words. */
export function ChangesView({ state }: { state: PageState }): JSX.Element {
  const { index, extras } = state
  const passes = state.filtered.value
  const [before, after] = extras.changes?.names ?? ['', '']
  const numbers = (
    keys: readonly string[],
    changes: ReadonlyMap<string, Change>,
    passing: Uint8Array,
    kind: Change,
  ): number[] =>
    [...keys.keys()].filter((number) => passing[number] === 1 && changes.get(keys[number]!) === kind)
  return (
    <div class="changes">
      <h2>{t().changesTitle(before, after)}</h2>
      {kinds.map((kind) => {
        const nodes = numbers(index.nodeKeys, index.changes.nodes, passes.nodes, kind)
        const edges = numbers(index.edgeKeys, index.changes.edges, passes.edges, kind)
        return (
          <section key={kind} data-change={kind} aria-label={t().facetValue[`change ${kind}`]}>
            <h3>
              <span class={`change-sign ${kind}`} aria-hidden="true" />
              {t().facetValue[`change ${kind}`]}
              <span class="aside">
                {t().entities(nodes.length)}, {t().relations(edges.length)}
              </span>
            </h3>
            <Entities state={state} nodes={nodes} />
            <Relations state={state} edges={edges} />
          </section>
        )
      })}
    </div>
  )
}

function Entities({ state, nodes }: { state: PageState; nodes: readonly number[] }): JSX.Element {
  const most = useSignal(portion)
  const { index, extras } = state
  return (
    <>
      <ul class="changed-entities">
        {nodes.slice(0, most.value).map((node) => (
          <li key={node} data-node={index.nodeKeys[node]}>
            <button type="button" class="link entity" onClick={() => state.select({ kind: 'node', node })}>
              <TypeDot state={state} node={node} />
              <bdi>{index.nodes[node]!.label}</bdi>
            </button>
            <span class="aside"> {extras.changes?.what[index.nodeKeys[node]!]?.join('; ')}</span>
          </li>
        ))}
      </ul>
      <MoreButton most={most} of={nodes.length} portion={portion} />
    </>
  )
}

function Relations({ state, edges }: { state: PageState; edges: readonly number[] }): JSX.Element {
  const most = useSignal(portion)
  const { index, extras } = state
  return (
    <>
      <ul class="changed-relations">
        {edges.slice(0, most.value).map((edge) => {
          const [row] = index.edges[edge]!.evidence
          const document = row && index.documents.get(row.document)
          return (
            <li key={edge} class="side" data-edge={index.edgeKeys[edge]}>
              <button type="button" onClick={() => state.select({ kind: 'edge', edge })}>
                <RelationLine state={state} edge={edge} />
                <RelationChips state={state} edge={edge} />
                <span class="aside">{extras.changes?.what[index.edgeKeys[edge]!]?.join('; ')}</span>
                {row !== undefined && (
                  <>
                    <q>{row.quote.trim()}</q>
                    <span class="source">
                      {[document?.publisher ?? document?.title, document?.date && sayDate(document.date)]
                        .filter(Boolean)
                        .map((part) => (
                          <bdi key={part}>{part}</bdi>
                        ))}
                    </span>
                  </>
                )}
              </button>
            </li>
          )
        })}
      </ul>
      <MoreButton most={most} of={edges.length} portion={portion} />
    </>
  )
}

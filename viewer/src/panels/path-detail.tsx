import type { JSX } from 'preact'
import type { PageState } from '../state/page-state.ts'
import type { Selection } from '../state/selection.ts'
import { t } from '../text/language.ts'
import { EntityPicker } from './entity-picker.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { RelationChips, RelationLine } from './relation-line.tsx'
import { TypeDot } from './type-dot.tsx'

type Path = Extract<Selection, { kind: 'path' }>

/** Ways between two entities, the chosen one told step by step with the words of each step. */
export function PathDetail({ state, selection }: { state: PageState; selection: Path }): JSX.Element {
  const { from, to, way } = selection
  const { index } = state
  const ways = state.ways.value
  const told = ways[way]
  const choose = (node: number): void => state.select({ kind: 'path', from, to: node, way: 0 })
  return (
    <article class="path-detail">
      <h2>{t().pathTitle}</h2>
      <dl class="ends">
        <dt>{t().pathStart}</dt>
        <dd>
          <End state={state} node={from} />
        </dd>
        <dt>{t().pathEnd}</dt>
        <dd>
          {to !== undefined && <End state={state} node={to} />}
          <EntityPicker
            state={state}
            label={to === undefined ? t().nameEnd : t().otherEnd}
            except={from}
            choose={choose}
          />
        </dd>
      </dl>
      {to !== undefined && ways.length === 0 && <p>{t().noPath}</p>}
      {ways.length > 0 && (
        <ol class="ways" aria-label={t().ways(ways.length)}>
          {ways.map(({ nodes }, number) => (
            <li key={nodes.join(' ')}>
              <button
                type="button"
                aria-pressed={number === way}
                onClick={() => state.go({ selection: { ...selection, way: number } })}
              >
                <span class="aside">{t().steps(nodes.length - 1)}</span>{' '}
                {nodes.slice(1, -1).length === 0
                  ? t().direct
                  : t().via(nodes.slice(1, -1).map((node) => index.nodes[node]!.label))}
              </button>
            </li>
          ))}
        </ol>
      )}
      {told !== undefined && (
        <ol class="story" aria-label={t().story}>
          {told.steps.map(([edge, ...others], step) => (
            <li key={told.nodes[step]} data-step={index.edgeKeys[edge!]}>
              <h3>
                <button
                  type="button"
                  class="link"
                  onClick={() => state.select({ kind: 'edge', edge: edge! })}
                >
                  <RelationLine state={state} edge={edge!} />
                </button>
              </h3>
              <RelationChips state={state} edge={edge!} />
              <ul>
                <EvidenceCard state={state} edge={edge!} row={0} />
              </ul>
              {others.length > 0 && (
                <button
                  type="button"
                  class="quiet"
                  onClick={() => state.select({ kind: 'edges', edges: [edge!, ...others], from: 'pair' })}
                >
                  {t().otherRelations(others.length)}
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
    </article>
  )
}

function End({ state, node }: { state: PageState; node: number }): JSX.Element {
  return (
    <button type="button" class="link entity" onClick={() => state.select({ kind: 'node', node })}>
      <TypeDot state={state} node={node} />
      <bdi>{state.index.nodes[node]!.label}</bdi>
    </button>
  )
}

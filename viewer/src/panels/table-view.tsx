import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { words } from '../graph/facets.ts'
import { listAt } from '../graph/index-graph.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { sayModality, sayTime } from '../text/say.ts'
import { MoreButton } from './more-button.tsx'

interface Column {
  readonly name: string
  readonly numeric?: boolean
  /** What is shown. */
  cell(thing: number): string
  /** What is sorted by; what is shown, where it is left out. */
  by?(thing: number): string | number
}

const portion = 200

/** The table twin of the drawing: the same entities and relations, sortable. */
export function TableView({ state }: { state: PageState }): JSX.Element {
  const what = useSignal<'relations' | 'entities'>('relations')
  const { index } = state
  const name = (node: number): string => index.nodes[node]!.label
  const relationColumns: Column[] = [
    { name: t().column.subject!, cell: (edge) => name(index.source[edge]!) },
    {
      name: t().column.relation!,
      cell: (edge) =>
        (index.edges[edge]!.polarity === 'negative' ? `⊘ ${t().not} ` : '') + index.edges[edge]!.label,
      by: (edge) => index.edges[edge]!.label,
    },
    { name: t().column.object!, cell: (edge) => name(index.target[edge]!) },
    { name: t().column.modality!, cell: (edge) => sayModality(index.edges[edge]!.modality) },
    {
      name: t().column.when!,
      cell: (edge) => [...new Set(index.edges[edge]!.times.map(sayTime))].join('; '),
      by: (edge) => index.edges[edge]!.times[0]?.start ?? index.edges[edge]!.times[0]?.end ?? '',
    },
    {
      name: t().column.articles!,
      numeric: true,
      cell: (edge) => String(index.edges[edge]!.documents),
      by: (edge) => index.edges[edge]!.documents,
    },
    {
      name: t().column.origins!,
      numeric: true,
      cell: (edge) => String(index.edges[edge]!.origins),
      by: (edge) => index.edges[edge]!.origins,
    },
    {
      name: t().column.confidence!,
      numeric: true,
      cell: (edge) => index.edges[edge]!.confidence.toFixed(2),
      by: (edge) => index.edges[edge]!.confidence,
    },
  ]
  const relations = (node: number): number => listAt(index.edgesAt, node).length
  const entityColumns: Column[] = [
    { name: t().column.name!, cell: name },
    { name: t().column.type!, cell: (node) => words(index.nodes[node]!.type) },
    { name: t().column.relations!, numeric: true, cell: (node) => String(relations(node)), by: relations },
    {
      name: t().column.mentions!,
      numeric: true,
      cell: (node) => String(index.nodes[node]!.mentions.length),
      by: (node) => index.nodes[node]!.mentions.length,
    },
    {
      name: t().column.aliases!,
      cell: (node) => index.nodes[node]!.aliases.filter((alias) => alias !== name(node)).join(', '),
    },
  ]
  return (
    <div class="table-view">
      <div class="tabs" role="tablist" aria-label={t().tableOf}>
        {(['relations', 'entities'] as const).map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            aria-selected={what.value === tab}
            onClick={() => {
              what.value = tab
            }}
          >
            {tab === 'relations'
              ? t().relations(state.drawnEdges.value.length)
              : t().entities(state.drawn.value.length)}
          </button>
        ))}
      </div>
      {what.value === 'relations' ? (
        <SortedTable
          key="relations"
          caption={t().relationsShown}
          columns={relationColumns}
          things={state.drawnEdges.value}
          chosen={
            state.current.value.selection?.kind === 'edge' ? state.current.value.selection.edge : undefined
          }
          choose={(edge) => state.select({ kind: 'edge', edge })}
        />
      ) : (
        <SortedTable
          key="entities"
          caption={t().entitiesShown}
          columns={entityColumns}
          things={state.drawn.value}
          chosen={
            state.current.value.selection?.kind === 'node' ? state.current.value.selection.node : undefined
          }
          choose={(node) => state.select({ kind: 'node', node })}
        />
      )}
    </div>
  )
}

function SortedTable({
  caption,
  columns,
  things,
  chosen,
  choose,
}: {
  caption: string
  columns: readonly Column[]
  things: readonly number[]
  chosen: number | undefined
  choose(thing: number): void
}): JSX.Element {
  const by = useSignal(0)
  const down = useSignal(false)
  const most = useSignal(portion)
  const column = columns[by.value]!
  const value = column.by ?? column.cell
  const values = new Map(things.map((thing) => [thing, value(thing)]))
  const sorted = [...things].sort((a, b) => {
    const [first, second] = [values.get(a)!, values.get(b)!]
    const order = first < second ? -1 : first > second ? 1 : 0
    return (down.value ? -order : order) || a - b
  })
  return (
    <div class="scroll">
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, numeric }, place) => (
              <th
                key={name}
                scope="col"
                class={numeric ? 'numeric' : undefined}
                aria-sort={by.value !== place ? 'none' : down.value ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  onClick={() => {
                    down.value = by.value === place ? !down.value : numeric === true
                    by.value = place
                  }}
                >
                  {name}
                  <span aria-hidden="true">{by.value !== place ? '' : down.value ? ' ↓' : ' ↑'}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, most.value).map((thing) => (
            <tr key={thing} class={thing === chosen ? 'chosen' : undefined}>
              {columns.map(({ name, numeric, cell }, place) => (
                <td key={name} class={numeric ? 'numeric' : undefined}>
                  {place === 0 ? (
                    <button type="button" class="link" onClick={() => choose(thing)}>
                      <bdi>{cell(thing)}</bdi>
                    </button>
                  ) : (
                    <bdi>{cell(thing)}</bdi>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <MoreButton most={most} of={sorted.length} portion={portion} say={t().showMoreRows} />
    </div>
  )
}

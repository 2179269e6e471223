import type { OpenedGraph } from '../graph/index.ts'
import { rankOrder } from '../query/entities.ts'
import { stats } from '../query/index.ts'
import { counted } from './build-summary.ts'
import { printable } from './printable.ts'

/** Names of each kind that are shown. */
const most = 8

/** What is in a graph, in a few lines: totals, types, relations, and the entities that most leads to. */
export function graphSummary(source: OpenedGraph): string {
  const { items } = stats(source)
  const group = (name: string): string =>
    items
      .filter((figure) => figure.group === name)
      .slice(0, most)
      .map((figure) => `${figure.name} ${figure.count}`)
      .join(', ')
  const total = (name: string): number =>
    items.find((figure) => figure.group === 'total' && figure.name === name)?.count ?? 0
  const first = rankOrder(source.graph)
    .filter(({ key }) => !key.startsWith('value/'))
    .slice(0, most)
  const lines = [
    [
      counted(total('documents'), 'document', 'documents'),
      counted(total('entities'), 'entity', 'entities'),
      counted(total('relations'), 'relation', 'relations'),
      counted(total('evidence'), 'piece of evidence', 'pieces of evidence'),
      counted(total('contradictions'), 'contradiction', 'contradictions'),
    ].join(', '),
    `Entities: ${group('entities by type')}`,
    `Relations: ${group('relations by name')}`,
    `Most connected: ${first.map(({ attributes }) => attributes.label).join(', ')}`,
  ]
  return lines
    .filter((line) => !line.endsWith(': '))
    .map((line) => `${printable(line)}\n`)
    .join('')
}

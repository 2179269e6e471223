import type { GraphIndex } from '../graph/index-graph.ts'
import { t } from '../text/language.ts'
import type { Selection } from './selection.ts'

/** What is chosen, in words. */
export function sayChosen(index: GraphIndex, selection: Selection): string {
  if (selection.kind === 'edges') return sayEdges(selection)
  if (selection.kind === 'node') return index.nodes[selection.node]!.label
  if (selection.kind === 'path') return t().pathFrom(index.nodes[selection.from]!.label)
  const { label, polarity } = index.edges[selection.edge]!
  const [source, target] = [index.source[selection.edge]!, index.target[selection.edge]!]
  const not = polarity === 'negative' ? `${t().not}: ` : ''
  return `${index.nodes[source]!.label} ${not}${label} ${index.nodes[target]!.label}`
}

/** The heading of several relations. */
export function sayEdges({ edges, from }: Extract<Selection, { kind: 'edges' }>): string {
  return from === 'pair' ? t().between(edges.length) : t().fromPassage(edges.length)
}

import { type OpenedGraph, timeText } from '../graph/index.ts'
import type { EdgeAttributes } from '../model/index.ts'
import { dotString } from './dot-text.ts'
import { edgeLabel } from './edge-label.ts'
import type { Exporter } from './exporter.ts'

/** How a relation is drawn: denied ones dashed and red, what is not asserted dotted. */
function style({ polarity, modality }: EdgeAttributes): string {
  if (polarity === 'negative') return ', style="dashed", color="#b00020", fontcolor="#b00020"'
  return modality === 'asserted' ? '' : ', style="dotted"'
}

/** The label of a relation with how it is put forward and when it holds. */
function label(attributes: EdgeAttributes): string {
  const when = attributes.times.map(timeText).join('; ')
  const shown = attributes.modality === 'asserted' ? '' : ` [${attributes.modality}]`
  return `${edgeLabel(attributes)}${shown}${when === '' ? '' : `, ${when}`}`
}

function* dotPieces({ graph }: OpenedGraph): Generator<string> {
  yield 'digraph redthread {\n  node [shape=box, style="rounded,filled", fontname="sans-serif"]\n'
  yield '  edge [fontname="sans-serif", fontsize=10]\n'
  for (const { node, attributes } of graph.nodeEntries()) {
    const tooltip = `${attributes.type}: ${node}`
    yield `  ${dotString(node)} [label=${dotString(attributes.label)}, tooltip=${dotString(tooltip)}, `
    yield `color=${dotString(attributes.color)}, fillcolor="white", class=${dotString(attributes.type)}]\n`
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const quote = attributes.evidence[0]?.quote ?? ''
    yield `  ${dotString(source)} -> ${dotString(target)} [label=${dotString(label(attributes))}, `
    yield `tooltip=${dotString(quote)}, id=${dotString(edge)}${style(attributes)}]\n`
  }
  yield '}\n'
}

/** A drawing for Graphviz. */
export const dot: Exporter = {
  name: 'dot',
  description: 'DOT: Graphviz, for printed drawings of small graphs',
  shape: 'file',
  files: (source) => [{ path: 'graph.dot', pieces: dotPieces(source) }],
}

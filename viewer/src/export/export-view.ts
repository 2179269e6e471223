import { csv } from '../../../src/export/csv.ts'
import { defaultBase, type Exporter, type ExportSettings } from '../../../src/export/exporter.ts'
import { gexf } from '../../../src/export/gexf.ts'
import { json } from '../../../src/export/json.ts'
import { frameView } from '../render/frame-view.ts'
import { layLabels } from '../render/label-layer.ts'
import { measureText } from '../render/measure-text.ts'
import { readPaint } from '../render/read-paint.ts'
import { noFocus } from '../render/scene.ts'
import type { View } from '../render/view.ts'
import { lineStyle } from '../state/build-scene.ts'
import type { PageState } from '../state/page-state.ts'
import { t } from '../text/language.ts'
import { sayValue } from '../text/say-value.ts'
import { type LegendEntry, pngOf, svgPicture } from './picture.ts'
import { save } from './save.ts'
import { visibleGraph } from './visible-graph.ts'

/** The files that what is drawn can be saved as. */
export const exportNames = ['png', 'svg', 'gexf', 'json', 'nodes.csv', 'edges.csv', 'evidence.csv'] as const
export type ExportName = (typeof exportNames)[number]

/** Neither the tables nor GEXF nor JSON ask for a schema. */
const settings: ExportSettings = { schema: undefined as never, base: defaultBase }

const types: Record<string, string> = {
  gexf: 'application/xml',
  json: 'application/json',
  csv: 'text/csv',
}

/** Saves what is drawn now as a file. `caption` says how much of the graph it is. */
export async function exportView(state: PageState, name: ExportName, caption: string): Promise<void> {
  if (name === 'svg') save('redthread.svg', [pictureOf(state, caption)], 'image/svg+xml')
  else if (name === 'png') save('redthread.png', [await pngOf(pictureOf(state, caption))], 'image/png')
  else {
    const source = visibleGraph(state.index, state.drawn.peek(), state.drawnEdges.peek(), state.places.peek())
    const [stem, extension = stem] = name.split('.')
    const exporter: Exporter = extension === 'csv' ? csv : stem === 'gexf' ? gexf : json
    const file = [...exporter.files(source, settings)].find(
      ({ path }) => extension !== 'csv' || path === name,
    )!
    const prefix = extension === 'csv' ? `redthread-${stem}` : 'redthread'
    if ('pieces' in file) save(`${prefix}.${extension}`, [...file.pieces], types[extension!]!)
  }
}

/** What is drawn now as an SVG text with legend and caption. */
export function pictureOf(state: PageState, caption: string): string {
  const scene = state.scene.peek()
  const paint = readPaint()
  const view: View =
    window.redthread?.renderer.view() ??
    frameView(scene, 1200, 800, (at) => layLabels(at, scene, noFocus, paint, () => false, measureText()))
  return svgPicture(view, scene, state.emphasis.peek(), paint, { caption, legend: legendOf(state) })
}

/** The types and the ways of saying that are on the drawing, in the order of the filters. */
function legendOf(state: PageState): LegendEntry[] {
  const { index, facets, colors } = state
  const paint = readPaint()
  const types = facets.list.find(({ id }) => id === 'type')!
  const seen = new Set(state.drawn.peek().map((node) => types.codes.items[node]!))
  const discs = types.values.flatMap(({ key, label }, value) =>
    seen.has(value) ? [{ text: sayValue('type', key, label), color: paint.types[colors[value]!]! }] : [],
  )
  const edges = state.drawnEdges.peek().map((edge) => index.edges[edge]!)
  const styles = new Set(edges.map((edge) => (edge.polarity === 'negative' ? 'negative' : lineStyle(edge))))
  const changes = new Set(
    state.drawnEdges.peek().map((edge) => index.changes.edges.get(index.edgeKeys[edge]!)),
  )
  const lines: (LegendEntry | false)[] = [
    styles.has('solid') && { text: t().lineSolid, line: 'solid' },
    styles.has('dotted') && { text: t().lineDotted, line: 'dotted' },
    styles.has('dashed') && { text: t().lineDashed, line: 'dashed' },
    styles.has('negative') && { text: t().lineNegative, line: 'dashed', negative: true },
    styles.has('derived') && { text: t().lineDerived, line: 'derived' },
    ...(['added', 'removed', 'changed'] as const).map(
      (change): LegendEntry | false =>
        changes.has(change) && {
          text: t().facetValue[`change ${change}`]!,
          line: 'solid',
          color: paint.changes[change],
        },
    ),
  ]
  return [...discs, ...lines.filter((line) => line !== false)]
}

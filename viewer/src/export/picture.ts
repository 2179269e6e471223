import { layLabels } from '../render/label-layer.ts'
import { measureText } from '../render/measure-text.ts'
import type { Focus, LineStyle, Paint, Scene } from '../render/scene.ts'
import { dashedAs, element, sceneElements } from '../render/svg-elements.ts'
import type { View } from '../render/view.ts'

/** One entry of a legend: the disc of a type, or the line of a way of saying. */
export type LegendEntry =
  | { readonly text: string; readonly color: string }
  | { readonly text: string; readonly line: LineStyle; readonly negative?: boolean; readonly color?: string }

/** What a picture shows beside the scene. */
export interface PictureText {
  /** How much of the graph it is. */
  readonly caption: string
  readonly legend: readonly LegendEntry[]
}

const rowHeight = 22
const padding = 16

/** A scene as it is looked at, as one SVG text with labels, a legend and a caption below. Sizes in CSS pixels. */
export function svgPicture(
  view: View,
  scene: Scene,
  focus: Focus,
  paint: Paint,
  { caption, legend }: PictureText,
): string {
  const measure = measureText()
  const labels = layLabels(view, scene, focus, paint, () => false, measure)
  const font = `12px ${paint.font}`
  const rows = legendRows(legend, view.width - 2 * padding, (text) => measure(text, font))
  const height = view.height + padding + (rows.length + 1) * rowHeight
  const svg = element('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width: view.width,
    height,
    viewBox: `0 0 ${view.width} ${height}`,
    'data-entities': scene.nodes.filter(({ group }) => !group).length,
    'data-relations': scene.edges.length,
  })
  const title = element('title', {})
  title.textContent = caption
  const drawing = element('svg', { width: view.width, height: view.height, overflow: 'hidden' })
  drawing.append(...sceneElements(view, scene, focus, labels, paint))
  svg.append(
    title,
    element('rect', { width: view.width, height, fill: paint.background }),
    drawing,
    element('path', { d: `M0 ${view.height}h${view.width}`, stroke: paint.quietEdge }),
  )
  const write = (text: string, x: number, y: number, color: string): void => {
    const line = element('text', {
      x,
      y,
      fill: color,
      style: `font: ${font}`,
      'dominant-baseline': 'central',
    })
    line.textContent = text
    svg.append(line)
  }
  write(caption, padding, view.height + padding / 2 + rowHeight / 2, paint.quietText)
  rows.forEach((row, number) => {
    const y = view.height + padding / 2 + (number + 1.5) * rowHeight
    for (const { entry, x } of row) {
      svg.append(...signOf(entry, x, y, paint))
      write(entry.text, x + ('line' in entry ? 34 : 18), y, paint.text)
    }
  })
  return new XMLSerializer().serializeToString(svg)
}

function signOf(entry: LegendEntry, x: number, y: number, paint: Paint): SVGElement[] {
  if (!('line' in entry)) return [element('circle', { cx: x + 6, cy: y, r: 5.5, fill: entry.color })]
  const color = entry.color ?? (entry.negative === true ? paint.negative : paint.edge)
  const line = element('path', {
    d: `M${x} ${y}h28`,
    stroke: color,
    'stroke-width': 1.8,
    ...dashedAs(entry.line),
  })
  if (entry.negative !== true) return [line]
  return [
    line,
    element('circle', {
      cx: x + 14,
      cy: y,
      r: 5,
      fill: paint.background,
      stroke: color,
      'stroke-width': 1.5,
    }),
    element('path', { d: `M${x + 10.5} ${y - 3.5}l7 7`, stroke: color, 'stroke-width': 1.5 }),
  ]
}

/** Puts entries one after the other into rows of a width. */
function legendRows(
  legend: readonly LegendEntry[],
  width: number,
  measure: (text: string) => number,
): { entry: LegendEntry; x: number }[][] {
  const rows: { entry: LegendEntry; x: number }[][] = []
  let x = Number.POSITIVE_INFINITY
  for (const entry of legend) {
    const needed = ('line' in entry ? 34 : 18) + measure(entry.text)
    if (x + needed > width + padding) {
      rows.push([])
      x = padding
    }
    rows.at(-1)!.push({ entry, x })
    x += needed + 22
  }
  return rows
}

/** An SVG text as PNG, with `scale` pixels for each of its own. */
export async function pngOf(svg: string, scale = 2): Promise<Blob> {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * scale
    canvas.height = image.naturalHeight * scale
    const context = canvas.getContext('2d')!
    context.scale(scale, scale)
    context.drawImage(image, 0, 0)
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png')
    })
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

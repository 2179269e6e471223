import type Sigma from 'sigma'
import { t } from '../../text/language.ts'
import { drawBundle, drawEdge, drawNode, drawText } from '../draw-canvas.ts'
import { type LaidLabel, layLabels, type Measure } from '../label-layer.ts'
import { edgeColor } from '../paint-of.ts'
import { placeOfEdge } from '../pick-edge.ts'
import type { LabelOnScreen } from '../renderer.ts'
import type { Focus, Paint, Scene } from '../scene.ts'
import { toScreen, type View } from '../view.ts'
import { addCanvasLayer } from './canvas-layer.ts'
import { isStyled, plainAbove } from './edge-looks.ts'
import type { Hover } from './sigma-pointer.ts'

/** What the canvases show, as it is when they are drawn. */
export interface Shown {
  scene(): Scene
  focus(): Focus
  paint(): Paint
  /** Places of a node and of an edge in the scene. */
  nodeAt(key: string): number | undefined
  edgeAt(key: string): number | undefined
  bundled(): boolean
  isBundled(edge: number): boolean
  hover(): Hover
  /** Another number whenever labels must be laid anew. */
  version(): number
}

/** The two canvases of our own: below the nodes lines that WebGL does not draw, above them focus, hover and labels. */
export interface Layers {
  draw(view: View): void
  /** The labels, with their boxes in a view. */
  labels(view: View): LabelOnScreen[]
  readonly measure: Measure
}

export function createLayers(sigma: Sigma, shown: Shown): Layers {
  const under = addCanvasLayer(sigma, 'redthread-under', { beforeLayer: 'nodes' })
  const over = addCanvasLayer(sigma, 'redthread-over', { afterLayer: 'hoverNodes' })
  let labels: LaidLabel[] = []
  let laidFor = ''
  let laidAt = { left: 0, top: 0 }
  const widths = new Map<string, number>()

  const measure: Measure = (text, font) => {
    const key = `${font} ${text}`
    let width = widths.get(key)
    if (width === undefined) {
      over.context.font = font
      width = over.context.measureText(text).width
      widths.set(key, width)
    }
    return width
  }

  function drawFocus(view: View): void {
    const [scene, focus, paint] = [shown.scene(), shown.focus(), shown.paint()]
    for (const key of focus.edges) {
      const edge = scene.edges[shown.edgeAt(key) ?? -1]
      if (edge === undefined) continue
      const chosen = key === focus.chosen
      const color = chosen ? paint.accent : edgeColor(edge, paint, paint.quietText)
      drawEdge(over.context, view, scene, edge, paint, color, edge.width + (chosen ? 1.6 : 0.4))
    }
    for (const key of focus.nodes) {
      const node = shown.nodeAt(key)
      if (node !== undefined) drawNode(over.context, view, scene, node, paint, key === focus.chosen)
    }
  }

  function drawHover(view: View): void {
    const [scene, paint, hover] = [shown.scene(), shown.paint(), shown.hover()]
    const [place] = hover.edge?.edges ?? []
    if (place !== undefined) {
      // the edges of a bundle are one line
      for (const number of hover.edge!.bundle ? [place] : hover.edge!.edges) {
        const edge = scene.edges[number]!
        const drawn = hover.edge!.bundle ? { ...edge, curvature: 0 } : edge
        drawEdge(over.context, view, scene, drawn, paint, paint.accent, edge.width + 1)
      }
    }
    if (hover.node === undefined) return
    scene.edges.forEach((edge, number) => {
      if ((edge.source === hover.node || edge.target === hover.node) && !shown.isBundled(number))
        drawEdge(over.context, view, scene, edge, paint, paint.accent, edge.width + 0.4)
    })
    drawNode(over.context, view, scene, hover.node, paint, true)
  }

  function drawLabels(view: View): void {
    const paint = shown.paint()
    const state = `${shown.version()} ${view.scale} ${view.sizes}`
    if (state !== laidFor) {
      labels = layLabels(view, shown.scene(), shown.focus(), paint, shown.isBundled, measure)
      laidFor = state
      laidAt = { left: view.left, top: view.top }
    }
    const dx = view.left - laidAt.left
    const dy = view.top - laidAt.top
    for (const label of labels) {
      const at = { x: label.x + dx, y: label.y + dy }
      if (at.x < -200 || at.y < -50 || at.x > view.width + 200 || at.y > view.height + 50) continue
      const color = label.kind === 'node' ? paint.text : paint.quietText
      drawText(over.context, label.text, at, label.angle, label.font, color, paint.background)
    }
  }

  /** The name of what is under the pointer, if it has no label there already. */
  function drawHoverLabel(view: View): void {
    const [scene, paint, hover] = [shown.scene(), shown.paint(), shown.hover()]
    const [edge] = hover.edge?.edges ?? []
    const text =
      hover.node !== undefined
        ? scene.nodes[hover.node]!.label
        : edge === undefined
          ? undefined
          : hover.edge!.edges.length === 1
            ? scene.edges[edge]!.label
            : t().relations(hover.edge!.edges.length)
    if (text === undefined || (hover.node !== undefined && labels.some((label) => label.text === text)))
      return
    const at =
      hover.node !== undefined
        ? toScreen(view, scene.nodes[hover.node]!)
        : placeOfEdge(view, scene, edge!, hover.edge!.bundle)
    const font = `600 13px ${paint.font}`
    drawText(over.context, text, { x: at.x, y: at.y - 18 }, 0, font, paint.text, paint.background)
  }

  return {
    measure,
    draw(view) {
      const [scene, focus, paint] = [shown.scene(), shown.focus(), shown.paint()]
      under.clear()
      over.clear()
      const focused = focus.nodes.size + focus.edges.size > 0
      scene.edges.forEach((edge, number) => {
        if (isStyled(scene, number) && !shown.isBundled(number))
          drawEdge(under.context, view, scene, edge, paint, edgeColor(edge, paint), edge.width)
      })
      if (shown.bundled() && !focused && scene.edges.length <= plainAbove)
        for (const bundle of scene.bundles) drawBundle(under.context, view, scene, bundle, paint)
      drawFocus(view)
      drawHover(view)
      drawLabels(view)
      drawHoverLabel(view)
    },
    labels(view) {
      const dx = view.left - laidAt.left
      const dy = view.top - laidAt.top
      return labels.map(({ text, kind, boxes }) => ({
        text,
        kind,
        boxes: boxes.map((box) => ({
          left: box.left + dx,
          right: box.right + dx,
          top: box.top + dy,
          bottom: box.bottom + dy,
        })),
      }))
    },
  }
}

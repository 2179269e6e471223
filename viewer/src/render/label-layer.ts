import { loopTop } from './draw-canvas.ts'
import { directionAt, pointAt } from './edge-geometry.ts'
import { labelSides } from './frame-view.ts'
import { shortLabel } from './label-text.ts'
import { type Box, createBoxSet, placeLabels, turnedBoxes } from './place-labels.ts'
import type { LabelOnScreen } from './renderer.ts'
import type { DrawnEdge, Focus, Paint, Scene } from './scene.ts'
import { curveOf, loopOf, radiusOf, shownPart, toScreen, type View } from './view.ts'

/** A label with its place, relative to the view it was placed in. */
export interface LaidLabel extends LabelOnScreen {
  readonly x: number
  readonly y: number
  readonly angle: number
  readonly font: string
  readonly important: boolean
}

/** Width of a text in pixels. */
export type Measure = (text: string, font: string) => number

/** More edges than this and only those in focus are labelled. */
const mostLabelledEdges = 1500

export function nodeFont(paint: Paint, important: boolean): string {
  return `${important ? 600 : 500} ${important ? 13 : 12}px ${paint.font}`
}

export function edgeFont(paint: Paint): string {
  return `italic 11px ${paint.font}`
}

/**
 * Lays out the labels of a whole scene for one scale: first those of nodes in focus, then of nodes by
 * importance, then of edges. None overlaps another. All labels are laid whether inside the window or not,
 * so that nothing changes while panning; names at the sides of the scene keep to what shows when it is framed.
 */
export function layLabels(
  view: View,
  scene: Scene,
  focus: Focus,
  paint: Paint,
  bundled: (edge: number) => boolean,
  measure: Measure,
): LaidLabel[] {
  const focused = focus.nodes.size + focus.edges.size > 0
  const taken = createBoxSet()
  const chosen = scene.edges.find((edge) => edge.key === focus.chosen)
  const chosenLabel = chosen && edgeLabel(view, scene, chosen, paint, measure, () => false, true)
  for (const box of chosenLabel?.boxes ?? []) taken.add(box)
  const order = [...scene.nodes.keys()].filter((node) => !focused || focus.nodes.has(scene.nodes[node]!.key))
  if (focus.chosen !== undefined)
    order.sort(
      (a, b) =>
        Number(scene.nodes[b]!.key === focus.chosen) - Number(scene.nodes[a]!.key === focus.chosen) || a - b,
    )
  const wishes = order.map((node) => {
    const { x, y } = toScreen(view, scene.nodes[node]!)
    const radius = radiusOf(view, scene, node)
    const important = isImportant(scene, node, focus)
    const width = measure(shortLabel(scene.nodes[node]!.label), nodeFont(paint, important))
    return { x, y, radius, width: width + 4, height: important ? 17 : 16 }
  })
  const labels: LaidLabel[] = placeLabels(wishes, taken, labelSides(scene, view)).map((placed) => {
    const node = order[placed.wish]!
    const important = isImportant(scene, node, focus)
    return {
      text: scene.nodes[node]!.label,
      kind: 'node',
      boxes: [placed],
      x: (placed.left + placed.right) / 2,
      y: (placed.top + placed.bottom) / 2,
      angle: 0,
      font: nodeFont(paint, important),
      important,
    }
  })
  if (chosenLabel !== undefined) labels.push(chosenLabel)
  // a line's label may not lie on the disc of a node
  for (const wish of wishes)
    taken.add({
      left: wish.x - wish.radius,
      right: wish.x + wish.radius,
      top: wish.y - wish.radius,
      bottom: wish.y + wish.radius,
    })
  const edges = [...scene.edges.keys()].filter((edge) => {
    const { key } = scene.edges[edge]!
    if (key === focus.chosen) return false
    return focused ? focus.edges.has(key) : scene.edges.length <= mostLabelledEdges && !bundled(edge)
  })
  for (const edge of edges) {
    const label = edgeLabel(view, scene, scene.edges[edge]!, paint, measure, (boxes) =>
      boxes.some((box) => taken.hits(box)),
    )
    if (label === undefined) continue
    for (const box of label.boxes) taken.add(box)
    labels.push(label)
  }
  return labels
}

function isImportant(scene: Scene, node: number, focus: Focus): boolean {
  return scene.nodes[node]!.key === focus.chosen || (focus.chosen === undefined && node < 12)
}

/** A label on the middle of an edge, or a little to either side of it, where it has room. */
function edgeLabel(
  view: View,
  scene: Scene,
  edge: DrawnEdge,
  paint: Paint,
  measure: Measure,
  hits: (boxes: Box[]) => boolean,
  always = false,
): LaidLabel | undefined {
  const font = edgeFont(paint)
  const width = measure(shortLabel(edge.label), font) + 4
  const height = 14
  const lay = (x: number, y: number, angle: number): LaidLabel | undefined => {
    const boxes = turnedBoxes(x, y, width, height, angle)
    if (hits(boxes)) return undefined
    return { text: edge.label, kind: 'edge', boxes, x, y, angle, font, important: false }
  }
  if (edge.source === edge.target) {
    const top = loopTop(loopOf(view, scene, edge))
    return lay(top.x + width / 2 + 4, top.y - 4, 0)
  }
  const curve = curveOf(view, scene, edge)
  const [start, end] = shownPart(view, scene, edge, curve)
  const from = pointAt(curve, start)
  const to = pointAt(curve, end)
  const short = Math.hypot(to.x - from.x, to.y - from.y) < width + 12
  if (short && !always) return undefined
  for (const part of [0.5, 0.36, 0.64]) {
    const t = start + (end - start) * part
    const { x, y } = pointAt(curve, t)
    const direction = directionAt(curve, t)
    // never upside down
    const angle = Math.cos(direction) < 0 ? direction + Math.PI : direction
    // clear of the sign of a denial, which sits on the line
    const lift = edge.negative || short ? 13 : 0
    const label = lay(x + Math.sin(angle) * lift, y - Math.cos(angle) * lift, angle)
    if (label !== undefined) return label
  }
  return undefined
}

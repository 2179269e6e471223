import { type Curve, directionAt, type Point, pointAt } from './edge-geometry.ts'
import { shortLabel } from './label-text.ts'
import { dashes, nodeRing } from './paint-of.ts'
import type { Bundle, DrawnEdge, Paint, Scene } from './scene.ts'
import { curveOf, loopOf, radiusOf, shownPart, toScreen, type View } from './view.ts'

/** Draws one edge with its line style, arrow head and, where it is negative, the sign of a denial. */
export function drawEdge(
  context: CanvasRenderingContext2D,
  view: View,
  scene: Scene,
  edge: DrawnEdge,
  paint: Paint,
  color: string,
  width: number,
): void {
  context.strokeStyle = color
  context.fillStyle = color
  context.lineWidth = width
  context.lineCap = edge.style === 'dotted' ? 'round' : 'butt'
  context.setLineDash(dashes[edge.style])
  if (edge.source === edge.target) {
    const loop = loopOf(view, scene, edge)
    context.beginPath()
    context.arc(loop.x, loop.y, loop.radius, 0, 2 * Math.PI)
    context.stroke()
    context.setLineDash([])
    if (edge.negative) drawSign(context, loopTop(loop), paint, color)
    return
  }
  const curve = curveOf(view, scene, edge)
  if (outside(view, curve)) return
  const [start, end] = shownPart(view, scene, edge, curve)
  const head = 3 + width * 2.6
  strokePart(context, curve, start, end)
  context.setLineDash([])
  drawHead(context, pointAt(curve, end), directionAt(curve, end), head)
  if (edge.negative) drawSign(context, pointAt(curve, (start + end) / 2), paint, color)
}

/** The top of a loop, where its label stands. */
export function loopTop(loop: { x: number; y: number; radius: number }): Point {
  return { x: loop.x + loop.radius * Math.SQRT1_2, y: loop.y - loop.radius * Math.SQRT1_2 }
}

/** Draws the number of edges on the middle of a bundle. */
export function drawBundle(
  context: CanvasRenderingContext2D,
  view: View,
  scene: Scene,
  bundle: Bundle,
  paint: Paint,
): void {
  const curve = curveOf(view, scene, bundle)
  if (outside(view, curve)) return
  const middle = pointAt(curve, 0.5)
  context.fillStyle = paint.background
  context.strokeStyle = paint.edge
  context.lineWidth = 1
  context.beginPath()
  context.arc(middle.x, middle.y, 7.5, 0, 2 * Math.PI)
  context.fill()
  context.stroke()
  context.fillStyle = paint.quietText
  context.font = `600 10px ${paint.font}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(String(bundle.edges.length), middle.x, middle.y + 0.5)
}

/** Draws the disc of a node, or the ring of a group. */
export function drawNode(
  context: CanvasRenderingContext2D,
  view: View,
  scene: Scene,
  node: number,
  paint: Paint,
  chosen: boolean,
): void {
  const drawn = scene.nodes[node]!
  const centre = toScreen(view, drawn)
  const radius = radiusOf(view, scene, node)
  context.setLineDash([])
  context.beginPath()
  context.arc(centre.x, centre.y, radius, 0, 2 * Math.PI)
  context.fillStyle = paint.types[drawn.color] ?? paint.edge
  context.fill()
  const ring = nodeRing(drawn, paint)
  context.lineWidth = ring.width
  context.strokeStyle = ring.color
  context.stroke()
  if (!chosen) return
  context.beginPath()
  context.arc(centre.x, centre.y, radius + 3.5, 0, 2 * Math.PI)
  context.lineWidth = 2.5
  context.strokeStyle = paint.accent
  context.stroke()
}

/** Writes a text with a halo in the colour of the background, turned by `angle` around its middle. */
export function drawText(
  context: CanvasRenderingContext2D,
  text: string,
  middle: Point,
  angle: number,
  font: string,
  color: string,
  halo: string,
): void {
  context.save()
  context.translate(middle.x, middle.y)
  context.rotate(angle)
  context.font = font
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = halo
  context.strokeText(shortLabel(text), 0, 0.5)
  context.fillStyle = color
  context.fillText(shortLabel(text), 0, 0.5)
  context.restore()
}

function strokePart(context: CanvasRenderingContext2D, curve: Curve, start: number, end: number): void {
  // de Casteljau: the control point of the part from start to end
  const from = pointAt(curve, start)
  const to = pointAt(curve, end)
  const blend = (a: number, b: number, c: number): number =>
    (1 - start) * (1 - end) * a + (start + end - 2 * start * end) * b + start * end * c
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.quadraticCurveTo(
    blend(curve.from.x, curve.control.x, curve.to.x),
    blend(curve.from.y, curve.control.y, curve.to.y),
    to.x,
    to.y,
  )
  context.stroke()
}

function drawHead(context: CanvasRenderingContext2D, tip: Point, direction: number, length: number): void {
  const spread = 0.42
  context.beginPath()
  context.moveTo(tip.x, tip.y)
  context.lineTo(tip.x - length * Math.cos(direction - spread), tip.y - length * Math.sin(direction - spread))
  context.lineTo(tip.x - length * Math.cos(direction + spread), tip.y - length * Math.sin(direction + spread))
  context.closePath()
  context.fill()
}

/** A small crossed circle: this is denied, or said not to be. */
function drawSign(context: CanvasRenderingContext2D, at: Point, paint: Paint, color: string): void {
  const radius = 5.5
  const arm = radius * Math.SQRT1_2
  context.beginPath()
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI)
  context.fillStyle = paint.background
  context.fill()
  context.lineWidth = 1.6
  context.strokeStyle = color
  context.stroke()
  context.beginPath()
  context.moveTo(at.x - arm, at.y - arm)
  context.lineTo(at.x + arm, at.y + arm)
  context.stroke()
}

function outside(view: View, { from, control, to }: Curve): boolean {
  return (
    Math.max(from.x, control.x, to.x) < 0 ||
    Math.min(from.x, control.x, to.x) > view.width ||
    Math.max(from.y, control.y, to.y) < 0 ||
    Math.min(from.y, control.y, to.y) > view.height
  )
}

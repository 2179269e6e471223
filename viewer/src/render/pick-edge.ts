import { loopTop } from './draw-canvas.ts'
import { distanceTo, type Point, pointAt } from './edge-geometry.ts'
import type { Scene } from './scene.ts'
import { curveOf, loopOf, shownPart, type View } from './view.ts'

/** The edge under the pointer, or all edges of the bundle under it. */
export interface Picked {
  /** Places in the scene's edges. */
  readonly edges: readonly number[]
  readonly bundle: boolean
}

/** The edge drawn nearest to a point, within `reach` pixels. */
export function pickEdge(
  view: View,
  scene: Scene,
  point: Point,
  reach: number,
  bundled: boolean,
): Picked | undefined {
  let best = reach
  let picked: Picked | undefined
  const hidden = new Set(bundled ? scene.bundles.flatMap((bundle) => bundle.edges) : [])
  scene.edges.forEach((edge, number) => {
    if (hidden.has(number)) return
    let distance: number
    if (edge.source === edge.target) {
      const loop = loopOf(view, scene, edge)
      distance = Math.abs(Math.hypot(point.x - loop.x, point.y - loop.y) - loop.radius)
    } else {
      const curve = curveOf(view, scene, edge)
      if (farFrom(curve.from, curve.control, curve.to, point, best)) return
      distance = distanceTo(curve, point)
    }
    if (distance < best) {
      best = distance
      picked = { edges: [number], bundle: false }
    }
  })
  if (bundled)
    for (const bundle of scene.bundles) {
      const curve = curveOf(view, scene, bundle)
      if (farFrom(curve.from, curve.control, curve.to, point, best + 8)) continue
      const middle = pointAt(curve, 0.5)
      // the number in its circle is part of the line
      const onNumber = Math.hypot(point.x - middle.x, point.y - middle.y) < 8
      const distance = onNumber ? 0 : distanceTo(curve, point)
      if (distance >= best) continue
      best = distance
      picked = { edges: bundle.edges, bundle: true }
    }
  return picked
}

/** The middle of an edge as drawn: between the discs of its nodes, or the top of a loop. */
export function placeOfEdge(view: View, scene: Scene, edge: number, bundled: boolean): Point {
  const drawn = scene.edges[edge]!
  if (drawn.source === drawn.target) return loopTop(loopOf(view, scene, drawn))
  const shape = bundled ? { ...drawn, curvature: 0 } : drawn
  const curve = curveOf(view, scene, shape)
  const [start, end] = shownPart(view, scene, shape, curve)
  return pointAt(curve, (start + end) / 2)
}

function farFrom(from: Point, control: Point, to: Point, point: Point, reach: number): boolean {
  return (
    point.x < Math.min(from.x, control.x, to.x) - reach ||
    point.x > Math.max(from.x, control.x, to.x) + reach ||
    point.y < Math.min(from.y, control.y, to.y) - reach ||
    point.y > Math.max(from.y, control.y, to.y) + reach
  )
}

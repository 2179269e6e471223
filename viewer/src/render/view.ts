import { type Curve, clipAt, edgeCurve, type Loop, loopAt, type Point } from './edge-geometry.ts'
import type { DrawnEdge, Scene } from './scene.ts'

/** How the file's units lie on the screen: `x * scale + left`, `top - y * scale`; sizes times `sizes`. */
export interface View {
  readonly scale: number
  readonly left: number
  readonly top: number
  readonly sizes: number
  readonly width: number
  readonly height: number
}

/** A place of the file on the screen. */
export function toScreen(view: View, place: Point): Point {
  return { x: place.x * view.scale + view.left, y: view.top - place.y * view.scale }
}

/** The place of the file in the middle of the window. */
export function middleOf({ scale, left, top, width, height }: View): Point {
  return { x: (width / 2 - left) / scale, y: (top - height / 2) / scale }
}

/** Radius of a node on the screen. */
export function radiusOf(view: View, scene: Scene, node: number): number {
  return scene.nodes[node]!.radius * view.sizes
}

export function loopOf(view: View, scene: Scene, edge: DrawnEdge): Loop {
  const centre = toScreen(view, scene.nodes[edge.source]!)
  return loopAt(centre, radiusOf(view, scene, edge.source), edge.curvature)
}

/** The curve of an edge that is not a loop, from centre to centre. */
export function curveOf(
  view: View,
  scene: Scene,
  edge: { readonly source: number; readonly target: number; readonly curvature?: number },
): Curve {
  return edgeCurve(
    toScreen(view, scene.nodes[edge.source]!),
    toScreen(view, scene.nodes[edge.target]!),
    edge.curvature ?? 0,
  )
}

/** Where a curve shows between the discs of its two nodes: `t` from and to. */
export function shownPart(view: View, scene: Scene, edge: DrawnEdge, curve: Curve): [number, number] {
  return [
    clipAt(curve, 'from', radiusOf(view, scene, edge.source)),
    clipAt(curve, 'to', radiusOf(view, scene, edge.target) + 1),
  ]
}

/**
 * From which scale parallel edges are drawn apart: half of them are then at least `apart` pixels long.
 */
export function unbundleScale(scene: Scene, apart = 90): number {
  const lengths = scene.bundles.map(({ source, target }) => {
    const from = scene.nodes[source]!
    const to = scene.nodes[target]!
    return Math.hypot(to.x - from.x, to.y - from.y)
  })
  if (lengths.length === 0) return 0
  lengths.sort((a, b) => a - b)
  const median = lengths[lengths.length >> 1]!
  return median === 0 ? 0 : apart / median
}

/** A place on the screen in CSS pixels, y downwards. */
export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * An edge as drawn: a quadratic curve from the centre of one node to that of another. A self-loop is the
 * closed curve that `loopCurve` gives.
 */
export interface Curve {
  readonly from: Point
  readonly control: Point
  readonly to: Point
}

/**
 * The curve between two points. `curvature` is the distance of the control point from the middle over the
 * length, to the left of the direction for positive values: the same curve as @sigma/edge-curve draws.
 */
export function edgeCurve(from: Point, to: Point, curvature: number): Curve {
  return {
    from,
    to,
    control: {
      x: (from.x + to.x) / 2 + (to.y - from.y) * curvature,
      y: (from.y + to.y) / 2 - (to.x - from.x) * curvature,
    },
  }
}

/** The point at `t` (0 to 1) of a curve. */
export function pointAt({ from, control, to }: Curve, t: number): Point {
  const u = 1 - t
  return {
    x: u * u * from.x + 2 * u * t * control.x + t * t * to.x,
    y: u * u * from.y + 2 * u * t * control.y + t * t * to.y,
  }
}

/** Direction of a curve at `t`, in radians; 0 is to the right, positive turns downwards. */
export function directionAt({ from, control, to }: Curve, t: number): number {
  const u = 1 - t
  return Math.atan2(
    u * (control.y - from.y) + t * (to.y - control.y),
    u * (control.x - from.x) + t * (to.x - control.x),
  )
}

/** Distance from a point to a curve, in pixels, exact to a fraction of a pixel (16 straight pieces). */
export function distanceTo(curve: Curve, point: Point): number {
  const straight =
    curve.control.x === (curve.from.x + curve.to.x) / 2 && curve.control.y === (curve.from.y + curve.to.y) / 2
  const pieces = straight ? 1 : 16
  let nearest = Number.POSITIVE_INFINITY
  let last = curve.from
  for (let piece = 1; piece <= pieces; piece++) {
    const next = pointAt(curve, piece / pieces)
    nearest = Math.min(nearest, distanceToSegment(last, next, point))
    last = next
  }
  return nearest
}

/** The `t` at which a curve leaves the disc of `radius` around its `from` end (or enters that of `to`). */
export function clipAt(curve: Curve, end: 'from' | 'to', radius: number): number {
  const centre = curve[end]
  let inside = end === 'from' ? 0 : 1
  let outside = 0.5
  for (let step = 0; step < 12; step++) {
    const middle = (inside + outside) / 2
    const point = pointAt(curve, middle)
    if (Math.hypot(point.x - centre.x, point.y - centre.y) < radius) inside = middle
    else outside = middle
  }
  return outside
}

/** A circle that stands for a self-loop: it touches its node's centre from above right, `slot` by slot larger. */
export interface Loop extends Point {
  readonly radius: number
}

/** The circle of the `slot`th self-loop (from 0) of a node of `radius` pixels at `centre`. */
export function loopAt(centre: Point, radius: number, slot: number): Loop {
  const size = radius * 0.9 + 7 + slot * 6
  const reach = (radius * 0.4 + size) * Math.SQRT1_2
  return { x: centre.x + reach, y: centre.y - reach, radius: size }
}

/**
 * Curvatures that keep parallel edges apart: edges between the same two nodes, in either direction, fan
 * out evenly, a single one is straight. `ends` gives the two node numbers of each edge; self-loops get
 * their slot (0, 1, ...) instead.
 */
export function spreadParallels(ends: readonly (readonly [number, number])[]): number[] {
  const groups = new Map<string, number[]>()
  ends.forEach(([source, target], edge) => {
    const pair = source < target ? `${source} ${target}` : `${target} ${source}`
    const group = groups.get(pair)
    if (group === undefined) groups.set(pair, [edge])
    else group.push(edge)
  })
  const curvatures = new Array<number>(ends.length).fill(0)
  for (const group of groups.values()) {
    const [source, target] = ends[group[0]!]!
    const step = Math.min(0.22, 1.4 / group.length)
    group.forEach((edge, slot) => {
      if (source === target) curvatures[edge] = slot
      else {
        const offset = (slot - (group.length - 1) / 2) * step
        // `|| 0` keeps minus zero out
        curvatures[edge] = (ends[edge]![0] < ends[edge]![1] ? offset : -offset) || 0
      }
    })
  }
  return curvatures
}

function distanceToSegment(from: Point, to: Point, point: Point): number {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length
  const t = Math.max(0, Math.min(1, along))
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy)
}

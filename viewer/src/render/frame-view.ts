import type { LaidLabel } from './label-layer.ts'
import type { DrawnNode, Scene } from './scene.ts'
import type { View } from './view.ts'

/** The box around all nodes in the file's units, never without size. */
export function extent(nodes: readonly DrawnNode[]): { x: [number, number]; y: [number, number] } {
  const range = (values: number[]): [number, number] => {
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (const value of values) {
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
    if (!Number.isFinite(low) || !Number.isFinite(high)) return [-1, 1]
    return high - low < 1e-6 ? [low - 1, high + 1] : [low, high]
  }
  return { x: range(nodes.map((node) => node.x)), y: range(nodes.map((node) => node.y)) }
}

/** Pixels left free at each side of a window. */
interface Margins {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const plainMargins: Margins = { left: 40, right: 40, top: 40, bottom: 40 }
/** Pixels between a label and the side of the window. */
const labelGap = 14

/** How far labels may reach beyond the nodes on either side, in a window of `width` pixels. */
function mostRoom(nodes: number, width: number): number {
  // few nodes leave room for long names
  return width * (nodes <= 40 ? 0.3 : 0.22)
}

/** Between which sides of a view all labels of a scene show when it is framed, wherever the view has been moved. */
export function labelSides({ nodes }: Scene, view: View): { left: number; right: number } {
  const { x } = extent(nodes)
  const room = mostRoom(nodes.length, view.width) - labelGap
  return { left: x[0] * view.scale + view.left - room, right: x[1] * view.scale + view.left + room }
}

/**
 * The view in which the nodes of a scene and their labels fill a window of `width` by `height` pixels. `lay`
 * lays out the labels of a view; it is asked three times, as the room that labels need depends on the scale.
 */
export function frameView(
  scene: Scene,
  width: number,
  height: number,
  lay: (view: View) => readonly LaidLabel[],
): View {
  const box = extent(scene.nodes)
  let margins = plainMargins
  for (let round = 0; round < 3; round++) {
    const view = fill(box, width, height, margins)
    const labels = lay(view)
    const left = box.x[0] * view.scale + view.left
    const right = box.x[1] * view.scale + view.left
    let [over, beyond] = [0, 0]
    for (const label of labels)
      for (const edge of label.boxes) {
        over = Math.max(over, left - edge.left)
        beyond = Math.max(beyond, edge.right - right)
      }
    const most = mostRoom(scene.nodes.length, width)
    margins = {
      ...plainMargins,
      left: Math.min(most, Math.max(32, over + labelGap)),
      right: Math.min(most, Math.max(32, beyond + labelGap)),
    }
  }
  return fill(box, width, height, margins)
}

function fill(box: ReturnType<typeof extent>, width: number, height: number, margins: Margins): View {
  const free = {
    width: Math.max(20, width - margins.left - margins.right),
    height: Math.max(20, height - margins.top - margins.bottom),
  }
  const scale = Math.min(free.width / (box.x[1] - box.x[0]), free.height / (box.y[1] - box.y[0]))
  return {
    scale,
    left: margins.left + free.width / 2 - ((box.x[0] + box.x[1]) / 2) * scale,
    top: margins.top + free.height / 2 + ((box.y[0] + box.y[1]) / 2) * scale,
    sizes: 1,
    width,
    height,
  }
}

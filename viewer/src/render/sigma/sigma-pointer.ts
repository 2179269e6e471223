import type Sigma from 'sigma'
import type { MouseCoords } from 'sigma/types'
import { type Picked, pickEdge } from '../pick-edge.ts'
import type { RendererEvents } from '../renderer.ts'
import type { Scene } from '../scene.ts'
import { toScreen, type View } from '../view.ts'

/** What the pointer needs to know of the drawing. */
export interface Pointed {
  scene(): Scene
  view(): View
  bundled(): boolean
  nodeAt(key: string): number | undefined
  redraw(): void
}

/** What is under the pointer: the place of a node in the scene, or edges. */
export interface Hover {
  node: number | undefined
  edge: Picked | undefined
}

/** A press that moves fewer pixels than this is a click. */
const leastDrag = 4

/** Turns what Sigma says of the pointer into events of the drawing; gives what is under it. */
export function watchPointer(
  sigma: Sigma,
  container: HTMLElement,
  drawing: Pointed,
  events: RendererEvents,
): Hover {
  const hover: Hover = { node: undefined, edge: undefined }
  /** The node under a press, where it began, and how far from its middle. */
  let held: { key: string; x: number; y: number; dx: number; dy: number; moved: boolean } | undefined

  const hoverChanged = (): void => {
    container.style.cursor = hover.node !== undefined || hover.edge !== undefined ? 'pointer' : ''
    drawing.redraw()
  }
  const onStage = (event: MouseCoords): void => {
    const touch = 'touches' in event.original || 'changedTouches' in event.original
    const picked = pickEdge(drawing.view(), drawing.scene(), event, touch ? 14 : 7, drawing.bundled())
    const keys = picked?.edges.map((edge) => drawing.scene().edges[edge]!.key)
    if (keys === undefined) events.stage()
    else if (keys.length === 1) events.edge(keys[0]!)
    else events.bundle(keys)
  }

  let dragged = false
  /** The node clicked last: Sigma calls any two quick clicks a double one, wherever they are. */
  let clicked: string | undefined
  sigma.on('clickNode', ({ node }) => {
    clicked = node
    if (!dragged) events.node(node)
  })
  sigma.on('enterNode', ({ node }) => {
    hover.node = drawing.nodeAt(node)
    hover.edge = undefined
    hoverChanged()
  })
  sigma.on('leaveNode', () => {
    hover.node = undefined
    hoverChanged()
  })
  sigma.on('clickStage', ({ event }) => {
    clicked = undefined
    if (!dragged) onStage(event)
  })
  // two quick clicks choose twice, they do not zoom
  sigma.on('doubleClickStage', ({ event, preventSigmaDefault }) => {
    preventSigmaDefault()
    onStage(event)
  })
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault()
    if (clicked === node) events.open(node)
    else events.node(node)
    clicked = undefined
  })
  sigma.on('downNode', ({ node, event }) => {
    dragged = false
    const middle = toScreen(drawing.view(), drawing.scene().nodes[drawing.nodeAt(node)!]!)
    const { x, y } = event
    held = { key: node, x, y, dx: middle.x - x, dy: middle.y - y, moved: false }
  })
  sigma.on('downStage', () => {
    dragged = false
  })
  sigma.on('moveBody', ({ event }) => {
    if (held !== undefined) {
      event.preventSigmaDefault()
      held.moved ||= Math.hypot(event.x - held.x, event.y - held.y) >= leastDrag
      if (!held.moved) return
      const { left, top, scale } = drawing.view()
      const { key, dx, dy } = held
      events.drag(key, { x: (event.x + dx - left) / scale, y: (top - event.y - dy) / scale })
      return
    }
    const inside = event.original.target === container || container.contains(event.original.target as Node)
    const picked =
      hover.node === undefined && inside
        ? pickEdge(drawing.view(), drawing.scene(), event, 6, drawing.bundled())
        : undefined
    if (picked?.edges[0] === hover.edge?.edges[0]) return
    hover.edge = picked
    hoverChanged()
  })
  const release = (): void => {
    if (held?.moved) {
      dragged = true
      events.dropped(held.key)
    }
    held = undefined
  }
  sigma.on('upNode', release)
  sigma.on('upStage', release)
  return hover
}

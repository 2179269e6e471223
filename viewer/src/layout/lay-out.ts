import { batch } from '@preact/signals'
import type { Point } from '../render/edge-geometry.ts'
import type { PageState } from '../state/page-state.ts'
import LayoutWorker from './layout.worker.ts?worker&inline'
import { type LayoutStep, layoutTask } from './layout-task.ts'

/**
 * Lays out what is drawn anew, in a worker; nodes that were put in their place stay there. The drawing follows
 * while it is made. Gives a function that ends it early; `done` is called at either end.
 */
export function layOut(state: PageState, done: () => void): () => void {
  const { index } = state
  const drawn = state.drawn.peek()
  const fixed = state.fixed.peek()
  const placeOf = new Map(drawn.map((node, place) => [node, place]))
  const counts = new Map<string, [number, number, number]>()
  for (const edge of state.drawnEdges.peek()) {
    const [a, b] = [placeOf.get(index.source[edge]!)!, placeOf.get(index.target[edge]!)!].sort(
      (one, other) => one - other,
    ) as [number, number]
    if (a === b) continue
    const pair = counts.get(`${a} ${b}`)
    if (pair === undefined) counts.set(`${a} ${b}`, [a, b, 1])
    else pair[2]++
  }
  const places = state.places.peek()
  const now = drawn.map((node) => places.get(node) ?? index.nodes[node]!)
  const middle = middleOf(now)
  // the layout pulls towards 0,0
  const nodes = drawn.map((node, place) => ({
    x: now[place]!.x - middle.x,
    y: now[place]!.y - middle.y,
    fixed: fixed.has(node),
  }))
  const worker = new LayoutWorker()
  const end = (): void => {
    worker.terminate()
    done()
  }
  worker.onmessage = ({ data: { positions, done: last } }: MessageEvent<LayoutStep>) => {
    const next = new Map(state.places.peek())
    drawn.forEach((node, place) => {
      if (!state.fixed.peek().has(node))
        next.set(node, { x: positions[place * 2]! + middle.x, y: positions[place * 2 + 1]! + middle.y })
    })
    batch(() => {
      state.places.value = next
      if (fixed.size === 0) state.wanted.value = { camera: undefined }
    })
    if (last) end()
  }
  worker.onerror = end
  const { nodes: numbers, edges, iterations } = layoutTask(nodes, [...counts.values()])
  worker.postMessage({ nodes: numbers, edges, iterations }, { transfer: [numbers.buffer, edges.buffer] })
  return end
}

function middleOf(places: readonly Point[]): Point {
  const sum = places.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 })
  const count = Math.max(1, places.length)
  return { x: sum.x / count, y: sum.y / count }
}

import { extent, frameView } from './frame-view.ts'
import { type LaidLabel, layLabels } from './label-layer.ts'
import { measureText } from './measure-text.ts'
import { placeOfEdge } from './pick-edge.ts'
import type { Camera, GraphRenderer, RendererEvents } from './renderer.ts'
import { type Focus, noFocus, noScene, type Paint, type Scene } from './scene.ts'
import { element, sceneElements } from './svg-elements.ts'
import { middleOf, toScreen, type View } from './view.ts'

const noView: View = { scale: 1, left: 0, top: 0, sizes: 1, width: 0, height: 0 }

/** Draws with SVG elements, for where there is no WebGL. Slower, but everything can be clicked. */
export function createSvgRenderer(
  container: HTMLElement,
  firstPaint: Paint,
  events: RendererEvents,
): GraphRenderer {
  let paint = firstPaint
  let scene = noScene
  let focus = noFocus
  let view: View | undefined
  /** Scale at which discs have their own size. */
  let fitScale = 1
  let labels: LaidLabel[] = []
  const svg = element('svg', { width: '100%', height: '100%' })
  container.append(svg)
  const keyOf = (event: Event): DOMStringMap | undefined =>
    ((event.target as Element).closest('[data-node], [data-group], [data-edge]') as SVGElement | null)
      ?.dataset
  svg.addEventListener('click', (event) => {
    const { node, group, edge } = keyOf(event) ?? {}
    if (node !== undefined || group !== undefined) events.node((node ?? group)!)
    else if (edge !== undefined) events.edge(edge)
    else events.stage()
  })
  svg.addEventListener('dblclick', (event) => {
    const { node } = keyOf(event) ?? {}
    if (node !== undefined) events.open(node)
  })
  const measure = measureText()
  const size = (): [number, number] => [container.clientWidth || 800, container.clientHeight || 600]
  const lay = (at: View, of: Scene = scene, brought: Focus = noFocus): LaidLabel[] =>
    layLabels(at, of, brought, paint, () => false, measure)

  function frame(keys?: readonly string[]): void {
    const wanted = new Set(keys)
    const nodes = keys === undefined ? scene.nodes : scene.nodes.filter((node) => wanted.has(node.key))
    if (nodes.length === 0) return
    const [width, height] = size()
    const part = { ...noScene, nodes }
    const framed = frameView(part, width, height, (at) => lay(at, part))
    if (keys === undefined) fitScale = framed.scale
    const most = keys === undefined || view === undefined ? framed.scale : view.scale * 2
    view = sized(framed.scale <= most ? framed : zoomed(framed, most / framed.scale))
    render()
  }

  const sized = (at: View): View => ({ ...at, sizes: Math.sqrt(at.scale / fitScale) })

  function zoomed(at: View, factor: number): View {
    const [x, y] = [at.width / 2, at.height / 2]
    return {
      ...at,
      scale: at.scale * factor,
      left: x + (at.left - x) * factor,
      top: y + (at.top - y) * factor,
    }
  }

  function render(): void {
    if (view === undefined) return
    labels = lay(view, scene, focus)
    svg.replaceChildren(...sceneElements(view, scene, focus, labels, paint))
    events.moved(cameraOf(view))
  }

  const cameraOf = (at: View): Camera => ({
    ...middleOf(at),
    width: at.width / at.scale,
    fit: at.width / fitScale,
  })

  return {
    draw(next) {
      scene = next
      if (view === undefined) frame()
      else render()
    },
    focus(next) {
      focus = next
      render()
    },
    paint(next) {
      paint = next
      render()
    },
    frame,
    camera: () => view && cameraOf(view),
    setCamera({ x, y, width: units, fit }) {
      const [width, height] = size()
      fitScale = width / fit
      const scale = width / units
      view = sized({
        scale,
        left: width / 2 - x * scale,
        top: height / 2 + y * scale,
        sizes: 1,
        width,
        height,
      })
      render()
    },
    zoom(factor) {
      if (view !== undefined) view = sized(zoomed(view, factor))
      render()
    },
    pan(dx, dy) {
      if (view !== undefined) view = { ...view, left: view.left + dx, top: view.top + dy }
      render()
    },
    placeOf(key) {
      if (view === undefined) return undefined
      const node = scene.nodes.find((candidate) => candidate.key === key)
      if (node !== undefined) return toScreen(view, node)
      const edge = scene.edges.findIndex((candidate) => candidate.key === key)
      return edge < 0 ? undefined : placeOfEdge(view, scene, edge, false)
    },
    view: () => view ?? noView,
    labels: () => labels,
    resize() {
      const [width, height] = size()
      if (view !== undefined) view = { ...view, width, height }
      if (view === undefined || extent(scene.nodes).x[0] * view.scale + view.left > width) frame()
    },
    destroy() {
      svg.remove()
    },
  }
}

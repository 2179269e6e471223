import { type Curve, directionAt, pointAt } from './edge-geometry.ts'
import { extent, frameView } from './frame-view.ts'
import { type LaidLabel, layLabels } from './label-layer.ts'
import { shortLabel } from './label-text.ts'
import { placeOfEdge } from './pick-edge.ts'
import type { GraphRenderer, RendererEvents } from './renderer.ts'
import { type DrawnEdge, type Focus, noFocus, type Paint, type Scene } from './scene.ts'
import { curveOf, loopOf, radiusOf, shownPart, toScreen, type View } from './view.ts'

const namespace = 'http://www.w3.org/2000/svg'
const dashes = { solid: '', dashed: '7 5', dotted: '1.5 4.5' } as const

/** Draws with SVG elements, for where there is no WebGL. Slower, but everything can be clicked. */
export function createSvgRenderer(
  container: HTMLElement,
  firstPaint: Paint,
  events: RendererEvents,
): GraphRenderer {
  let paint = firstPaint
  let scene: Scene = { nodes: [], edges: [], bundles: [] }
  let focus: Focus = noFocus
  let view: View | undefined
  let labels: LaidLabel[] = []
  const svg = element('svg', { width: '100%', height: '100%' })
  container.append(svg)
  svg.addEventListener('click', (event) => {
    const target = (event.target as Element).closest('[data-node], [data-edge]') as SVGElement | null
    if (target?.dataset.node !== undefined) events.node(target.dataset.node)
    else if (target?.dataset.edge !== undefined) events.edge(target.dataset.edge)
    else events.stage()
  })
  const pen = document.createElement('canvas').getContext('2d')
  const measure = (text: string, font: string): number => {
    if (pen === null) return text.length * 7
    pen.font = font
    return pen.measureText(text).width
  }
  const size = (): [number, number] => [container.clientWidth || 800, container.clientHeight || 600]
  const lay = (at: View, of: Scene = scene, brought: Focus = noFocus): LaidLabel[] =>
    layLabels(at, of, brought, paint, () => false, measure)

  function frame(keys?: readonly string[]): void {
    const wanted = new Set(keys)
    const nodes = keys === undefined ? scene.nodes : scene.nodes.filter((node) => wanted.has(node.key))
    if (nodes.length === 0) return
    const [width, height] = size()
    const framed = frameView({ ...scene, nodes, edges: [], bundles: [] }, width, height, (at) =>
      lay(at, { nodes, edges: [], bundles: [] }),
    )
    const most = keys === undefined || view === undefined ? framed.scale : view.scale * 2
    view = framed.scale <= most ? framed : zoomed(framed, most / framed.scale)
    render()
  }

  function zoomed(at: View, factor: number): View {
    const [x, y] = [at.width / 2, at.height / 2]
    return {
      ...at,
      scale: at.scale * factor,
      left: x + (at.left - x) * factor,
      top: y + (at.top - y) * factor,
      sizes: at.sizes * Math.sqrt(factor),
    }
  }

  function render(): void {
    if (view === undefined) return
    const at = view
    const focused = focus.nodes.size + focus.edges.size > 0
    labels = lay(at, scene, focus)
    svg.replaceChildren(
      ...scene.edges.flatMap((edge) => drawEdge(at, edge, focused)),
      ...scene.nodes.map((node, place) => {
        const { x, y } = toScreen(at, node)
        const color = paint.types[node.color] ?? paint.edge
        return element('circle', {
          cx: x,
          cy: y,
          r: radiusOf(at, scene, place),
          fill: node.group ? paint.background : color,
          stroke: node.key === focus.chosen ? paint.accent : node.group ? color : paint.background,
          'stroke-width': node.key === focus.chosen || node.group ? 3 : 1.5,
          opacity: focused && !focus.nodes.has(node.key) ? 0.16 : 1,
          'data-node': node.key,
          cursor: 'pointer',
        })
      }),
      ...labels.map((label) => {
        const text = element('text', {
          transform: `translate(${label.x} ${label.y}) rotate(${(label.angle * 180) / Math.PI})`,
          'text-anchor': 'middle',
          'dominant-baseline': 'central',
          fill: label.kind === 'node' ? paint.text : paint.quietText,
          stroke: paint.background,
          'stroke-width': 4,
          'paint-order': 'stroke',
          style: `font: ${label.font}; pointer-events: none`,
        })
        text.textContent = shortLabel(label.text)
        return text
      }),
    )
  }

  function drawEdge(at: View, edge: DrawnEdge, focused: boolean): SVGElement[] {
    const chosen = edge.key === focus.chosen
    const color = chosen ? paint.accent : edge.negative ? paint.negative : paint.edge
    const shared = {
      stroke: color,
      fill: 'none',
      'stroke-width': edge.width + (chosen ? 1.6 : 0),
      opacity: focused && !focus.edges.has(edge.key) ? 0.16 : 1,
      'data-edge': edge.key,
      cursor: 'pointer',
    }
    const dashed = { ...shared, 'stroke-dasharray': dashes[edge.style] }
    const wide = { ...shared, stroke: 'transparent', 'stroke-width': 12 }
    if (edge.source === edge.target) {
      const { x, y, radius } = loopOf(at, scene, edge)
      const circle = { cx: x, cy: y, r: radius }
      return [element('circle', { ...circle, ...dashed }), element('circle', { ...circle, ...wide })]
    }
    const curve = curveOf(at, scene, edge)
    const [start, end] = shownPart(at, scene, edge, curve)
    const d = pathOf(curve, start, end)
    const tip = pointAt(curve, end)
    const turn = (directionAt(curve, end) * 180) / Math.PI
    const head = element('path', {
      d: 'M0 0L-7 -3L-7 3Z',
      transform: `translate(${tip.x} ${tip.y}) rotate(${turn})`,
      fill: color,
      opacity: shared.opacity,
    })
    const drawn = [element('path', { d, ...dashed }), head, element('path', { d, ...wide })]
    if (!edge.negative) return drawn
    const { x, y } = pointAt(curve, (start + end) / 2)
    const sign = { stroke: color, 'stroke-width': 1.6, opacity: shared.opacity }
    drawn.push(element('circle', { cx: x, cy: y, r: 5.5, fill: paint.background, ...sign }))
    drawn.push(element('path', { d: `M${x - 4} ${y - 4}l8 8`, ...sign }))
    return drawn
  }

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
    zoom(factor) {
      if (view !== undefined) view = zoomed(view, factor)
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

function pathOf(curve: Curve, start: number, end: number): string {
  const points = [0, 0.2, 0.4, 0.6, 0.8, 1].map((part) => pointAt(curve, start + (end - start) * part))
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

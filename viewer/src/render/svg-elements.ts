import { type Curve, directionAt, pointAt } from './edge-geometry.ts'
import type { LaidLabel } from './label-layer.ts'
import { shortLabel } from './label-text.ts'
import { dashes, edgeColor, nodeRing } from './paint-of.ts'
import type { DrawnEdge, Focus, LineStyle, Paint, Scene } from './scene.ts'
import { curveOf, loopOf, radiusOf, shownPart, toScreen, type View } from './view.ts'

const namespace = 'http://www.w3.org/2000/svg'

/** How strongly is drawn what is not in focus. */
const aside = 0.16

/** An SVG element with its attributes. */
export function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

/** The attribute of a line that is not solid. */
export function dashedAs(style: LineStyle): Record<string, string> {
  return style === 'solid' ? {} : { 'stroke-dasharray': dashes[style].join(' ') }
}

/** A scene as SVG elements in drawing order. Nodes carry `data-node`, edges `data-edge`, both with the key. */
export function sceneElements(
  view: View,
  scene: Scene,
  focus: Focus,
  labels: readonly LaidLabel[],
  paint: Paint,
): SVGElement[] {
  const focused = focus.nodes.size + focus.edges.size > 0
  return [
    ...scene.edges.map((edge) => edgeElement(view, scene, edge, focus, focused, paint)),
    ...scene.nodes.map((node, place) => {
      const { x, y } = toScreen(view, node)
      const color = paint.types[node.color] ?? paint.edge
      const ring = nodeRing(node, paint)
      const chosen = node.key === focus.chosen
      return element('circle', {
        cx: round(x),
        cy: round(y),
        r: round(radiusOf(view, scene, place)),
        fill: node.group ? paint.background : color,
        stroke: chosen ? paint.accent : node.group ? color : ring.color,
        'stroke-width': chosen || node.group ? 3 : ring.width,
        opacity: focused && !focus.nodes.has(node.key) ? aside : 1,
        [node.group ? 'data-group' : 'data-node']: node.key,
        cursor: 'pointer',
      })
    }),
    ...labels.map((label) => labelElement(label, paint)),
  ]
}

function labelElement(label: LaidLabel, paint: Paint): SVGElement {
  const text = element('text', {
    transform: `translate(${round(label.x)} ${round(label.y)}) rotate(${round((label.angle * 180) / Math.PI)})`,
    'text-anchor': 'middle',
    'dominant-baseline': 'central',
    fill: label.kind === 'node' ? paint.text : paint.quietText,
    stroke: paint.background,
    'stroke-width': 4,
    'paint-order': 'stroke',
    'data-label': label.kind,
    style: `font: ${label.font}; pointer-events: none`,
  })
  text.textContent = shortLabel(label.text)
  return text
}

/** One edge as a group: a line, a wide unseen one to be clicked, a head, the sign of a denial. */
function edgeElement(
  view: View,
  scene: Scene,
  edge: DrawnEdge,
  focus: Focus,
  focused: boolean,
  paint: Paint,
): SVGElement {
  const chosen = edge.key === focus.chosen
  const color = chosen ? paint.accent : edgeColor(edge, paint)
  const group = element('g', {
    'data-edge': edge.key,
    opacity: focused && !focus.edges.has(edge.key) ? aside : 1,
    cursor: 'pointer',
    fill: 'none',
  })
  const line = {
    stroke: color,
    'stroke-width': edge.width + (chosen ? 1.6 : 0),
    ...dashedAs(edge.style),
    ...(edge.style === 'dotted' ? { 'stroke-linecap': 'round' } : {}),
  }
  const wide = { stroke: 'transparent', 'stroke-width': 12 }
  if (edge.source === edge.target) {
    const { x, y, radius } = loopOf(view, scene, edge)
    const circle = { cx: round(x), cy: round(y), r: round(radius) }
    group.append(element('circle', { ...circle, ...line }), element('circle', { ...circle, ...wide }))
    if (edge.negative)
      group.append(...signElements(x + radius * Math.SQRT1_2, y - radius * Math.SQRT1_2, color, paint))
    return group
  }
  const curve = curveOf(view, scene, edge)
  const [start, end] = shownPart(view, scene, edge, curve)
  const d = pathOf(curve, start, end)
  const tip = pointAt(curve, end)
  const turn = (directionAt(curve, end) * 180) / Math.PI
  group.append(
    element('path', { d, ...line }),
    element('path', {
      d: 'M0 0L-7 -3L-7 3Z',
      transform: `translate(${round(tip.x)} ${round(tip.y)}) rotate(${round(turn)})`,
      fill: color,
    }),
    element('path', { d, ...wide }),
  )
  if (edge.negative) {
    const { x, y } = pointAt(curve, (start + end) / 2)
    group.append(...signElements(x, y, color, paint))
  }
  return group
}

/** The crossed circle of what is denied. */
function signElements(x: number, y: number, color: string, paint: Paint): SVGElement[] {
  const sign = { stroke: color, 'stroke-width': 1.6 }
  return [
    element('circle', { cx: round(x), cy: round(y), r: 5.5, fill: paint.background, ...sign }),
    element('path', { d: `M${round(x - 4)} ${round(y - 4)}l8 8`, ...sign }),
  ]
}

function pathOf(curve: Curve, start: number, end: number): string {
  const points = [0, 0.2, 0.4, 0.6, 0.8, 1].map((part) => pointAt(curve, start + (end - start) * part))
  return `M${points.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}`
}

const round = (value: number): number => Math.round(value * 10) / 10

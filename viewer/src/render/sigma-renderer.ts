import EdgeCurveProgram, { createEdgeCurveProgram } from '@sigma/edge-curve'
import { createNodeBorderProgram } from '@sigma/node-border'
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { createEdgeArrowProgram, EdgeLineProgram } from 'sigma/rendering'
import type { EdgeDisplayData, MouseCoords, NodeDisplayData } from 'sigma/types'
import { drawBundle, drawEdge, drawNode, drawText } from './draw-canvas.ts'
import type { Point } from './edge-geometry.ts'
import { extent, frameView } from './frame-view.ts'
import { type LaidLabel, layLabels } from './label-layer.ts'
import { type Picked, pickEdge, placeOfEdge } from './pick-edge.ts'
import type { GraphRenderer, RendererEvents } from './renderer.ts'
import { type Focus, noFocus, type Paint, type Scene } from './scene.ts'
import { toScreen, unbundleScale, type View } from './view.ts'

/** Above so many edges the plain line is drawn in place of arrows and curves, at an eighth of the cost. */
const plainAbove = 5000
/** Above so many edges in one scene no line is dashed or dotted: those are drawn by the processor. */
const styledAtMost = 4000

const bundlePrefix = 'bundle '

interface EdgeLook {
  readonly type: string
  readonly curvature: number
  readonly size: number
}

/** Draws with Sigma 3: nodes and solid lines by WebGL, everything else on two canvases of our own. */
export function createSigmaRenderer(
  container: HTMLElement,
  firstPaint: Paint,
  events: RendererEvents,
): GraphRenderer {
  let paint = firstPaint
  let scene: Scene = { nodes: [], edges: [], bundles: [] }
  let focus: Focus = noFocus
  let nodeAt = new Map<string, number>()
  let edgeAt = new Map<string, number>()
  let looks = new Map<string, EdgeLook>()
  let shown = new Set<string>()
  let apart = 0
  let fitRatio = 1
  let fitted = false
  let bundled = false
  let hoverNode: number | undefined
  let hoverEdge: Picked | undefined
  let labels: LaidLabel[] = []
  let laidFor = ''
  let laidAt = { left: 0, top: 0 }
  let version = 0
  const widths = new Map<string, number>()

  const sigma = new Sigma(new MultiDirectedGraph(), container, {
    allowInvalidContainer: true,
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: false,
    enableCameraRotation: false,
    zIndex: false,
    stagePadding: 0,
    minCameraRatio: 0.002,
    maxCameraRatio: 8,
    minEdgeThickness: 0.6,
    defaultDrawNodeHover: () => {},
    defaultNodeType: 'bordered',
    nodeProgramClasses: {
      bordered: createNodeBorderProgram({
        borders: [
          {
            size: { attribute: 'edgeSize', defaultValue: 1.5, mode: 'pixels' },
            color: { attribute: 'edgeColor' },
          },
          { size: { fill: true }, color: { attribute: 'color' } },
        ],
      }),
    },
    edgeProgramClasses: {
      straight: createEdgeArrowProgram({ lengthToThicknessRatio: 4.2, widenessToThicknessRatio: 3.6 }),
      curved: createEdgeCurveProgram({
        arrowHead: { extremity: 'target', lengthToThicknessRatio: 4.2, widenessToThicknessRatio: 3.6 },
      }),
      bow: EdgeCurveProgram,
      line: EdgeLineProgram,
    },
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio / fitRatio),
    nodeReducer: (key, data): Partial<NodeDisplayData> => {
      const node = scene.nodes[nodeAt.get(key) ?? -1]
      if (node === undefined) return { ...data, hidden: true }
      const color = paint.types[node.color] ?? paint.edge
      return {
        ...data,
        hidden: false,
        label: null,
        size: node.radius,
        color: node.group ? paint.background : color,
        edgeColor: node.group ? color : paint.background,
        edgeSize: node.group ? 3 : 1.5,
      } as Partial<NodeDisplayData>
    },
    edgeReducer: (key, data): Partial<EdgeDisplayData> => {
      const look = looks.get(key)
      if (look === undefined || !shown.has(key)) return { ...data, hidden: true }
      return { ...data, ...look, hidden: false, label: null, color: paint.edge } as Partial<EdgeDisplayData>
    },
  })
  const under = addLayer('redthread-under', { beforeLayer: 'nodes' })
  const over = addLayer('redthread-over', { afterLayer: 'hoverNodes' })
  sigma.resize(true)

  function addLayer(id: string, place: { beforeLayer: string } | { afterLayer: string }) {
    const canvas = sigma.createCanvas(id, { style: { pointerEvents: 'none' }, ...place })
    return { canvas, context: canvas.getContext('2d')! }
  }

  function measure(text: string, font: string): number {
    const key = `${font} ${text}`
    let width = widths.get(key)
    if (width === undefined) {
      over.context.font = font
      width = over.context.measureText(text).width
      widths.set(key, width)
    }
    return width
  }

  /** The camera never turns, so two points of the file give the whole mapping. */
  function currentView(): View {
    const { x, y } = sigma.getBBox()
    const near = sigma.graphToViewport({ x: x[0], y: y[0] })
    const far = sigma.graphToViewport({ x: x[0] + 1, y: y[0] })
    const scale = far.x - near.x
    const { width, height } = sigma.getDimensions()
    return {
      scale,
      left: near.x - x[0] * scale,
      top: near.y + y[0] * scale,
      sizes: sigma.scaleSize(1),
      width,
      height,
    }
  }

  const isStyled = (edge: number): boolean => {
    const { source, target, style } = scene.edges[edge]!
    return source === target || style !== 'solid'
  }

  /** Whether an edge is part of a bundle that is drawn as one line. */
  let inBundle = new Uint8Array(0)
  const isBundled = (edge: number): boolean => bundled && inBundle[edge] === 1

  function showEdges(): Set<string> {
    const keys = new Set<string>()
    scene.edges.forEach((edge, number) => {
      if (looks.has(edge.key) && !isBundled(number)) keys.add(edge.key)
    })
    if (bundled) for (const bundle of scene.bundles) keys.add(bundlePrefix + bundle.key)
    return keys
  }

  function draw(next: Scene): void {
    scene = next
    version++
    hoverEdge = undefined
    hoverNode = undefined
    nodeAt = new Map(scene.nodes.map((node, place) => [node.key, place]))
    edgeAt = new Map(scene.edges.map((edge, place) => [edge.key, place]))
    inBundle = new Uint8Array(scene.edges.length)
    for (const bundle of scene.bundles) for (const edge of bundle.edges) inBundle[edge] = 1
    apart = unbundleScale(scene)
    const plain = scene.edges.length > plainAbove
    const styled = scene.edges.length <= styledAtMost
    const before = looks
    looks = new Map()
    scene.edges.forEach((edge, number) => {
      if (edge.source === edge.target || (styled && isStyled(number))) return
      const type = plain ? 'line' : edge.curvature === 0 ? 'straight' : 'curved'
      looks.set(edge.key, { type, curvature: edge.curvature, size: edge.width })
    })
    for (const bundle of scene.bundles)
      looks.set(bundlePrefix + bundle.key, { type: plain ? 'line' : 'straight', curvature: 0, size: 1.6 })
    bundled = isSmall()
    const graph = sigma.getGraph()
    const known =
      scene.nodes.every((node) => graph.hasNode(node.key)) &&
      [...looks.keys()].every((key) => graph.hasEdge(key)) &&
      [...looks].every(([key, look]) => (before.get(key)?.type ?? look.type) === look.type)
    if (known) refreshDifference(before)
    else rebuild()
  }

  function isSmall(): boolean {
    return scene.bundles.length > 0 && fitted && currentView().scale < apart
  }

  function rebuild(): void {
    shown = showEdges()
    const graph = new MultiDirectedGraph()
    for (const { key, x, y } of scene.nodes) graph.addNode(key, { x, y })
    const end = (place: number): string => scene.nodes[place]!.key
    for (const edge of scene.edges)
      if (looks.has(edge.key)) graph.addDirectedEdgeWithKey(edge.key, end(edge.source), end(edge.target), {})
    for (const bundle of scene.bundles)
      graph.addDirectedEdgeWithKey(bundlePrefix + bundle.key, end(bundle.source), end(bundle.target), {})
    if (!fitted) sigma.setCustomBBox(extent(scene.nodes))
    sigma.setGraph(graph)
    if (!fitted && scene.nodes.length > 0) frame()
  }

  /** Refreshes only what appears, disappears or changes its shape. */
  function refreshDifference(before: ReadonlyMap<string, EdgeLook>): void {
    const was = shown
    shown = showEdges()
    const graph = sigma.getGraph()
    const nodes = graph.filterNodes(
      (key) => (sigma.getNodeDisplayData(key)?.hidden === true) === nodeAt.has(key),
    )
    const edges: string[] = []
    for (const key of was) if (!shown.has(key) && graph.hasEdge(key)) edges.push(key)
    for (const key of shown)
      if (!was.has(key) || before.get(key)?.curvature !== looks.get(key)?.curvature) edges.push(key)
    if (nodes.length + edges.length > 20_000) sigma.refresh()
    else sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true })
  }

  function drawLayers(): void {
    const view = currentView()
    const small = isSmall()
    if (small !== bundled) {
      bundled = small
      version++
      queueMicrotask(() => refreshDifference(looks))
      return
    }
    clear(under)
    clear(over)
    const styled = scene.edges.length <= styledAtMost
    const focused = focus.nodes.size + focus.edges.size > 0
    scene.edges.forEach((edge, number) => {
      if ((edge.source === edge.target || (styled && isStyled(number))) && !isBundled(number))
        drawEdge(under.context, view, scene, edge, paint, colorOf(edge.negative, paint.edge), edge.width)
    })
    if (bundled && !focused && scene.edges.length <= plainAbove)
      for (const bundle of scene.bundles) drawBundle(under.context, view, scene, bundle, paint)
    drawFocus(view)
    drawHover(view)
    drawLabels(view)
  }

  function colorOf(negative: boolean, otherwise: string): string {
    return negative ? paint.negative : otherwise
  }

  function clear({ canvas, context }: typeof under): void {
    const { width, height } = sigma.getDimensions()
    const ratio = globalThis.devicePixelRatio || 1
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide
      canvas.height = high
    }
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, wide, high)
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
  }

  function drawFocus(view: View): void {
    for (const key of focus.edges) {
      const edge = scene.edges[edgeAt.get(key) ?? -1]
      if (edge === undefined) continue
      const chosen = key === focus.chosen
      const color = chosen ? paint.accent : colorOf(edge.negative, paint.quietText)
      drawEdge(over.context, view, scene, edge, paint, color, edge.width + (chosen ? 1.6 : 0.4))
    }
    for (const key of focus.nodes) {
      const node = nodeAt.get(key)
      if (node !== undefined) drawNode(over.context, view, scene, node, paint, key === focus.chosen)
    }
  }

  function drawHover(view: View): void {
    if (hoverEdge !== undefined) {
      for (const place of hoverEdge.edges) {
        const edge = scene.edges[place]!
        const drawn = hoverEdge.bundle ? { ...edge, curvature: 0 } : edge
        drawEdge(over.context, view, scene, drawn, paint, paint.accent, edge.width + 1)
        if (hoverEdge.bundle) break
      }
    }
    if (hoverNode === undefined) return
    const key = scene.nodes[hoverNode]!.key
    scene.edges.forEach((edge, number) => {
      if ((edge.source === hoverNode || edge.target === hoverNode) && !isBundled(number))
        drawEdge(over.context, view, scene, edge, paint, paint.accent, edge.width + 0.4)
    })
    drawNode(over.context, view, scene, hoverNode, paint, true)
    if (focus.chosen === key) return
  }

  function drawLabels(view: View): void {
    const state = `${version} ${view.scale} ${view.sizes}`
    if (state !== laidFor) {
      labels = layLabels(view, scene, focus, paint, isBundled, measure)
      laidFor = state
      laidAt = { left: view.left, top: view.top }
    }
    const dx = view.left - laidAt.left
    const dy = view.top - laidAt.top
    for (const label of labels) {
      const at = { x: label.x + dx, y: label.y + dy }
      if (at.x < -200 || at.y < -50 || at.x > view.width + 200 || at.y > view.height + 50) continue
      const color = label.kind === 'node' ? paint.text : paint.quietText
      drawText(over.context, label.text, at, label.angle, label.font, color, paint.background)
    }
    drawHoverLabel(view)
  }

  /** The name of what is under the pointer, if it has no label there already. */
  function drawHoverLabel(view: View): void {
    const text =
      hoverNode !== undefined
        ? scene.nodes[hoverNode]!.label
        : hoverEdge !== undefined
          ? hoverEdge.edges.length === 1
            ? scene.edges[hoverEdge.edges[0]!]!.label
            : `${hoverEdge.edges.length} relations`
          : undefined
    if (text === undefined || labels.some((label) => label.text === text && hoverNode !== undefined)) return
    const at =
      hoverNode !== undefined
        ? toScreen(view, scene.nodes[hoverNode]!)
        : placeOfEdge(view, scene, hoverEdge!.edges[0]!, hoverEdge!.bundle)
    drawText(
      over.context,
      text,
      { x: at.x, y: at.y - 18 },
      0,
      `600 13px ${paint.font}`,
      paint.text,
      paint.background,
    )
  }

  function frame(keys?: readonly string[]): void {
    const nodes =
      keys === undefined ? scene.nodes : keys.flatMap((key) => scene.nodes[nodeAt.get(key) ?? -1] ?? [])
    if (nodes.length === 0) return
    const { width, height } = sigma.getDimensions()
    const part: Scene = { nodes, edges: [], bundles: [] }
    const view = frameView(part, width, height, (at) =>
      layLabels(at, part, noFocus, paint, () => false, measure),
    )
    // at ratio 1 the camera shows this much of the file's units
    const home = { x: 0.5, y: 0.5, angle: 0, ratio: 1 }
    const origin = sigma.graphToViewport({ x: 0, y: 0 }, { cameraState: home })
    const unit = sigma.graphToViewport({ x: 1, y: 0 }, { cameraState: home })
    const wanted = (unit.x - origin.x) / view.scale
    const ratio = keys === undefined ? wanted : Math.max(wanted, fitRatio / 3)
    const middle = sigma.viewportToFramedGraph(
      sigma.graphToViewport(
        { x: (width / 2 - view.left) / view.scale, y: (view.top - height / 2) / view.scale },
        { cameraState: home },
      ),
      { cameraState: home },
    )
    if (keys === undefined) fitRatio = ratio
    fitted = true
    sigma.getCamera().setState({ x: middle.x, y: middle.y, ratio, angle: 0 })
    sigma.refresh()
  }

  sigma.on('afterRender', drawLayers)
  sigma.on('clickNode', ({ node }) => events.node(node))
  sigma.on('enterNode', ({ node }) => {
    hoverNode = nodeAt.get(node)
    hoverEdge = undefined
    hoverChanged()
  })
  sigma.on('leaveNode', () => {
    hoverNode = undefined
    hoverChanged()
  })
  const onStage = (event: MouseCoords): void => {
    const touch = 'touches' in event.original || 'changedTouches' in event.original
    const picked = pickEdge(currentView(), scene, event, touch ? 14 : 7, bundled)
    if (picked === undefined) events.stage()
    else if (picked.edges.length === 1) events.edge(scene.edges[picked.edges[0]!]!.key)
    else events.bundle(picked.edges.map((edge) => scene.edges[edge]!.key))
  }
  sigma.on('clickStage', ({ event }) => onStage(event))
  // two quick clicks choose twice, they do not zoom
  sigma.on('doubleClickStage', ({ event, preventSigmaDefault }) => {
    preventSigmaDefault()
    onStage(event)
  })
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault()
    events.node(node)
  })
  sigma.on('moveBody', ({ event }) => {
    const inside = event.original.target === container || container.contains(event.original.target as Node)
    const picked =
      hoverNode === undefined && inside ? pickEdge(currentView(), scene, event, 6, bundled) : undefined
    if (picked?.edges[0] === hoverEdge?.edges[0]) return
    hoverEdge = picked
    hoverChanged()
  })

  function hoverChanged(): void {
    container.style.cursor = hoverNode !== undefined || hoverEdge !== undefined ? 'pointer' : ''
    drawLayers()
  }

  const onLost = (event: Event): void => {
    event.preventDefault()
    events.lost()
  }
  for (const canvas of Object.values(sigma.getCanvases())) canvas.addEventListener('webglcontextlost', onLost)

  return {
    draw,
    focus(next) {
      focus = next
      version++
      container.classList.toggle('focused', focus.nodes.size + focus.edges.size > 0)
      drawLayers()
    },
    paint(next) {
      paint = next
      version++
      sigma.refresh()
    },
    frame,
    zoom(factor) {
      const camera = sigma.getCamera()
      camera.setState({ ratio: Math.min(8, Math.max(0.002, camera.ratio / factor)) })
    },
    pan(dx, dy) {
      const { width, height } = sigma.getDimensions()
      const middle = sigma.viewportToFramedGraph({ x: width / 2 - dx, y: height / 2 - dy })
      sigma.getCamera().setState(middle)
    },
    placeOf(key): Point | undefined {
      const view = currentView()
      const node = nodeAt.get(key)
      if (node !== undefined) return toScreen(view, scene.nodes[node]!)
      const edge = edgeAt.get(key)
      return edge === undefined ? undefined : placeOfEdge(view, scene, edge, isBundled(edge))
    },
    labels() {
      const view = currentView()
      const dx = view.left - laidAt.left
      const dy = view.top - laidAt.top
      return labels.map(({ text, kind, boxes }) => ({
        text,
        kind,
        boxes: boxes.map((box) => ({
          left: box.left + dx,
          right: box.right + dx,
          top: box.top + dy,
          bottom: box.bottom + dy,
        })),
      }))
    },
    resize() {
      sigma.resize()
      sigma.refresh()
    },
    destroy() {
      for (const canvas of Object.values(sigma.getCanvases()))
        canvas.removeEventListener('webglcontextlost', onLost)
      container.classList.remove('focused')
      sigma.kill()
    },
  }
}

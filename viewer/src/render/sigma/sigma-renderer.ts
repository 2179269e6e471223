import { MultiDirectedGraph } from 'graphology'
import type { Point } from '../edge-geometry.ts'
import { extent, frameView } from '../frame-view.ts'
import { layLabels } from '../label-layer.ts'
import { edgeColor, nodeRing } from '../paint-of.ts'
import { placeOfEdge } from '../pick-edge.ts'
import type { Camera, GraphRenderer, RendererEvents } from '../renderer.ts'
import { noFocus, noScene, type Paint, type Scene } from '../scene.ts'
import { middleOf, toScreen, unbundleScale, type View } from '../view.ts'
import { createSigma } from './create-sigma.ts'
import { bundleKey, type EdgeLook, edgeLooks } from './edge-looks.ts'
import { cameraOf, homeScale, moveCamera, ratioOf, viewOf } from './sigma-camera.ts'
import { createLayers } from './sigma-layers.ts'
import { watchPointer } from './sigma-pointer.ts'

/** Draws with Sigma 3: nodes and solid lines by WebGL, everything else on two canvases of our own. */
export function createSigmaRenderer(
  container: HTMLElement,
  firstPaint: Paint,
  events: RendererEvents,
): GraphRenderer {
  let paint = firstPaint
  let scene = noScene
  let focus = noFocus
  let nodeAt = new Map<string, number>()
  let edgeAt = new Map<string, number>()
  let looks = new Map<string, EdgeLook>()
  let shown = new Set<string>()
  let apart = 0
  let fitRatio = 1
  let fitted = false
  let bundled = false
  let version = 0
  let lastCamera = ''

  const sigma = createSigma(container, {
    sizes: (ratio) => Math.sqrt(ratio / fitRatio),
    node(key) {
      const node = scene.nodes[nodeAt.get(key) ?? -1]
      if (node === undefined) return undefined
      const color = paint.types[node.color] ?? paint.edge
      const ring = nodeRing(node, paint)
      return {
        size: node.radius,
        color: node.group ? paint.background : color,
        edgeColor: node.group ? color : ring.color,
        edgeSize: node.group ? 3 : ring.width,
      } as object
    },
    edge(key) {
      const look = looks.get(key)
      if (look === undefined || !shown.has(key)) return undefined
      const color = look.place === undefined ? paint.edge : edgeColor(scene.edges[look.place]!, paint)
      return { type: look.type, curvature: look.curvature, size: look.size, color } as object
    },
  })
  const layers = createLayers(sigma, {
    scene: () => scene,
    focus: () => focus,
    paint: () => paint,
    nodeAt: (key) => nodeAt.get(key),
    edgeAt: (key) => edgeAt.get(key),
    bundled: () => bundled,
    isBundled: (edge) => isBundled(edge),
    hover: () => hover,
    version: () => version,
  })
  sigma.resize(true)
  const currentView = (): View => viewOf(sigma)
  const hover = watchPointer(
    sigma,
    container,
    {
      scene: () => scene,
      view: currentView,
      bundled: () => bundled,
      nodeAt: (key) => nodeAt.get(key),
      redraw: () => drawLayers(),
    },
    events,
  )

  /** Whether an edge is part of a bundle that is drawn as one line. */
  let inBundle = new Uint8Array(0)
  const isBundled = (edge: number): boolean => bundled && inBundle[edge] === 1

  function showEdges(): Set<string> {
    const keys = new Set<string>()
    scene.edges.forEach((edge, number) => {
      if (looks.has(edge.key) && !isBundled(number)) keys.add(edge.key)
    })
    if (bundled) for (const bundle of scene.bundles) keys.add(bundleKey(bundle.key))
    return keys
  }

  function draw(next: Scene): void {
    scene = next
    version++
    hover.edge = undefined
    hover.node = undefined
    nodeAt = new Map(scene.nodes.map((node, place) => [node.key, place]))
    edgeAt = new Map(scene.edges.map((edge, place) => [edge.key, place]))
    inBundle = new Uint8Array(scene.edges.length)
    for (const bundle of scene.bundles) for (const edge of bundle.edges) inBundle[edge] = 1
    apart = unbundleScale(scene)
    const before = looks
    looks = edgeLooks(scene)
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
      graph.addDirectedEdgeWithKey(bundleKey(bundle.key), end(bundle.source), end(bundle.target), {})
    if (!fitted) sigma.setCustomBBox(extent(scene.nodes))
    sigma.setGraph(graph)
    if (!fitted && scene.nodes.length > 0) frame()
  }

  /** Refreshes only what appears, disappears, moves or changes its shape. */
  function refreshDifference(before: ReadonlyMap<string, EdgeLook>): void {
    const was = shown
    shown = showEdges()
    const graph = sigma.getGraph()
    const moved = moveNodes()
    const nodes = new Set([
      ...moved,
      ...graph.filterNodes((key) => (sigma.getNodeDisplayData(key)?.hidden === true) === nodeAt.has(key)),
    ])
    const edges = new Set<string>()
    for (const key of was) if (!shown.has(key) && graph.hasEdge(key)) edges.add(key)
    for (const key of shown)
      if (!was.has(key) || before.get(key)?.curvature !== looks.get(key)?.curvature) edges.add(key)
    for (const key of moved) for (const edge of graph.edges(key)) if (shown.has(edge)) edges.add(edge)
    if (nodes.size + edges.size > 20_000) sigma.refresh()
    else sigma.refresh({ partialGraph: { nodes: [...nodes], edges: [...edges] }, skipIndexation: true })
  }

  /** Takes over the places of nodes that are drawn elsewhere than before. */
  function moveNodes(): string[] {
    const graph = sigma.getGraph()
    const moved: string[] = []
    for (const { key, x, y } of scene.nodes) {
      const at = graph.getNodeAttributes(key)
      if (at.x === x && at.y === y) continue
      // not by graphology's setter, whose event would refresh each node by itself
      at.x = x
      at.y = y
      moved.push(key)
    }
    return moved
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
    layers.draw(view)
  }

  function frame(keys?: readonly string[]): void {
    const nodes =
      keys === undefined ? scene.nodes : keys.flatMap((key) => scene.nodes[nodeAt.get(key) ?? -1] ?? [])
    if (nodes.length === 0) return
    const { width, height } = sigma.getDimensions()
    const part = { ...noScene, nodes }
    const view = frameView(part, width, height, (at) =>
      layLabels(at, part, noFocus, paint, () => false, layers.measure),
    )
    // at ratio 1 the camera shows this much of the file's units
    const wanted = homeScale(sigma) / view.scale
    const ratio = keys === undefined ? wanted : Math.max(wanted, fitRatio / 3)
    if (keys === undefined) fitRatio = ratio
    fitted = true
    moveCamera(sigma, middleOf(view), ratio)
    sigma.refresh()
  }

  function setCamera(camera: Camera): void {
    fitRatio = ratioOf(sigma, camera.fit)
    fitted = true
    moveCamera(sigma, camera, ratioOf(sigma, camera.width))
    sigma.refresh()
  }

  sigma.on('afterRender', () => {
    drawLayers()
    const { x, y, ratio } = sigma.getCamera().getState()
    const camera = `${x} ${y} ${ratio} ${fitRatio}`
    if (camera === lastCamera || !fitted) return
    lastCamera = camera
    events.moved(cameraOf(sigma, fitRatio))
  })
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
    camera: () => (fitted ? cameraOf(sigma, fitRatio) : undefined),
    setCamera,
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
    view: currentView,
    labels: () => layers.labels(currentView()),
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

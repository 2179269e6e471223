import type Sigma from 'sigma'
import type { Point } from '../edge-geometry.ts'
import type { Camera } from '../renderer.ts'
import { middleOf, type View } from '../view.ts'

const home = { x: 0.5, y: 0.5, angle: 0, ratio: 1 }

/** The camera never turns, so two points of the file give the whole mapping. */
export function viewOf(sigma: Sigma): View {
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

/** Pixels of one unit of the file at camera ratio 1. */
export function homeScale(sigma: Sigma): number {
  const origin = sigma.graphToViewport({ x: 0, y: 0 }, { cameraState: home })
  return sigma.graphToViewport({ x: 1, y: 0 }, { cameraState: home }).x - origin.x
}

/** Where the camera stands, in the file's units. */
export function cameraOf(sigma: Sigma, fitRatio: number): Camera {
  const view = viewOf(sigma)
  return {
    ...middleOf(view),
    width: view.width / view.scale,
    fit: (view.width * fitRatio) / homeScale(sigma),
  }
}

/** The camera ratio that shows so many of the file's units across the window. */
export function ratioOf(sigma: Sigma, units: number): number {
  return (units * homeScale(sigma)) / sigma.getDimensions().width
}

/** Puts a place of the file into the middle of the window. */
export function moveCamera(sigma: Sigma, middle: Point, ratio: number): void {
  const place = sigma.viewportToFramedGraph(sigma.graphToViewport(middle, { cameraState: home }), {
    cameraState: home,
  })
  sigma.getCamera().setState({ x: place.x, y: place.y, ratio, angle: 0 })
}

import type { Scene } from '../scene.ts'

/** Above so many edges the plain line is drawn in place of arrows and curves, at an eighth of the cost. */
export const plainAbove = 5000
/** Above so many edges in one scene no line is dashed or dotted: those are drawn by the processor. */
export const styledAtMost = 4000

/** Sigma fades the edges of a line over about so many pixels: without them a thin line all but vanishes. */
const feather = 0.8

/** How Sigma draws one line. */
export interface EdgeLook {
  readonly type: string
  readonly curvature: number
  readonly size: number
  /** Place in the scene; undefined for the line of a bundle. */
  readonly place: number | undefined
}

/** Key of the line that stands for a bundle; no key of an edge begins so. */
export const bundleKey = (key: string): string => `bundle ${key}`

/** Whether an edge is drawn on a canvas of our own: loops, and lines that are not solid. */
export function isStyled(scene: Scene, edge: number): boolean {
  const { source, target, style } = scene.edges[edge]!
  return source === target || (scene.edges.length <= styledAtMost && style !== 'solid')
}

/** The lines of a scene that WebGL draws, bundles included, by key. */
export function edgeLooks(scene: Scene): Map<string, EdgeLook> {
  const plain = scene.edges.length > plainAbove
  const looks = new Map<string, EdgeLook>()
  scene.edges.forEach((edge, place) => {
    if (isStyled(scene, place)) return
    const type = plain ? 'line' : edge.curvature === 0 ? 'straight' : 'curved'
    looks.set(edge.key, { type, curvature: edge.curvature, size: edge.width + feather, place })
  })
  for (const bundle of scene.bundles)
    looks.set(bundleKey(bundle.key), {
      type: plain ? 'line' : 'straight',
      curvature: 0,
      size: 1.6 + feather,
      place: undefined,
    })
  return looks
}

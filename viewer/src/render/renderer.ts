import type { Point } from './edge-geometry.ts'
import type { Focus, Paint, Scene } from './scene.ts'
import type { View } from './view.ts'

/** Where a drawing is looked at from, in the file's units, so that it means the same in any window. */
export interface Camera {
  /** Middle of the window. */
  readonly x: number
  readonly y: number
  /** Units across the window. */
  readonly width: number
  /** Units across the window at which discs have their own size. */
  readonly fit: number
}

/** What a reader does in the drawing. */
export interface RendererEvents {
  node(key: string): void
  edge(key: string): void
  /** A line that stands for several edges. */
  bundle(keys: readonly string[]): void
  stage(): void
  /** A double click on a node. */
  open(key: string): void
  /** A node is drawn along by the pointer, to a place in the file's units. */
  drag(key: string, place: Point): void
  /** A node that was drawn along is let go. */
  dropped(key: string): void
  /** The camera stands elsewhere than at the last drawing. */
  moved(camera: Camera): void
  /** The drawing is gone (a lost WebGL context) and must be made anew. */
  lost(): void
}

/** The page's only way to the drawing; another engine is one more file that gives this. */
export interface GraphRenderer {
  /** Draws a scene; the camera stays. Cheap where only the choice among known nodes and edges changes. */
  draw(scene: Scene): void
  /** Brings nodes and edges forward. */
  focus(focus: Focus): void
  paint(paint: Paint): void
  /** Moves the camera so that all of the scene, or the given nodes, fill the window. */
  frame(keys?: readonly string[]): void
  /** Where the drawing is looked at from, also before it is drawn from there; undefined while nothing is. */
  camera(): Camera | undefined
  /** Looks from where `moved` once told. */
  setCamera(camera: Camera): void
  /** Zooms around the middle; 2 shows half the width. */
  zoom(factor: number): void
  /** Moves the drawing, in CSS pixels. */
  pan(dx: number, dy: number): void
  /** Where a node or the middle of an edge is, in CSS pixels from the top left; undefined if not drawn. */
  placeOf(key: string): Point | undefined
  /** How the file's units lie in the window now. */
  view(): View
  /** The labels now on screen, with their boxes. */
  labels(): readonly LabelOnScreen[]
  resize(): void
  destroy(): void
}

export interface LabelOnScreen {
  readonly text: string
  readonly kind: 'node' | 'edge'
  /** One box for a level label, several for a turned one. */
  readonly boxes: readonly {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }[]
}

declare global {
  interface Window {
    /** The drawing, for scripts that ask where things are. */
    redthread?: { readonly renderer: GraphRenderer }
  }
}

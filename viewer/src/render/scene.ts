import type { Change } from '../graph/index-graph.ts'

/**
 * How the line of an edge is drawn: solid, dashed for what is denied, dotted for what is not put as a fact,
 * dashes and dots for what follows from other relations.
 */
export type LineStyle = 'solid' | 'dashed' | 'dotted' | 'derived'

export interface DrawnNode {
  readonly key: string
  /** Position in the file's own units, y upwards. */
  readonly x: number
  readonly y: number
  /** Radius in CSS pixels when the drawing is fitted to the window. */
  readonly radius: number
  /** Number of the colour in the palette of types. */
  readonly color: number
  readonly label: string
  /** Drawn as a ring: stands for many nodes that are not drawn. */
  readonly group: boolean
  /** Put in its place by hand. */
  readonly placed: boolean
  readonly change?: Change
}

export interface DrawnEdge {
  readonly key: string
  /** Places of the ends in the scene's nodes. */
  readonly source: number
  readonly target: number
  /** As `spreadParallels` gives it; the slot of the loop where source and target are the same. */
  readonly curvature: number
  readonly style: LineStyle
  readonly negative: boolean
  readonly label: string
  /** Width in CSS pixels. */
  readonly width: number
  readonly change?: Change
}

/** All edges between two nodes, drawn as one line with their number while the drawing is small. */
export interface Bundle {
  readonly key: string
  readonly source: number
  readonly target: number
  /** Places in the scene's edges. */
  readonly edges: readonly number[]
}

/** What is to be drawn: nodes with the most important first, the edges between them, and their bundles. */
export interface Scene {
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
  readonly bundles: readonly Bundle[]
}

/** Nothing to draw. */
export const noScene: Scene = { nodes: [], edges: [], bundles: [] }

/** What the drawing brings forward; everything else steps back while `nodes` or `edges` is not empty. */
export interface Focus {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
  /** The one thing chosen, ringed or drawn widest. */
  readonly chosen?: string
}

export const noFocus: Focus = { nodes: new Set(), edges: new Set() }

/** Colours and font of a drawing, as CSS writes them. */
export interface Paint {
  readonly background: string
  readonly text: string
  readonly quietText: string
  readonly edge: string
  readonly quietEdge: string
  readonly negative: string
  readonly accent: string
  readonly changes: Readonly<Record<Change, string>>
  /** By number of type. */
  readonly types: readonly string[]
  readonly font: string
}

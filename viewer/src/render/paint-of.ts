import type { DrawnEdge, DrawnNode, LineStyle, Paint } from './scene.ts'

/** Lengths of strokes and gaps of each kind of line, in pixels. */
export const dashes: Readonly<Record<LineStyle, number[]>> = {
  solid: [],
  dashed: [7, 5],
  dotted: [1.5, 4.5],
  derived: [8, 3, 1.5, 3],
}

/** Colour of a line: what changed in a comparison first, then what is negative. */
export function edgeColor({ change, negative }: DrawnEdge, paint: Paint, otherwise = paint.edge): string {
  if (change !== undefined) return paint.changes[change]
  return negative ? paint.negative : otherwise
}

/** The ring around a disc, in pixels: what changed in a comparison, what was put in its place by hand. */
export function nodeRing({ change, placed }: DrawnNode, paint: Paint): { color: string; width: number } {
  if (change !== undefined) return { color: paint.changes[change], width: 3 }
  return placed ? { color: paint.text, width: 2 } : { color: paint.background, width: 1.5 }
}

/** A layout to be made: what the worker is sent. */
export interface LayoutTask {
  /** Ten numbers for each node, as graphology-layout-forceatlas2 keeps them. */
  readonly nodes: Float32Array<ArrayBuffer>
  /** Three numbers for each pair of nodes: ten times their places, and a weight. */
  readonly edges: Float32Array<ArrayBuffer>
  readonly iterations: number
}

/** What the worker answers: x and y of each node, and whether these are the last. */
export interface LayoutStep {
  readonly positions: Float32Array<ArrayBuffer>
  readonly done: boolean
}

/** Numbers kept for each node, and what some of them are. */
export const nodeWidth = 10
const [mass, convergence, size, fixedAt] = [6, 7, 8, 9] as const
const edgeWidth = 3

/** A node as the layout sees it. */
export interface LaidNode {
  readonly x: number
  readonly y: number
  readonly fixed: boolean
}

/**
 * Writes nodes and the pairs between them for the layout; a pair with many relations counts by the logarithm of
 * their number, as in the layout of the build. Small graphs get more rounds.
 */
export function layoutTask(
  nodes: readonly LaidNode[],
  pairs: readonly (readonly [a: number, b: number, relations: number])[],
): LayoutTask {
  const nodeNumbers = new Float32Array(nodes.length * nodeWidth)
  nodes.forEach(({ x, y, fixed }, node) => {
    const at = node * nodeWidth
    nodeNumbers[at] = x
    nodeNumbers[at + 1] = y
    nodeNumbers[at + mass] = 1
    nodeNumbers[at + convergence] = 1
    nodeNumbers[at + size] = 1
    nodeNumbers[at + fixedAt] = fixed ? 1 : 0
  })
  const edgeNumbers = new Float32Array(pairs.length * edgeWidth)
  pairs.forEach(([a, b, relations], pair) => {
    const weight = 1 + Math.log2(relations)
    edgeNumbers.set([a * nodeWidth, b * nodeWidth, weight], pair * edgeWidth)
    nodeNumbers[a * nodeWidth + mass]! += weight
    nodeNumbers[b * nodeWidth + mass]! += weight
  })
  const iterations = Math.round(Math.min(600, Math.max(60, 200_000 / Math.max(1, nodes.length))))
  return { nodes: nodeNumbers, edges: edgeNumbers, iterations }
}

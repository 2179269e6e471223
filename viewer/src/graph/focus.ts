import type { GraphIndex } from './index-graph.ts'
import { neighboursOf } from './neighbours.ts'

/** One thing a reader did in a focus. `open` shows a node's best `shown` neighbours, `hop` opens every node. */
export type FocusStep =
  | { readonly kind: 'open'; readonly node: number; readonly shown: number }
  | { readonly kind: 'hop' }
  | { readonly kind: 'close'; readonly node: number }

/** The surroundings of one entity, as the steps that led to them: few numbers, whatever their size. */
export interface Focus {
  readonly root: number
  readonly steps: readonly FocusStep[]
}

/** How many neighbours come at once. */
export const neighbourPortion = 12
/** No hop draws more than so many nodes. */
export const mostInFocus = 400

/** What a focus shows: nodes ascending, and how many of its neighbours each node shows. */
export interface FocusView {
  readonly nodes: readonly number[]
  shown(node: number): { readonly shown: number; readonly of: number }
}

/** A focus on one node with its best neighbours. */
export function focusOn(node: number): Focus {
  return { root: node, steps: [{ kind: 'open', node, shown: neighbourPortion }] }
}

/** A focus after `portion` more neighbours of a node are asked for. */
export function openMore(
  focus: Focus,
  view: FocusView,
  node: number,
  portion: number = neighbourPortion,
): Focus {
  const shown = view.shown(node).shown + portion
  const steps = focus.steps.filter((step) => step.kind !== 'open' || step.node !== node)
  // the place of the root's step is kept: what hangs on its neighbours comes after it
  const step: FocusStep = { kind: 'open', node, shown }
  return { ...focus, steps: node === focus.root ? [step, ...steps] : [...steps, step] }
}

/** A focus without what only this node brought in. */
export function collapse(focus: Focus, node: number): Focus {
  const steps = focus.steps.filter((step) => step.kind !== 'open' || step.node !== node)
  return { ...focus, steps: [...steps, { kind: 'close', node }] }
}

/** The nodes of a focus: its steps done one after the other on what passes the filters. */
export function viewFocus(index: GraphIndex, passingEdges: Uint8Array, focus: Focus): FocusView {
  const known = new Map<number, number[]>()
  const neighbours = (node: number): number[] => {
    const list = known.get(node) ?? neighboursOf(index, passingEdges, node)
    known.set(node, list)
    return list
  }
  let nodes = new Set([focus.root])
  for (const step of focus.steps) {
    if (step.kind === 'open') {
      if (nodes.has(step.node)) open(neighbours(step.node), nodes, step.shown)
    } else if (step.kind === 'close') nodes = close(focus.root, step.node, nodes, neighbours)
    else
      for (const node of [...nodes].sort((a, b) => index.rankOf[a]! - index.rankOf[b]!)) {
        const room = mostInFocus - nodes.size
        if (room > 0)
          open(neighbours(node), nodes, Number.POSITIVE_INFINITY, Math.min(room, neighbourPortion))
      }
  }
  return {
    nodes: [...nodes].sort((a, b) => a - b),
    shown(node) {
      const list = neighbours(node)
      return { shown: list.filter((other) => nodes.has(other)).length, of: list.length }
    },
  }
}

/** Adds the best of a list until `wanted` of it are there, at most `most` new ones. */
function open(list: readonly number[], nodes: Set<number>, wanted: number, most = wanted): void {
  let there = list.filter((node) => nodes.has(node)).length
  let added = 0
  for (const node of list) {
    if (there >= wanted || added >= most) return
    if (nodes.has(node)) continue
    nodes.add(node)
    there++
    added++
  }
}

/** Takes away the leaves at `node`, then whatever hangs together with the root no more. */
function close(
  root: number,
  node: number,
  nodes: ReadonlySet<number>,
  neighbours: (node: number) => number[],
): Set<number> {
  const left = new Set(nodes)
  if (nodes.has(node))
    for (const other of neighbours(node)) {
      if (other === root || !left.has(other)) continue
      if (neighbours(other).every((third) => third === node || !nodes.has(third))) left.delete(other)
    }
  const reached = new Set([root])
  for (const at of reached) for (const other of neighbours(at)) if (left.has(other)) reached.add(other)
  return reached
}

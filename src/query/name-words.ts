import type { RedthreadGraph } from '../graph/index.ts'
import { type IndexedName, madeOnce } from './graph-index.ts'
import { indexWords, textsWith } from './word-index.ts'

/** The names of entities that are the same when folded. */
export interface FoldedName {
  readonly folded: string
  readonly names: readonly IndexedName[]
}

/** Every name of a graph by its words. Made once per graph. */
export const namesByWord: (graph: RedthreadGraph) => {
  readonly all: readonly FoldedName[]
  readonly index: ReturnType<typeof indexWords>
} = madeOnce((_graph, { names }) => ({
  all: [...names].map(([folded, list]) => ({ folded, names: list })),
  index: indexWords(names.keys()),
}))

/** The names that hold every one of these words, as a whole word or the beginning of one. */
export function namesWithWords(graph: RedthreadGraph, words: readonly string[]): readonly FoldedName[] {
  const { all, index } = namesByWord(graph)
  return Array.from(textsWith(index, words), (number) => all[number]!)
}

import type { RedthreadGraph } from '../graph/index.ts'
import { adjacencyOf } from './adjacency.ts'
import { saidBy } from './candidate-edges.ts'
import { typeNodes } from './filter-values.ts'
import { namesByWord } from './name-words.ts'
import { passageOf } from './path.ts'
import { passagesOf } from './search.ts'
import { countsOf } from './stats.ts'

/** Makes all that questions look things up in, which each otherwise makes when it first needs it. */
export function prepareGraph(graph: RedthreadGraph): void {
  for (const make of [adjacencyOf, passageOf, saidBy, typeNodes, namesByWord, passagesOf, countsOf])
    make(graph)
}

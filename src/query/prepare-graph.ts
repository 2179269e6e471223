import type { RedthreadGraph } from '../graph/index.ts'
import { adjacencyOf } from './adjacency.ts'
import { saidBy } from './candidate-edges.ts'
import { datedOrder } from './dated-edges.ts'
import { rankOrder } from './entities.ts'
import { typeNodes } from './filter-values.ts'
import { likeCandidates } from './names-like.ts'
import { passageOf } from './path.ts'
import { passagesOf } from './search.ts'
import { countsOf } from './stats.ts'

/** Makes all that questions look things up in, which each otherwise makes when it first needs it. */
export function prepareGraph(graph: RedthreadGraph): void {
  const all = [
    adjacencyOf,
    passageOf,
    saidBy,
    typeNodes,
    rankOrder,
    likeCandidates,
    passagesOf,
    datedOrder,
    countsOf,
  ]
  for (const make of all) make(graph)
}

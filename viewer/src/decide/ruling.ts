import type { Decision } from '../../../src/model/decision.ts'
import type { Place } from '../../../src/model/graph.ts'

/**
 * A decision made in the page: as it will stand in decisions.yaml, and what it is about by keys of the graph as
 * the decisions before it left it.
 */
export interface Ruling {
  readonly decision: Decision
  /** Keys of entities; the one that stays comes first. */
  readonly nodes: readonly string[]
  /** Key of a relation, for decisions about one. */
  readonly edge?: string
  /** Places of the mentions that a split takes away. */
  readonly places?: readonly Place[]
}

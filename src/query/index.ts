export type { Answer, EntityRef, EvidenceOption, EvidenceRow, RelationRow } from './answer.ts'
export { whenText } from './answer.ts'
export { type ContradictionItem, type ContradictionsOptions, contradictions } from './contradictions.ts'
export {
  type ChangeKind,
  diffGraphs,
  type EntityChange,
  type GraphDiff,
  type RelationChange,
} from './diff.ts'
export { foldText } from './fold-text.ts'
export { type MatchedEntity, matchName, type NameMatch } from './match-name.ts'
export { type Neighbour, type NeighboursOptions, neighbours } from './neighbours.ts'
export { type FoundPath, type PathOptions, path } from './path.ts'
export { QueryError } from './query-error.ts'
export type { RelationFilter } from './relation-filter.ts'
export { type RelationsOptions, relations } from './relations.ts'
export { type SearchHit, type SearchOptions, search } from './search.ts'
export { type SelectedGraph, type Selection, selectGraph } from './select-graph.ts'
export { type EntityCard, show } from './show.ts'
export { type Figure, stats } from './stats.ts'
export { type TimelineEntry, type TimelineOptions, timeline } from './timeline.ts'
export { why } from './why.ts'

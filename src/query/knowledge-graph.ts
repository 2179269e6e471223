import type { OpenedGraph } from '../graph/index.ts'
import type { Document } from '../model/index.ts'
import type { Answer, EvidenceOption, RelationRow } from './answer.ts'
import { type ContradictionItem, type ContradictionsOptions, contradictions } from './contradictions.ts'
import { type EntitiesOptions, type EntityItem, entities } from './entities.ts'
import { type EvidenceItem, type EvidenceOptions, evidence } from './evidence.ts'
import { type Neighbour, type NeighboursOptions, neighbours } from './neighbours.ts'
import { type FoundPath, type PathOptions, path } from './path.ts'
import { type RelationsOptions, relations } from './relations.ts'
import { type SearchHit, type SearchOptions, search } from './search.ts'
import { type EntityCard, type ShowOptions, show } from './show.ts'
import { type Figure, type StatsOptions, stats } from './stats.ts'
import { type TimelineEntry, type TimelineOptions, timeline } from './timeline.ts'
import { type WhyAnswer, why } from './why.ts'

/**
 * A graph to put questions to. Names are labels, other names, parts of names or keys; each method throws a
 * QueryError, with what may have been meant, for a name or value that the graph does not have.
 */
export interface KnowledgeGraph extends OpenedGraph {
  /** The entities, the most central first. */
  entities(options?: EntitiesOptions): Answer<EntityItem>
  /** All that the graph has of one entity. */
  entity(name: string, options?: ShowOptions): EntityCard
  /** The relations that pass a filter, best attested first. */
  relations(options?: RelationsOptions): Answer<RelationRow>
  /** The passages that are evidence of relations. */
  evidence(options?: EvidenceOptions): Answer<EvidenceItem>
  /** The entities one step away. */
  neighbours(name: string, options?: NeighboursOptions): Answer<Neighbour>
  /** The shortest ways from one entity to another. */
  paths(from: string, to: string, options?: PathOptions): Answer<FoundPath>
  /** What is told, of one entity or of all, in the order of time. */
  timeline(name?: string, options?: TimelineOptions): Answer<TimelineEntry>
  /** Relations that cannot all hold. */
  contradictions(options?: ContradictionsOptions): Answer<ContradictionItem>
  /** Entities and passages that have all of the words. */
  search(words: string, options?: SearchOptions): Answer<SearchHit>
  /** What connects two entities with all the evidence, or why two names are one entity or two. */
  why(a: string, b: string, options?: EvidenceOption): WhyAnswer
  /** What is in the graph, in numbers. */
  stats(options?: StatsOptions): Answer<Figure>
  /** A document with its text, by its id; undefined where the graph has no texts or no such document. */
  document(id: string): Document | undefined
}

/** The questions to a graph as methods. `document` finds texts; without it there are none. */
export function knowledgeGraph(
  source: OpenedGraph,
  document: (id: string) => Document | undefined = () => undefined,
): KnowledgeGraph {
  return {
    ...source,
    entities: (options) => entities(source, options),
    entity: (name, options) => show(source, name, options).items[0]!,
    relations: (options) => relations(source, options),
    evidence: (options) => evidence(source, options),
    neighbours: (name, options) => neighbours(source, name, options),
    paths: (from, to, options) => path(source, from, to, options),
    timeline: (name, options) => timeline(source, name, options),
    contradictions: (options) => contradictions(source, options),
    search: (words, options) => search(source, words, options),
    why: (a, b, options) => why(source, a, b, options),
    stats: (options) => stats(source, options),
    document,
  }
}

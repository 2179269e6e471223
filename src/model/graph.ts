import type { Modality, Polarity } from './claim.ts'
import type { MentionKind } from './mention.ts'
import type { Span } from './span.ts'
import type { Time } from './time.ts'

/** A place in a document. */
export interface Place extends Span {
  readonly document: string
}

export interface EntityMention extends Place {
  readonly kind: MentionKind
}

/** A further argument on a row of evidence: a node key, or the words themselves. */
export interface Qualifier extends Span {
  readonly role: string
  readonly entity?: string
  readonly value?: string
}

/** One place where a relation was read. `quote` is `text.slice(start, end)` of its document. */
export interface Evidence extends Place {
  readonly quote: string
  /** Id of the claim. */
  readonly claim: string
  readonly subject: Span
  readonly relation: Span
  readonly object: Span
  readonly extractor: string
  readonly rule: string
  readonly confidence: number
  readonly modality: Modality
  /** Node keys, outermost first; empty for the article's own voice. */
  readonly speakers: readonly string[]
  readonly times: readonly Time[]
  readonly qualifiers: readonly Qualifier[]
  /** The claim this passage is a copy of. */
  readonly copyOf?: string
  /** The words say what was done and not by whom: the subject stands beside them, and another document names it. */
  readonly implied?: 'subject'
}

/** A remark that a person put on a node or an edge. */
export interface Note {
  text: string
  by?: string
  when?: string
}

/** Attributes of a node of graph.json. The key is `type/slug-of-the-label`. */
export interface NodeAttributes {
  label: string
  type: string
  aliases: string[]
  mentions: EntityMention[]
  said?: Place[]
  time?: Time
  count?: number
  links?: { id: string; score: number }[]
  /** Keys under which the entity, or a part of it, would stand without decisions. */
  formerKeys?: string[]
  /** Kinds of the decisions that made it what it is: `merge`, `split`, `rename`, `retype`. */
  decisions?: string[]
  notes?: Note[]
  x: number
  y: number
  size: number
  color: string
  community: number
  rank: number
  /** On how many of the shortest ways between others it lies, 0 to 1; only where it was asked for. */
  betweenness?: number
}

/** Attributes of an edge of graph.json. */
export interface EdgeAttributes {
  /** Kebab-case name of the relation type. */
  relation: string
  label: string
  polarity: Polarity
  open: boolean
  /** The strongest of the evidence's modalities. */
  modality: Modality
  modalities: Partial<Record<Modality, number>>
  times: Time[]
  confidence: number
  /** Independent sources. */
  origins: number
  /** How many documents. */
  documents: number
  /** `confirmed` where a person has said that it holds. */
  decision?: string
  /** The relation that later took the place of this one, which was only meant to come. */
  supersededBy?: string
  notes?: Note[]
  /** Composed from other relations by a rule; nobody said it in one place. */
  derived?: boolean
  /** The rule of a derived relation, and each path of edges from which it follows. */
  derivation?: { rule: string; paths: string[][] }
  evidence: Evidence[]
}

/**
 * Two relations that cannot both hold. `polarity`: said and negated; `denial`: said by some, denied by others;
 * `functional`: two values of what has one; `date` and `count`: two dates or numbers of one event.
 */
export interface Contradiction {
  kind: string
  edges: string[]
}

/** What came of the decisions of people. */
export interface DecisionCounts {
  applied: number
  /** Reported as problems. */
  unused: number
  rejectedEntities: number
  rejectedRelations: number
}

export interface GraphAttributes {
  format: 'redthread-graph'
  version: 1
  schema: { name: string; version: string; hash: string }[]
  settings: Record<string, string | number | boolean>
  /** `derived` of the relations were composed by rules; `evidence` is that of the others. */
  counts: { documents: number; entities: number; relations: number; derived?: number; evidence: number }
  contradictions: Contradiction[]
  /** Absent where nobody decided anything. */
  decisions?: DecisionCounts
}

/** graph.json: graphology's own serialization. */
export interface SerializedGraph {
  attributes: GraphAttributes
  options: { type: 'directed'; multi: true; allowSelfLoops: true }
  nodes: { key: string; attributes: NodeAttributes }[]
  edges: { key: string; source: string; target: string; attributes: EdgeAttributes }[]
}

/** An entity as resolution gives it, before layout. */
export type Entity = { key: string } & Omit<
  NodeAttributes,
  'x' | 'y' | 'size' | 'color' | 'community' | 'rank' | 'betweenness'
>

/** A relation as resolution gives it: an edge with its key and ends. */
export type Relation = { key: string; source: string; target: string } & EdgeAttributes

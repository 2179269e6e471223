import { buildGraph, type GraphParts, type RedthreadGraph } from './graph/index.ts'
import type {
  DecisionCounts,
  DocumentClaims,
  GazetteerEntry,
  GraphAttributes,
  PlacedDecision,
  Problem,
  Ranker,
  ResolutionRecord,
  Schema,
} from './model/index.ts'
import { findContradictions } from './resolve/contradictions/find-contradictions.ts'
import { ruleRelations, unmatchedProblems } from './resolve/decisions/rule-edges.ts'
import { deriveRelations } from './resolve/derive.ts'
import { linkEntities } from './resolve/gazetteer/link-entities.ts'
import type { ResolvableClaims } from './resolve/resolvable-claims.ts'
import { resolve } from './resolve/resolve.ts'

/** How claims become entities and relations. */
export interface ResolveGraphOptions {
  /** The learnt model for pronouns and descriptions; without it they go by rules. */
  readonly ranker?: Ranker
  /** What people have ruled, in the order of their file. */
  readonly decisions?: readonly PlacedDecision[]
  /** What links entities to ids elsewhere. */
  readonly gazetteer?: readonly GazetteerEntry[]
  /** Whether the rules of the schema compose relations: yes unless said otherwise. */
  readonly derived?: boolean
  /** What the graph says of the way in which its claims were read. */
  readonly settings: GraphAttributes['settings']
}

/** What a graph is drawn from, with what was wrong on the way to it. */
export interface ResolvedGraph extends Omit<GraphParts, 'types' | 'betweenness'> {
  readonly problems: readonly Problem[]
  /** Why nodes are one and why they are two, made as it is asked for; holds all that was resolved. */
  readonly trace: () => Iterable<ResolutionRecord>
}

/** How claims become a graph. */
export interface AssembleOptions extends ResolveGraphOptions {
  /** Whether nodes get their betweenness. */
  readonly betweenness?: boolean
}

/** A graph with what was wrong on the way to it. */
export interface Assembly extends Pick<ResolvedGraph, 'problems' | 'trace'> {
  readonly graph: RedthreadGraph
}

/** Resolves claims and builds their graph: a pure function of the claims and the options, in any order. */
export function assembleGraph(
  claims: readonly (DocumentClaims | ResolvableClaims)[],
  schema: Schema,
  { betweenness = false, ...options }: AssembleOptions,
): Assembly {
  const { problems, trace, ...parts } = resolveGraph(claims, schema, options)
  return { graph: buildGraph({ ...parts, types: schema.types, betweenness }), problems, trace }
}

/**
 * Resolves claims, which it takes out of their list, and hands over why nodes are one: of all this only what a graph is
 * built from is in memory afterwards.
 */
export function resolveAndRelease(
  claims: ResolvableClaims[],
  schema: Schema,
  options: ResolveGraphOptions,
  onTrace: (trace: Iterable<ResolutionRecord>) => void,
): Omit<ResolvedGraph, 'trace'> {
  const { trace, ...resolved } = resolveGraph(claims.splice(0), schema, options)
  onTrace(trace())
  return resolved
}

/** Resolves claims into what a graph is built from: a pure function of the claims and the options, in any order. */
export function resolveGraph(
  claims: readonly (DocumentClaims | ResolvableClaims)[],
  schema: Schema,
  { ranker, decisions = [], gazetteer = [], derived = true, settings }: ResolveGraphOptions,
): ResolvedGraph {
  const resolution = resolve(claims, schema, { decisions, ...(ranker ? { ranker } : {}) })
  const { decided } = resolution
  const derivation = deriveRelations(resolution.entities, resolution.relations, schema)
  const composed = ruleRelations(derivation.relations, decided.unmatched)
  const shown = derived ? composed.relations : []
  const { contradictions, superseded } = findContradictions(
    resolution.relations,
    resolution.entities,
    schema,
    claims,
  )
  const read = resolution.relations.map((relation) => {
    const later = superseded.get(relation.key)
    return later === undefined ? relation : { ...relation, supersededBy: later }
  })
  const relations = [...read, ...shown]
  const counts = {
    documents: claims.length,
    entities: resolution.entities.length,
    relations: relations.length,
    derived: shown.length,
    evidence: resolution.relations.reduce((sum, relation) => sum + relation.evidence.length, 0),
  }
  const linked = linkEntities(resolution.entities, resolution.relations, gazetteer, schema)
  const attributes: GraphAttributes = {
    format: 'redthread-graph',
    version: 1,
    schema: schema.files.map((file) => ({ ...file })),
    settings: { ...settings, derived },
    counts,
    contradictions: [...contradictions],
    ...(decisions.length === 0 ? {} : { decisions: summary() }),
  }
  const problems = [
    ...resolution.problems,
    ...linked.problems,
    ...(derived ? derivation.problems : []),
    ...unmatchedProblems(composed.unmatched, relations),
  ]
  return { entities: linked.entities, relations, attributes, problems, trace: resolution.trace }

  function summary(): DecisionCounts {
    const applied = new Set([...decided.applied, ...composed.applied]).size
    const { entities, relations: edges } = decided.rejected
    return {
      applied,
      unused: decisions.length - applied,
      rejectedEntities: entities,
      rejectedRelations: edges + composed.rejected,
    }
  }
}

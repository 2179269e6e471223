import { buildGraph, type RedthreadGraph } from './graph/index.ts'
import type {
  DocumentClaims,
  GraphAttributes,
  Problem,
  Ranker,
  ResolutionRecord,
  Schema,
} from './model/index.ts'
import { findContradictions } from './resolve/contradictions.ts'
import { deriveRelations } from './resolve/derive.ts'
import { resolve } from './resolve/resolve.ts'

/** How claims become a graph. */
export interface AssembleOptions {
  /** The learnt model for pronouns and descriptions; without it they go by rules. */
  readonly ranker?: Ranker
  /** Whether the rules of the schema compose relations: yes unless said otherwise. */
  readonly derived?: boolean
  /** What the graph says of the way in which its claims were read. */
  readonly settings: GraphAttributes['settings']
}

/** A graph with what was wrong on the way to it. */
export interface Assembly {
  readonly graph: RedthreadGraph
  readonly problems: readonly Problem[]
  readonly counts: GraphAttributes['counts']
  /** Why nodes are one and why they are two, made as it is asked for. */
  readonly trace: () => Iterable<ResolutionRecord>
}

/** Resolves claims and builds their graph: a pure function of the claims and the options, in any order. */
export function assembleGraph(
  claims: readonly DocumentClaims[],
  schema: Schema,
  { ranker, derived = true, settings }: AssembleOptions,
): Assembly {
  const resolution = resolve(claims, schema, ranker ? { ranker } : {})
  const derivation = derived ? deriveRelations(resolution.entities, resolution.relations, schema) : undefined
  const relations = [...resolution.relations, ...(derivation?.relations ?? [])]
  const counts = {
    documents: claims.length,
    entities: resolution.entities.length,
    relations: relations.length,
    derived: derivation?.relations.length ?? 0,
    evidence: resolution.relations.reduce((sum, relation) => sum + relation.evidence.length, 0),
  }
  const graph = buildGraph({
    entities: resolution.entities,
    relations,
    attributes: {
      format: 'redthread-graph',
      version: 1,
      schema: schema.files.map((file) => ({ ...file })),
      settings: { ...settings, derived },
      counts,
      contradictions: findContradictions(resolution.relations),
    },
    types: schema.types,
  })
  const problems = [...resolution.problems, ...(derivation?.problems ?? [])]
  return { graph, problems, counts, trace: resolution.trace }
}

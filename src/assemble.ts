import { buildGraph, type RedthreadGraph } from './graph/index.ts'
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
import { resolve } from './resolve/resolve.ts'

/** How claims become a graph. */
export interface AssembleOptions {
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
  /** Called when all is resolved and the layout begins. */
  readonly onDrawing?: () => void
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
  { ranker, decisions = [], gazetteer = [], derived = true, settings, onDrawing }: AssembleOptions,
): Assembly {
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
  onDrawing?.()
  const graph = buildGraph({
    entities: linked.entities,
    relations,
    attributes: {
      format: 'redthread-graph',
      version: 1,
      schema: schema.files.map((file) => ({ ...file })),
      settings: { ...settings, derived },
      counts,
      contradictions: [...contradictions],
      ...(decisions.length === 0 ? {} : { decisions: summary() }),
    },
    types: schema.types,
  })
  const problems = [
    ...resolution.problems,
    ...linked.problems,
    ...(derived ? derivation.problems : []),
    ...unmatchedProblems(composed.unmatched, relations),
  ]
  return { graph, problems, counts, trace: resolution.trace }

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

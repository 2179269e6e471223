import type {
  DocumentClaims,
  Entity,
  Place,
  PlacedDecision,
  Problem,
  Ranker,
  Relation,
  ResolutionRecord,
  Schema,
} from '../model/index.ts'
import type { Settled } from './across/implied-subjects.ts'
import { type AcrossResolution, resolveAcross } from './across/resolve-across.ts'
import { append } from './append.ts'
import { type Constraints, indexConstraints, type UnmetConstraint } from './constraints.ts'
import { type Copies, findCopies } from './copies.ts'
import { type DecisionPlan, planDecisions } from './decisions/plan-decisions.ts'
import { makePopulation } from './decisions/population.ts'
import { type KeyedRuling, ruleRelations, withoutDisputes } from './decisions/rule-edges.ts'
import { groupOfMentions, ruleNodes, withFormerKeys } from './decisions/rule-nodes.ts'
import { unkeptMerges } from './decisions/unkept-merges.ts'
import { withoutRejected } from './decisions/without-rejected.ts'
import { makeEntities } from './entities.ts'
import type { LocalEntity, LocalResolution } from './local-entity.ts'
import { makeRelations } from './make-relations.ts'
import { unpackSignatures } from './packed-signatures.ts'
import { mentionsSpokenOf, type ResolvableClaims, resolvableClaims } from './resolvable-claims.ts'
import { traceOf } from './trace.ts'
import { linkedClaims, resolveWithinDocument } from './within-document.ts'

/** The nodes and edges that all claims together give, in key order. */
export interface Resolution {
  readonly entities: readonly Entity[]
  readonly relations: readonly Relation[]
  readonly problems: readonly Problem[]
  /** What came of the decisions. */
  readonly decided: Decided
  /** Constraints that could not be kept. */
  readonly unmet: readonly UnmetConstraint[]
  /** Why nodes are one and why they are two: the lines of resolution.jsonl, made as they are asked for. */
  readonly trace: () => Iterable<ResolutionRecord>
}

/** What came of decisions in a resolution. */
export interface Decided {
  readonly applied: ReadonlySet<PlacedDecision>
  /** How many nodes and edges were rejected. */
  readonly rejected: { readonly entities: number; readonly relations: number }
  /** Rulings on relations that were not read: they may be about derived ones. */
  readonly unmatched: readonly KeyedRuling[]
}

/** What claims are resolved with. */
export interface ResolveOptions {
  /** The learnt model for pronouns and descriptions, where links are not worked out yet; without it they go by rules. */
  readonly ranker?: Ranker
  /** What must be one thing, and what must not. */
  readonly constraints?: Constraints
  /** What people have ruled, in the order of their file. */
  readonly decisions?: readonly PlacedDecision[]
}

/** Who said what in a document, by quotation. */
function saidIn({ claims, entityOf }: LocalResolution): Map<LocalEntity, Place[]> {
  const said = new Map<LocalEntity, Place[]>()
  for (const { start, end, speaker } of claims.quotations) {
    const entity = speaker && entityOf.get(speaker)
    if (entity) append(said, entity, { document: claims.document, start, end })
  }
  return said
}

const byDocument = (a: ResolvableClaims, b: ResolvableClaims): number => (a.document < b.document ? -1 : 1)

/** Which mentions are one thing, before anything is made of it. */
interface Grouping extends AcrossResolution {
  readonly locals: readonly LocalResolution[]
  readonly copies: Copies
}

function groupMentions(
  ordered: readonly ResolvableClaims[],
  copies: Copies,
  schema: Schema,
  constraints: Constraints | undefined,
  known?: ReadonlyMap<string, LocalResolution>,
): Grouping {
  const index = indexConstraints(constraints)
  const within = { constraints: index, ...(known ? { known } : {}) }
  const locals = ordered.map((document) => resolveWithinDocument(document, schema, within))
  const across = resolveAcross(locals, copies, index)
  // What is never named and stands in no claim can be no node.
  const used = usedEntities(locals, across.settled)
  const groups = across.groups.filter((group) => group.some((e) => e.named || used.has(e)))
  return { locals, copies, ...across, groups }
}

/** What claims and quotations speak of. */
function usedEntities(locals: readonly LocalResolution[], settled: Settled): Set<LocalEntity> {
  const used = new Set<LocalEntity>()
  for (const local of locals) {
    const { claims, quotations } = local.claims
    for (const mention of mentionsSpokenOf([...claims, ...(settled.get(local) ?? [])], quotations)) {
      const entity = local.entityOf.get(mention)
      if (entity) used.add(entity)
    }
  }
  return used
}

/** What was made of the documents that constraints do not name: it is the same under them. */
function untouched({ locals }: Grouping, { together, apart }: Constraints): Map<string, LocalResolution> {
  const known = new Map(locals.map((local) => [local.claims.document, local]))
  const named = [...together.map(({ mentions }) => mentions), ...apart.flatMap(({ sides }) => sides)]
  for (const { document } of named.flat()) known.delete(document)
  return known
}

/**
 * Resolves claims, whole or what resolution needs of them, into entities and relations: a pure function of all claims,
 * whatever their order, and of the decisions. A claim whose arguments do not fit the schema's types becomes a problem and no relation.
 */
export function resolve(
  documents: readonly (DocumentClaims | ResolvableClaims)[],
  schema: Schema,
  { ranker, constraints, decisions = [] }: ResolveOptions = {},
): Resolution {
  const ordered = documents
    .map((document) =>
      'passages' in document ? document : resolvableClaims(linkedClaims(document, schema, ranker)),
    )
    .sort(byDocument)
  const copies = findCopies(
    ordered.map(({ document, passages }) => ({ document, signatures: unpackSignatures(passages) })),
  )
  const machine = groupMentions(ordered, copies, schema, constraints)
  if (decisions.length === 0) return makeResolution(machine, schema)
  const before = makeEntities(machine.groups, new Map())
  const plan = planDecisions(decisions, makePopulation(machine.groups, before, schema), schema)
  const { together, apart } = plan.constraints
  const both = {
    together: [...(constraints?.together ?? []), ...together],
    apart: [...(constraints?.apart ?? []), ...apart],
  }
  const grouping =
    together.length + apart.length === 0
      ? machine
      : groupMentions(ordered, copies, schema, both, untouched(machine, plan.constraints))
  return makeResolution(grouping, schema, { plan, before })
}

/** What decisions add to a grouping: the plan, and the nodes as they would be without it. */
interface Ruling {
  readonly plan: DecisionPlan
  readonly before: readonly Entity[]
}

function makeResolution(grouping: Grouping, schema: Schema, ruling?: Ruling): Resolution {
  const { locals, groups, clusters, copies, unmet, settled } = grouping
  const groupIndex = new Map<LocalEntity, number>()
  groups.forEach((group, index) => {
    for (const local of group) groupIndex.set(local, index)
  })
  const byDocumentId = new Map(ruling ? locals.map((local) => [local.claims.document, local]) : [])
  const groupOf = (document: string, mention: string): number | undefined => {
    const entity = byDocumentId.get(document)?.entityOf.get(mention)
    return entity && groupIndex.get(entity)
  }
  const ruled = ruling && ruleNodes(ruling.plan.nodes, groupOf)
  const said = new Map(locals.flatMap((l) => [...saidIn(l)]))
  const made = makeEntities(groups, said, ruled?.changes)
  const entities = ruling ? withFormerKeys(made, groups, ruling.before) : made
  const nodeOf = new Map<LocalEntity, Entity>()
  groups.forEach((group, index) => {
    for (const local of group) nodeOf.set(local, entities[index]!)
  })
  const read = makeRelations(locals, settled, nodeOf, schema, copies)
  const rejected = new Set([...(ruled?.rejected ?? [])].map((index) => entities[index]!.key))
  const kept = withoutRejected(read.relations, rejected)
  const keyed = ruling?.plan.edges.flatMap(({ placed, kind, source, relation, target, polarity, note }) => {
    const ends = [source, target].map((mentions) => groupOfMentions(mentions, groupOf))
    const [from, to] = ends.map((index) => (index === undefined ? undefined : entities[index]!.key))
    if (from === undefined || to === undefined) return []
    const key = [from, relation, to, polarity].join('|')
    return [{ placed, kind, key, ...(note ? { note } : {}) }]
  })
  const { rulings, problems: disputes } = withoutDisputes(keyed ?? [])
  const { relations, rejected: gone, unmatched, applied } = ruleRelations(kept, rulings)
  const named = new Set(
    groups.flatMap((group, index) => (group.some((e) => e.named) ? [entities[index]!.key] : [])),
  )
  const present = entities.filter(({ key }) => !rejected.has(key))
  const shown = shownEntities(present, relations, named)
  const trace = (): Iterable<ResolutionRecord> => traceOf(locals, clusters, nodeOf, shown)
  return {
    entities: shown,
    relations,
    problems: [
      ...read.problems,
      ...(ruling?.plan.problems ?? []),
      ...(ruled?.problems ?? []),
      ...disputes,
      ...(ruling ? unkeptMerges(ruling.plan, unmet) : []),
    ],
    decided: {
      applied: new Set([...(ruled?.applied ?? []), ...applied]),
      rejected: { entities: rejected.size, relations: gone },
      unmatched,
    },
    unmet,
    trace,
  }
}

/** The entities that a relation or a quotation uses, and all that are named, in key order. */
function shownEntities(
  entities: readonly Entity[],
  relations: readonly Relation[],
  named: ReadonlySet<string>,
): Entity[] {
  const used = new Set<string>()
  for (const { source, target, evidence } of relations) {
    used.add(source).add(target)
    for (const { speakers, qualifiers } of evidence) {
      for (const speaker of speakers) used.add(speaker)
      for (const { entity } of qualifiers) if (entity) used.add(entity)
    }
  }
  const shown = new Map<string, Entity>()
  for (const entity of entities)
    if (used.has(entity.key) || named.has(entity.key) || entity.said) shown.set(entity.key, entity)
  return [...shown.keys()].sort().map((key) => shown.get(key)!)
}

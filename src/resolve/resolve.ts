import type {
  DocumentClaims,
  Entity,
  Place,
  Problem,
  Ranker,
  Relation,
  ResolutionRecord,
  Schema,
} from '../model/index.ts'
import { resolveAcross } from './across/resolve-across.ts'
import { append } from './append.ts'
import { type Constraints, indexConstraints, type UnmetConstraint } from './constraints.ts'
import { findCopies } from './copies.ts'
import { makeEntities } from './entities.ts'
import type { LocalEntity, LocalResolution } from './local-entity.ts'
import { makeRelations } from './make-relations.ts'
import { traceOf } from './trace.ts'
import { resolveWithinDocument } from './within-document.ts'

/** The nodes and edges that all claims together give, in key order. */
export interface Resolution {
  readonly entities: readonly Entity[]
  readonly relations: readonly Relation[]
  readonly problems: readonly Problem[]
  /** Constraints that could not be kept. */
  readonly unmet: readonly UnmetConstraint[]
  /** Why nodes are one and why they are two: the lines of resolution.jsonl, made as they are asked for. */
  readonly trace: () => Iterable<ResolutionRecord>
}

/** What claims are resolved with. */
export interface ResolveOptions {
  /** The learnt model for pronouns and descriptions; without it they go by rules. */
  readonly ranker?: Ranker
  /** What a person has ruled to be one thing or two. */
  readonly constraints?: Constraints
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

const byDocument = (a: DocumentClaims, b: DocumentClaims): number => (a.document < b.document ? -1 : 1)

/**
 * Resolves claims into entities and relations: a pure function of all claims, whatever their order. A
 * claim whose arguments do not fit the schema's types becomes a problem and no relation.
 */
export function resolve(
  documents: readonly DocumentClaims[],
  schema: Schema,
  options: ResolveOptions = {},
): Resolution {
  const ordered = [...documents].sort(byDocument)
  const constraints = indexConstraints(options.constraints)
  const within = { constraints, ...(options.ranker ? { ranker: options.ranker } : {}) }
  const locals = ordered.map((document) => resolveWithinDocument(document, schema, within))
  const copies = findCopies(ordered)
  const { groups, clusters, unmet } = resolveAcross(locals, copies, constraints)
  const said = new Map(locals.flatMap((l) => [...saidIn(l)]))
  const entities = makeEntities(groups, said)
  const nodeOf = new Map<LocalEntity, Entity>()
  groups.forEach((group, index) => {
    for (const local of group) nodeOf.set(local, entities[index]!)
  })
  const { relations, problems } = makeRelations(locals, nodeOf, schema, copies)
  const named = new Set(
    groups.flatMap((group, index) => (group.some((e) => e.named) ? [entities[index]!.key] : [])),
  )
  const shown = shownEntities(entities, relations, named)
  const trace = (): Iterable<ResolutionRecord> => traceOf(locals, clusters, nodeOf, shown)
  return { entities: shown, relations, problems, unmet, trace }
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
  return entities
    .filter((e) => used.has(e.key) || named.has(e.key) || e.said)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

import type { Claim, Entity, Evidence, Problem, Relation, Schema } from '../model/index.ts'
import { isA } from '../schema/is-a.ts'
import type { Settled } from './across/implied-subjects.ts'
import { type Copies, findUtterances } from './copies.ts'
import type { LocalEntity, LocalResolution } from './local-entity.ts'
import { countOrigins, type PlacedClaim } from './origins.ts'
import { sumRows } from './sum-rows.ts'

/** The edges of the graph, and the claims that became none because they do not fit the schema. */
export interface MadeRelations {
  readonly relations: readonly Relation[]
  readonly problems: readonly Problem[]
}

/** A claim with the document it was read in and that document's entities. */
type Row = PlacedClaim & { readonly local: LocalResolution }

/**
 * Makes one relation of all claims that say the same of the same two nodes, in key order; those of `settled` only add to
 * one. `nodeOf` gives the node of each entity of a document. A claim whose arguments do not fit the schema's types
 * becomes a problem and no relation.
 */
export function makeRelations(
  locals: readonly LocalResolution[],
  settled: Settled,
  nodeOf: ReadonlyMap<LocalEntity, Entity>,
  schema: Schema,
  copies: Copies,
): MadeRelations {
  const problems: Problem[] = []
  const edges = new Map<string, { source: Entity; target: Entity; rows: Row[] }>()
  const nodeAt = (local: LocalResolution, mention: string): Entity | undefined => {
    const entity = local.entityOf.get(mention)
    return entity && nodeOf.get(entity)
  }
  const place = (local: LocalResolution, claim: Claim): void => {
    const source = nodeAt(local, claim.subject)
    const target = nodeAt(local, claim.object)
    if (!source || !target || source === target) return
    // "An inquiry called Operation Lantern": where the node has that name, the edge would say it once more.
    if (claim.relation === 'named' && claim.polarity === 'positive' && source.label === target.label) return
    const key = [source.key, claim.relation, target.key, claim.polarity].join('|')
    const known = edges.get(key)
    if (claim.implied && !known) return
    const mismatch = signatureProblem(schema, claim, source, target, local.claims.document)
    if (mismatch) {
      problems.push(mismatch)
      return
    }
    const edge = known ?? { source, target, rows: [] }
    edge.rows.push({ document: local.claims.document, claim, local })
    edges.set(key, edge)
  }
  for (const local of locals) for (const claim of local.claims.claims) place(local, claim)
  // What is said in full comes first, and makes the edge.
  for (const [local, claims] of settled) for (const claim of claims) place(local, claim)
  const utterances = findUtterances(
    locals.flatMap((local) =>
      local.claims.quotations.flatMap((quotation) => {
        const by = quotation.speaker === undefined ? undefined : nodeAt(local, quotation.speaker)?.key
        return by === undefined ? [] : [{ ...quotation, document: local.claims.document, by }]
      }),
    ),
  )
  const relations = [...edges].map(([key, { source, target, rows }]): Relation => {
    const { origins, copyOf } = countOrigins(rows, copies, utterances)
    const evidence = rows.map(({ document, claim, local }, index) =>
      evidenceOf(document, claim, (mention) => nodeAt(local, mention)?.key, copyOf[index]),
    )
    const first = rows[0]!.claim
    const { modality, modalities, times, confidence, documents } = sumRows(evidence)
    // Edges and rows are put together in the order of graph.json, so that they are written as they are.
    return {
      key,
      source: source.key,
      target: target.key,
      label: first.label,
      relation: first.relation,
      polarity: first.polarity,
      open: rows.every((r) => r.claim.open),
      modality,
      modalities,
      times,
      confidence,
      origins,
      documents,
      evidence,
    }
  })
  return { relations: relations.sort((a, b) => (a.key < b.key ? -1 : 1)), problems }
}

/** A claim as a row of evidence; `keyOf` gives the node that a mention refers to. */
function evidenceOf(
  document: string,
  claim: Claim,
  keyOf: (mention: string) => string | undefined,
  copyOf: string | undefined,
): Evidence {
  return {
    relation: claim.relationSpan,
    modality: claim.modality,
    times: claim.times,
    confidence: claim.confidence,
    document,
    start: claim.start,
    end: claim.end,
    quote: claim.quote,
    claim: claim.id,
    subject: claim.subjectSpan,
    object: claim.objectSpan,
    extractor: claim.extractor,
    rule: claim.rule,
    speakers: [...new Set(claim.speakers.flatMap((mention) => keyOf(mention) ?? []))],
    qualifiers: claim.qualifiers.map(({ role, mention, value, start, end }) => {
      const entity = mention === undefined ? undefined : keyOf(mention)
      const words = value ?? claim.quote.slice(start - claim.start, end - claim.start)
      return { start, end, role, ...(entity ? { entity } : { value: words }) }
    }),
    ...(copyOf === undefined ? {} : { copyOf }),
    ...(claim.implied ? { implied: claim.implied } : {}),
  }
}

function signatureProblem(
  schema: Schema,
  claim: Claim,
  source: Entity,
  target: Entity,
  document: string,
): Problem | undefined {
  const relation = schema.relations.get(claim.relation)
  if (!relation || claim.open) return undefined
  // An entity of unknown type may be anything.
  const fits = (entity: Entity, allowed: readonly string[]): boolean =>
    entity.type === 'Thing' || isA(schema, entity.type, allowed)
  const wrong = !fits(source, relation.subject)
    ? ([source, 'subject', relation.subject] as const)
    : !fits(target, relation.object)
      ? ([target, 'object', relation.object] as const)
      : undefined
  if (!wrong) return undefined
  const [entity, place, allowed] = wrong
  return {
    severity: 'info',
    code: 'relation-signature',
    message: `"${claim.relation}" was read with "${entity.label}" (${entity.type}) as its ${place}, but takes ${allowed.join(' or ')}; it is left out of the graph`,
    hint: 'If the relation is right, allow the type in a schema file of your own.',
    file: document,
  }
}

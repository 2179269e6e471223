import {
  type Claim,
  type DocumentClaims,
  type Entity,
  type Evidence,
  modalities,
  type Place,
  type Problem,
  type Ranker,
  type Relation,
  type Schema,
  type Time,
} from '../model/index.ts'
import { isA } from '../schema/is-a.ts'
import { resolveAcrossDocuments } from './across-documents.ts'
import { append } from './append.ts'
import { countOrigins, findCopies, type PlacedClaim } from './copies.ts'
import { makeEntities } from './entities.ts'
import type { LocalEntity, LocalResolution } from './local-entity.ts'
import { resolveWithinDocument } from './within-document.ts'

/** The nodes and edges that all claims together give, in key order. */
export interface Resolution {
  readonly entities: readonly Entity[]
  readonly relations: readonly Relation[]
  readonly problems: readonly Problem[]
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
 * claim whose arguments do not fit the schema's types becomes a problem and no relation. Without a `ranker`
 * pronouns and descriptions go by rules.
 */
export function resolve(documents: readonly DocumentClaims[], schema: Schema, ranker?: Ranker): Resolution {
  const ordered = [...documents].sort(byDocument)
  const locals = ordered.map((document) => resolveWithinDocument(document, schema, ranker))
  const copies = findCopies(ordered)
  const groups = resolveAcrossDocuments(
    locals.flatMap((l) => l.entities),
    copies,
  )
  const said = new Map(locals.flatMap((l) => [...saidIn(l)]))
  const entities = makeEntities(groups, said)
  const nodeOf = new Map<LocalEntity, Entity>()
  groups.forEach((group, index) => {
    for (const local of group) nodeOf.set(local, entities[index]!)
  })
  const problems: Problem[] = []
  const edges = new Map<
    string,
    { source: Entity; target: Entity; rows: (PlacedClaim & { local: LocalResolution })[] }
  >()
  for (const local of locals) {
    const nodeAt = (mention: string): Entity | undefined => {
      const entity = local.entityOf.get(mention)
      return entity && nodeOf.get(entity)
    }
    for (const claim of local.claims.claims) {
      const source = nodeAt(claim.subject)
      const target = nodeAt(claim.object)
      if (!source || !target || source === target) continue
      const mismatch = signatureProblem(schema, claim, source, target, local.claims.document)
      if (mismatch) {
        problems.push(mismatch)
        continue
      }
      const key = [source.key, claim.relation, target.key, claim.polarity].join('|')
      const edge = edges.get(key) ?? { source, target, rows: [] }
      edge.rows.push({ document: local.claims.document, claim, local })
      edges.set(key, edge)
    }
  }
  const relations = [...edges].map(([key, { source, target, rows }]): Relation => {
    const { origins, copyOf } = countOrigins(rows, copies)
    const evidence = rows.map(({ document, claim, local }, index): Evidence => {
      const nodeKey = (mention: string): string[] => {
        const entity = local.entityOf.get(mention)
        const node = entity && nodeOf.get(entity)
        return node ? [node.key] : []
      }
      const original = copyOf[index]
      return {
        document,
        start: claim.start,
        end: claim.end,
        quote: claim.quote,
        claim: claim.id,
        subject: claim.subjectSpan,
        relation: claim.relationSpan,
        object: claim.objectSpan,
        extractor: claim.extractor,
        rule: claim.rule,
        confidence: claim.confidence,
        modality: claim.modality,
        speakers: [...new Set(claim.speakers.flatMap(nodeKey))],
        times: claim.times,
        qualifiers: claim.qualifiers.map(({ role, mention, value, start, end }) => {
          const entity = mention === undefined ? undefined : nodeKey(mention)[0]
          return {
            role,
            start,
            end,
            ...(entity
              ? { entity }
              : { value: value ?? claim.quote.slice(start - claim.start, end - claim.start) }),
          }
        }),
        ...(original === undefined ? {} : { copyOf: original }),
      }
    })
    const first = rows[0]!.claim
    const counts = Object.fromEntries(
      modalities
        .map((m) => [m, evidence.filter((e) => e.modality === m).length] as const)
        .filter(([, n]) => n > 0),
    )
    return {
      key,
      source: source.key,
      target: target.key,
      relation: first.relation,
      label: first.label,
      polarity: first.polarity,
      open: rows.every((r) => r.claim.open),
      modality: modalities.findLast((m) => counts[m] !== undefined)!,
      modalities: counts,
      times: distinctTimes(rows.map((r) => r.claim)),
      confidence: Math.max(...rows.map((r) => r.claim.confidence)),
      origins,
      documents: new Set(rows.map((r) => r.document)).size,
      evidence,
    }
  })
  const used = new Set(
    relations.flatMap((r) => [
      r.source,
      r.target,
      ...r.evidence.flatMap((e) => [...e.speakers, ...e.qualifiers.flatMap((q) => q.entity ?? [])]),
    ]),
  )
  const named = new Set(
    groups.flatMap((group, index) => (group.some((e) => e.named) ? [entities[index]!.key] : [])),
  )
  const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1)
  return {
    entities: entities.filter((e) => used.has(e.key) || named.has(e.key) || e.said).sort(byKey),
    relations: relations.sort(byKey),
    problems,
  }
}

function distinctTimes(claims: readonly Claim[]): Time[] {
  const found = new Map<string, Time>()
  for (const time of claims.flatMap((c) => c.times)) {
    const key = [time.kind, time.start, time.end].join(' ')
    if (!found.has(key)) found.set(key, time)
  }
  return [...found].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, time]) => time)
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

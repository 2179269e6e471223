import type {
  Entity,
  JoinReason,
  MentionLink,
  MentionPlace,
  RefusedJoin,
  ResolutionRecord,
} from '../model/index.ts'
import type { EntityJoin, JoinRecord } from './across/clusters.ts'
import { append } from './append.ts'
import type { LocalEntity, LocalResolution } from './local-entity.ts'
import type { ResolvableMention } from './resolvable-claims.ts'

/**
 * Why each node is one node and why alike nodes are two, a record at a time: first the joins of every node
 * shown, in key order; then the refused joins of pairs of them, the least sure refusal first.
 */
export function* traceOf(
  locals: readonly LocalResolution[],
  clusters: JoinRecord,
  nodeOf: ReadonlyMap<LocalEntity, Entity>,
  shown: readonly Entity[],
): Generator<ResolutionRecord> {
  const within = new Map<Entity, LinkedPair[]>()
  for (const { claims, links, entityOf } of locals) {
    const mentions = new Map(claims.mentions.map((m) => [m.id, m]))
    for (const link of links) {
      const entity = entityOf.get(link.mention)
      const node = entity && entity === entityOf.get(link.antecedent) ? nodeOf.get(entity) : undefined
      if (!node) continue
      const [a, b] = [mentions.get(link.antecedent)!, mentions.get(link.mention)!]
      append(within, node, { document: claims.document, a, b, link })
    }
  }
  const across = new Map<Entity, EntityJoin[]>()
  for (const join of clusters.joins) {
    const node = nodeOf.get(clusters.entities[join.a]!)
    if (node) append(across, node, join)
  }
  for (const node of shown) {
    const joins = [
      ...(within.get(node) ?? []).map(linkReason),
      ...(across.get(node) ?? []).map((join) => reasonOf(clusters, join)),
    ]
    if (joins.length > 0) yield { node: node.key, joins }
  }
  yield* refused(clusters, nodeOf, new Set(shown))
}

/** Two mentions of a document that a link joined; what is told of it is made when its turn comes. */
interface LinkedPair {
  readonly document: string
  readonly a: ResolvableMention
  readonly b: ResolvableMention
  readonly link: MentionLink
}

const linkReason = ({ document, a, b, link }: LinkedPair): JoinReason => ({
  a: placeOf(document, a),
  b: placeOf(document, b),
  rule: link.sieve,
  score: Math.round(100 * link.confidence) / 100,
})

function refused(
  clusters: JoinRecord,
  nodeOf: ReadonlyMap<LocalEntity, Entity>,
  shown: ReadonlySet<Entity>,
): RefusedJoin[] {
  const found = new Map<string, RefusedJoin>()
  for (const refusal of clusters.refusals) {
    const [a, b] = [refusal.a, refusal.b].map((index) => nodeOf.get(clusters.entities[index]!))
    if (!a || !b || a === b || !shown.has(a) || !shown.has(b)) continue
    const nodes: [string, string] = a.key < b.key ? [a.key, b.key] : [b.key, a.key]
    const name = nodes.join('|')
    const known = found.get(name)
    if (known && known.score >= refusal.score) continue
    found.set(name, { nodes, ...reasonOf(clusters, refusal), because: refusal.because })
  }
  return [...found.values()].sort(
    (p, q) => q.score - p.score || (p.nodes.join('|') < q.nodes.join('|') ? -1 : 1),
  )
}

function reasonOf({ entities }: JoinRecord, { a, b, rule, score, features }: EntityJoin): JoinReason {
  const at = (entity: LocalEntity): MentionPlace => {
    const named = entity.mentions.filter((m) => m.kind === 'named')
    const mention = named.find((m) => m.repeats === undefined) ?? named[0] ?? entity.mentions[0]!
    return placeOf(entity.document, mention)
  }
  return { a: at(entities[a]!), b: at(entities[b]!), rule, score, ...(features ? { features } : {}) }
}

const placeOf = (document: string, { start, end, text }: ResolvableMention): MentionPlace => [
  document,
  start,
  end,
  text.replace(/\s+/g, ' '),
]

import type { Entity, JoinReason, MentionPlace, RefusedJoin, ResolutionRecord } from '../model/index.ts'
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
  const within = new Map<Entity, JoinReason[]>()
  for (const { claims, links, entityOf } of locals) {
    const mentions = new Map(claims.mentions.map((m) => [m.id, m]))
    for (const { mention, antecedent, sieve, confidence } of links) {
      const entity = entityOf.get(mention)
      const node = entity && entity === entityOf.get(antecedent) ? nodeOf.get(entity) : undefined
      if (!node) continue
      const at = (id: string): MentionPlace => placeOf(claims.document, mentions.get(id)!)
      append(within, node, {
        a: at(antecedent),
        b: at(mention),
        rule: sieve,
        score: Math.round(100 * confidence) / 100,
      })
    }
  }
  const across = new Map<Entity, EntityJoin[]>()
  for (const join of clusters.joins) {
    const node = nodeOf.get(clusters.entities[join.a]!)
    if (node) append(across, node, join)
  }
  for (const node of shown) {
    const joins = [
      ...(within.get(node) ?? []),
      ...(across.get(node) ?? []).map((join) => reasonOf(clusters, join)),
    ]
    if (joins.length > 0) yield { node: node.key, joins }
  }
  yield* refused(clusters, nodeOf, new Set(shown))
}

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

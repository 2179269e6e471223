import type { SerializedGraph, Span } from '../../src/model/index.ts'
import type { GoldGraph } from '../gold/gold-file.ts'

/** B-cubed over gold mentions; `found` is the share of them that have a node. All from 0 to 1. */
export interface MentionScore {
  readonly gold: number
  readonly found: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface GoldCoreference {
  readonly named: MentionScore
  readonly namedAndNominal: MentionScore
  /** Pairs that the gold keeps apart and one node has twice or more of each. */
  readonly wrongMerges: readonly string[]
}

interface Item {
  readonly gold: string
  readonly kind: string
  readonly node: string | undefined
}

/** Least overlap, intersection over union, for a mention of a node to be a gold mention. */
const least = 0.4

/** Scores the nodes of a graph of one document against its gold entities. */
export function goldCoreference({ nodes }: SerializedGraph, gold: GoldGraph): GoldCoreference {
  const mentions = nodes.flatMap(({ key, attributes }) =>
    attributes.mentions.map((m) => ({ ...m, node: key })),
  )
  const nodeAt = ({ start, end }: Span): string | undefined => {
    let best: string | undefined
    let most = 0
    for (const mention of mentions) {
      const shared = Math.min(mention.end, end) - Math.max(mention.start, start)
      const share = shared / (Math.max(mention.end, end) - Math.min(mention.start, start))
      if (shared > 0 && share > most) {
        most = share
        best = mention.node
      }
    }
    return most >= least ? best : undefined
  }
  const items = gold.entities
    .filter(({ importance }) => importance !== 'boilerplate' && importance !== 'context')
    .flatMap(({ id, mentions: wanted }): Item[] =>
      wanted.map((mention) => ({ gold: id, kind: mention.kind, node: nodeAt(mention) })),
    )
  const votes = new Map<string, number>()
  for (const { gold: entity, node, kind } of items)
    if (node !== undefined && kind !== 'pronoun') {
      const key = `${node}\t${entity}`
      votes.set(key, (votes.get(key) ?? 0) + (kind === 'named' ? 2 : 1))
    }
  const holds = (node: string, entity: string): boolean => (votes.get(`${node}\t${entity}`) ?? 0) >= 2
  return {
    named: bCubedOf(items.filter(({ kind }) => kind === 'named')),
    namedAndNominal: bCubedOf(items.filter(({ kind }) => kind !== 'pronoun')),
    wrongMerges: (gold.notMerge ?? [])
      .filter(([a, b]) => nodes.some(({ key }) => holds(key, a) && holds(key, b)))
      .map(([a, b]) => `${a} = ${b}`),
  }
}

/** B-cubed (Bagga & Baldwin 1998); a mention without a node stands alone. */
function bCubedOf(items: readonly Item[]): MentionScore {
  let precision = 0
  let recall = 0
  for (const item of items) {
    const sameGold = items.filter((other) => other.gold === item.gold)
    const sameNode = item.node === undefined ? [item] : items.filter((other) => other.node === item.node)
    const both = sameNode.filter((other) => other.gold === item.gold).length
    precision += both / sameNode.length
    recall += both / sameGold.length
  }
  const count = items.length || 1
  const [p, r] = [precision / count, recall / count]
  const found = items.filter(({ node }) => node !== undefined).length / count
  return { gold: items.length, found, precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) }
}

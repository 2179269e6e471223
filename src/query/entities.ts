import type { OpenedGraph, RedthreadGraph } from '../graph/index.ts'
import type { NodeAttributes } from '../model/index.ts'
import { type Answer, answerOf, type EntityRef, entityRef, firstOf } from './answer.ts'
import { checkedTypes } from './filter-values.ts'
import { madeOnce } from './graph-index.ts'
import { matchName } from './match-name.ts'

export interface EntitiesOptions {
  /** Of one of these types. */
  readonly type?: readonly string[]
  /** Only those that this name stands for. */
  readonly name?: string
  readonly limit?: number
}

/** An entity with its names and how much is known of it. */
export interface EntityItem extends EntityRef {
  readonly aliases: readonly string[]
  readonly mentions: number
  /** Documents it is mentioned in. */
  readonly documents: number
  /** Relations it stands in, on either side. */
  readonly relations: number
  /** PageRank: the ranks of a graph add up to 1. */
  readonly rank: number
}

/** All entities, the most central first. Made once per graph. */
export const rankOrder: (
  graph: RedthreadGraph,
) => readonly { readonly key: string; readonly attributes: NodeAttributes }[] = madeOnce((graph, { keys }) =>
  keys
    .map((key) => ({ key, attributes: graph.getNodeAttributes(key) }))
    .sort((a, b) => b.attributes.rank - a.attributes.rank || (a.key < b.key ? -1 : 1)),
)

/** The entities of a graph, the most central first. */
export function entities(source: OpenedGraph, options: EntitiesOptions = {}): Answer<EntityItem> {
  const { graph } = source
  const types = checkedTypes(source, options.type)
  const match = options.name === undefined ? undefined : matchName(source, options.name)
  const named = match && new Set(match.entities.map(({ key }) => key))
  const found = rankOrder(graph).filter(
    ({ key, attributes }) => (!types || types.has(attributes.type)) && (!named || named.has(key)),
  )
  const { kept, notes } = firstOf(found, options.limit, 'entities')
  const items = kept.map(({ key, attributes: { aliases, mentions, rank } }) => ({
    ...entityRef(source, key),
    aliases,
    mentions: mentions.length,
    documents: new Set(mentions.map(({ document }) => document)).size,
    relations: graph.degree(key),
    rank,
  }))
  return answerOf({ question: 'entities', matches: match ? [match] : [], notes, items })
}

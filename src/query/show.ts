import type { OpenedGraph } from '../graph/index.ts'
import type { EntityMention, NodeAttributes, Place } from '../model/index.ts'
import {
  type Answer,
  answerOf,
  type EntityRef,
  type EvidenceOption,
  firstOf,
  type RelationRow,
  relationRows,
} from './answer.ts'
import { byStrength, indexOf } from './graph-index.ts'
import { matchOne } from './match-name.ts'

export interface ShowOptions extends EvidenceOption {
  /** At most so many relations as subject, so many as object, so many mentions and so many documents. */
  readonly limit?: number
}

/** All that the graph has of one entity. */
export interface EntityCard extends EntityRef {
  readonly aliases: readonly string[]
  readonly time?: NodeAttributes['time']
  readonly count?: number
  readonly links?: NodeAttributes['links']
  readonly formerKeys?: readonly string[]
  readonly decisions?: readonly string[]
  readonly notes?: NodeAttributes['notes']
  readonly community: number
  readonly rank: number
  readonly mentions: readonly EntityMention[]
  readonly said: readonly Place[]
  /** Documents it is mentioned in, most mentions first. */
  readonly documents: readonly {
    readonly document: string
    readonly title?: string
    readonly date?: string
    readonly mentions: number
  }[]
  /** Where it is the subject, strongest first. */
  readonly does: readonly RelationRow[]
  /** Where it is the object. */
  readonly undergoes: readonly RelationRow[]
  /** How many contradictions its relations take part in. */
  readonly contradictions: number
}

/** One entity: its names, where it is mentioned, and every relation in which it stands. */
export function show(source: OpenedGraph, name: string, options: ShowOptions = {}): Answer<EntityCard> {
  const { graph, documents } = source
  const { match, key, notes } = matchOne(source, name)
  const { edgeOf } = indexOf(graph)
  const { label, type, aliases, time, count, community, rank, mentions, said, ...optional } =
    graph.getNodeAttributes(key)
  const { links, formerKeys, decisions, notes: remarks } = optional
  const rows = relationRows(source, options)
  const first = <T>(all: readonly T[], noun: string): readonly T[] => {
    const { kept, notes: left } = firstOf(all, options.limit, noun)
    notes.push(...left)
    return kept
  }
  const relationsOf = (edges: readonly string[], noun: string): RelationRow[] =>
    first(edges.map((edge) => edgeOf.get(edge)!).sort(byStrength), noun).map((edge) => rows.row(edge))
  const perDocument = new Map<string, number>()
  for (const { document } of mentions) perDocument.set(document, (perDocument.get(document) ?? 0) + 1)
  const mentioning = [...perDocument].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const own = new Set(graph.edges(key))
  const card: EntityCard = {
    key,
    label,
    type,
    aliases,
    ...(time && { time }),
    ...(count !== undefined && { count }),
    ...(links && { links }),
    ...(formerKeys && { formerKeys }),
    ...(decisions && { decisions }),
    ...(remarks && { notes: remarks }),
    community,
    rank,
    mentions: first(mentions, 'mentions'),
    said: first(said ?? [], 'passages that it says'),
    documents: first(mentioning, 'documents').map(([document, number]) => {
      const { title, date } = documents.get(document) ?? {}
      return {
        document,
        ...(title !== undefined && { title }),
        ...(date !== undefined && { date }),
        mentions: number,
      }
    }),
    does: relationsOf(graph.outEdges(key), 'relations as subject'),
    undergoes: relationsOf(graph.inEdges(key), 'relations as object'),
    contradictions: graph
      .getAttribute('contradictions')
      .filter(({ edges }) => edges.some((edge) => own.has(edge))).length,
  }
  return answerOf({ question: 'show', matches: [match], notes: [...notes, ...rows.notes()], items: [card] })
}

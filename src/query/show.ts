import type { OpenedGraph } from '../graph/index.ts'
import type { EntityMention, NodeAttributes } from '../model/index.ts'
import { type Answer, type EntityRef, type EvidenceOption, type RelationRow, relationRow } from './answer.ts'
import { byStrength, indexOf } from './graph-index.ts'
import { matchOne } from './match-name.ts'

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
  readonly said: NonNullable<NodeAttributes['said']>
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
export function show(source: OpenedGraph, name: string, options: EvidenceOption = {}): Answer<EntityCard> {
  const { graph, documents } = source
  const { match, key, notes } = matchOne(source, name)
  const { edgeOf } = indexOf(graph)
  const { label, type, aliases, time, count, community, rank, mentions, said, ...optional } =
    graph.getNodeAttributes(key)
  const { links, formerKeys, decisions, notes: remarks } = optional
  const rows = (edges: readonly string[]): RelationRow[] =>
    edges
      .map((edge) => edgeOf.get(edge)!)
      .sort(byStrength)
      .map((edge) =>
        relationRow(source, edge, options.evidence === false ? undefined : edge.attributes.evidence),
      )
  const perDocument = new Map<string, number>()
  for (const { document } of mentions) perDocument.set(document, (perDocument.get(document) ?? 0) + 1)
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
    mentions,
    said: said ?? [],
    documents: [...perDocument]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([document, number]) => {
        const { title, date } = documents.get(document) ?? {}
        return {
          document,
          ...(title !== undefined && { title }),
          ...(date !== undefined && { date }),
          mentions: number,
        }
      }),
    does: rows(graph.outEdges(key)),
    undergoes: rows(graph.inEdges(key)),
    contradictions: graph
      .getAttribute('contradictions')
      .filter(({ edges }) => edges.some((edge) => own.has(edge))).length,
  }
  return { question: 'show', matches: [match], notes, items: [card] }
}

import { type OpenedGraph, timeText } from '../graph/index.ts'
import type { EdgeAttributes, Evidence, Modality, Place, Polarity, Time } from '../model/index.ts'
import type { NameMatch } from './match-name.ts'

/** An entity as answers refer to it. */
export interface EntityRef {
  readonly key: string
  readonly label: string
  readonly type: string
}

/** One row of evidence with what is known of its document, and its speakers by name. */
export interface EvidenceRow extends Place {
  readonly quote: string
  readonly title?: string
  readonly date?: string
  readonly publisher?: string
  readonly url?: string
  readonly modality: Modality
  /** Outermost first; empty for the article's own voice. */
  readonly speakers: readonly EntityRef[]
  readonly times: readonly Time[]
  readonly confidence: number
  readonly extractor: string
  readonly rule: string
  readonly claim: string
  readonly copyOf?: string
}

/** A relation with its ends by name, and its evidence where it was asked for. */
export interface RelationRow {
  readonly key: string
  readonly subject: EntityRef
  readonly relation: string
  readonly label: string
  readonly object: EntityRef
  readonly polarity: Polarity
  readonly open: boolean
  readonly modality: Modality
  readonly modalities: Readonly<Partial<Record<Modality, number>>>
  readonly times: readonly Time[]
  readonly confidence: number
  readonly origins: number
  readonly documents: number
  readonly decision?: string
  readonly supersededBy?: string
  readonly notes?: EdgeAttributes['notes']
  readonly derived?: boolean
  readonly derivation?: EdgeAttributes['derivation']
  readonly evidence?: readonly EvidenceRow[]
}

/** What a question gives back. */
export interface Answer<Item> {
  readonly question: string
  /** How each name in the question was understood. */
  readonly matches: readonly NameMatch[]
  /** What the reader must know: what was left out, and why. */
  readonly notes: readonly string[]
  readonly items: readonly Item[]
}

export interface EvidenceOption {
  /** Whether the items carry their evidence; true unless said otherwise. */
  readonly evidence?: boolean
}

/** The label and type of a node; a key that is not in the graph (a filtered one) stands for itself. */
export function entityRef({ graph }: OpenedGraph, key: string): EntityRef {
  if (!graph.hasNode(key)) return { key, label: key, type: '' }
  const { label, type } = graph.getNodeAttributes(key)
  return { key, label, type }
}

/** The evidence of an edge with documents and speakers looked up. */
export function evidenceRows(source: OpenedGraph, rows: readonly Evidence[]): EvidenceRow[] {
  return rows.map((row) => {
    const { title, date, publisher, url } = source.documents.get(row.document) ?? {}
    return {
      document: row.document,
      start: row.start,
      end: row.end,
      quote: row.quote,
      ...(title !== undefined && { title }),
      ...(date !== undefined && { date }),
      ...(publisher !== undefined && { publisher }),
      ...(url !== undefined && { url }),
      modality: row.modality,
      speakers: row.speakers.map((key) => entityRef(source, key)),
      times: row.times,
      confidence: row.confidence,
      extractor: row.extractor,
      rule: row.rule,
      claim: row.claim,
      ...(row.copyOf !== undefined && { copyOf: row.copyOf }),
    }
  })
}

/** An edge as an answer shows it, with these rows of evidence (all of its own unless given). */
export function relationRow(
  source: OpenedGraph,
  edge: {
    readonly key: string
    readonly source: string
    readonly target: string
    readonly attributes: EdgeAttributes
  },
  evidence: readonly Evidence[] | undefined,
): RelationRow {
  const { evidence: _evidence, ...attributes } = edge.attributes
  const { relation, label, ...rest } = attributes
  return {
    key: edge.key,
    subject: entityRef(source, edge.source),
    relation,
    label,
    object: entityRef(source, edge.target),
    ...rest,
    ...(evidence && { evidence: evidenceRows(source, evidence) }),
  }
}

/** When a relation holds, for the eye: its times, separated by semicolons. */
export const whenText = (times: readonly Time[]): string => times.map(timeText).join('; ')

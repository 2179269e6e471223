import type { OpenedGraph } from '../graph/index.ts'
import { timeText } from '../graph/time-text.ts'
import type { EdgeAttributes, Evidence, Modality, Place, Polarity, Span, Time } from '../model/index.ts'
import type { NameMatch } from './match-name.ts'

/** An entity as answers refer to it. */
export interface EntityRef {
  readonly key: string
  readonly label: string
  readonly type: string
}

/** A further argument on a row of evidence: an entity, or the words themselves. */
export interface QualifierRow extends Span {
  readonly role: string
  readonly entity?: EntityRef
  readonly value?: string
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
  /** Where subject, relation and object stand in the document. */
  readonly spans: { readonly subject: Span; readonly relation: Span; readonly object: Span }
  readonly qualifiers: readonly QualifierRow[]
  readonly copyOf?: string
  /** What the words of the passage do not give by themselves. */
  readonly implied?: 'subject'
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
  /** The exact words of each row of `evidence`; none where it was left out. Not part of its JSON. */
  readonly quotes: readonly string[]
}

/** What a question gives back. A loop over it runs over `items`. */
export interface Answer<Item> extends Iterable<Item> {
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
  /** At most so many rows of evidence for each relation; all unless said otherwise. */
  readonly maxEvidence?: number
}

const answerMethods = {
  [Symbol.iterator](this: { readonly items: readonly unknown[] }): Iterator<unknown> {
    return this.items[Symbol.iterator]()
  },
}

/** An answer with these parts. */
export function answerOf<Item>(parts: Omit<Answer<Item>, typeof Symbol.iterator>): Answer<Item> {
  return Object.assign(Object.create(answerMethods), parts) as Answer<Item>
}

/** The first so many of a list, and a note that says how many there are: `3 of 12 neighbours are shown.` */
export function firstOf<T>(
  all: readonly T[],
  limit: number | undefined,
  noun: string,
): { readonly kept: readonly T[]; readonly notes: readonly string[] } {
  if (limit === undefined || all.length <= limit) return { kept: all, notes: [] }
  return { kept: all.slice(0, limit), notes: [`${limit} of ${all.length} ${noun} are shown.`] }
}

/** The label and type of a node; a key that is not in the graph (a filtered one) stands for itself. */
export function entityRef({ graph }: OpenedGraph, key: string): EntityRef {
  if (!graph.hasNode(key)) return { key, label: key, type: '' }
  const { label, type } = graph.getNodeAttributes(key)
  return { key, label, type }
}

/** A row of evidence with document and speakers looked up. */
export function evidenceRow(source: OpenedGraph, row: Evidence): EvidenceRow {
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
    spans: { subject: row.subject, relation: row.relation, object: row.object },
    qualifiers: row.qualifiers.map(({ role, entity, value, start, end }) => ({
      role,
      ...(entity !== undefined && { entity: entityRef(source, entity) }),
      ...(value !== undefined && { value }),
      start,
      end,
    })),
    ...(row.copyOf !== undefined && { copyOf: row.copyOf }),
    ...(row.implied !== undefined && { implied: row.implied }),
  }
}

const rowMethods = {
  get quotes(): readonly string[] {
    return (this as unknown as RelationRow).evidence?.map(({ quote }) => quote) ?? []
  },
}

/** An edge as an answer shows it, without its evidence. */
export function relationRow(
  source: OpenedGraph,
  edge: {
    readonly key: string
    readonly source: string
    readonly target: string
    readonly attributes: EdgeAttributes
  },
): RelationRow {
  const { evidence: _evidence, ...attributes } = edge.attributes
  const { relation, label, ...rest } = attributes
  return Object.assign(Object.create(rowMethods), {
    key: edge.key,
    subject: entityRef(source, edge.source),
    relation,
    label,
    object: entityRef(source, edge.target),
    ...rest,
  }) as RelationRow
}

/** Makes the relations of one answer with as much evidence as its options ask for. */
export interface RelationRows {
  /** An edge with its evidence, or with those rows of it that are given. */
  row(edge: Parameters<typeof relationRow>[1], evidence?: readonly Evidence[]): RelationRow
  /** Says that evidence was left out, where that is so. */
  notes(): string[]
}

/** The maker of the relations of an answer. */
export function relationRows(source: OpenedGraph, options: EvidenceOption): RelationRows {
  const { evidence: wanted = true, maxEvidence = Number.POSITIVE_INFINITY } = options
  let cut = 0
  return {
    row(edge, evidence = edge.attributes.evidence) {
      const row = relationRow(source, edge)
      if (!wanted) return row
      if (evidence.length > maxEvidence) cut++
      const rows = evidence.slice(0, maxEvidence).map((one) => evidenceRow(source, one))
      return Object.assign(row, { evidence: rows })
    },
    notes() {
      if (cut === 0) return []
      const which = cut === 1 ? 'one relation' : `${cut} relations`
      return [`Of ${which} only the first ${maxEvidence} pieces of evidence are shown.`]
    },
  }
}

/** When a relation holds, for the eye: its times, separated by semicolons. */
export const whenText = (times: readonly Time[]): string => times.map(timeText).join('; ')

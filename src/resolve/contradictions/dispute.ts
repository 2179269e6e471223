import type { Entity, Evidence, Modality, Relation, Schema } from '../../model/index.ts'

/** What contradictions are looked for in. */
export interface Disputed {
  /** In key order, only what was read. */
  readonly relations: readonly Relation[]
  readonly entities: ReadonlyMap<string, Entity>
  readonly schema: Schema
  /** The date of a document, ISO 8601, where it is known. */
  dateOf(document: string): string | undefined
}

const facts: ReadonlySet<Modality> = new Set(['asserted', 'reported', 'alleged'])

/** Whether a row says that something is so: not that it may be, will be, or is thought to be. */
export const isFact = ({ modality }: Evidence): boolean => facts.has(modality)

export const isNamed = (entity: Entity | undefined): boolean =>
  entity?.mentions.some(({ kind }) => kind === 'named' || kind === 'value') ?? false

/** Whether a row is the other, or a copy of the other, or a copy of what it copies: one origin. */
export const isCopy = (a: Evidence, b: Evidence): boolean =>
  a.claim === b.claim ||
  a.copyOf === b.claim ||
  b.copyOf === a.claim ||
  (a.copyOf !== undefined && a.copyOf === b.copyOf)

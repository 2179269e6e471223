/**
 * A mention by its words: the `nth` place (from 1, the first unless said) where `quote` occurs in the text of
 * the document. Holds as long as the document stays as it is, whatever is read around it.
 */
export interface MentionRef {
  readonly document: string
  readonly quote: string
  readonly nth?: number
}

/** An entity by one of its names, with its type where the name alone stands for several. */
export interface NameRef {
  readonly name: string
  readonly type?: string
}

/** What a decision is about: a name alone, a name with a type, or a mention. Never a generated key. */
export type EntityRef = string | NameRef | MentionRef

/** A relation by its ends; positive unless said. */
export interface RelationRef {
  readonly subject: EntityRef
  readonly relation: string
  readonly object: EntityRef
  readonly polarity?: 'positive' | 'negative'
}

/** Who decided, when (an ISO date) and why: for people, of no effect on the graph. */
export interface Signature {
  readonly by?: string
  readonly when?: string
  readonly because?: string
}

/** The entities are one. It takes the type of the first, and its label unless `as` gives another. */
export interface MergeDecision extends Signature {
  readonly merge: readonly EntityRef[]
  readonly as?: string
}

/** These mentions of the entity are another one. */
export interface SplitDecision extends Signature {
  readonly split: EntityRef
  readonly mentions: readonly MentionRef[]
  readonly as?: string
}

/** No two of these are the same, whatever speaks for it. */
export interface KeepApartDecision extends Signature {
  readonly 'keep-apart': readonly EntityRef[]
}

export interface RenameDecision extends Signature {
  readonly rename: EntityRef
  readonly to: string
}

/** `to` is an entity type of the schema. */
export interface RetypeDecision extends Signature {
  readonly retype: EntityRef
  readonly to: string
}

/** A relation that does not hold, or an entity that is none, leaves the graph. */
export interface RejectDecision extends Signature {
  readonly reject: RelationRef | EntityRef
}

export interface ConfirmDecision extends Signature {
  readonly confirm: RelationRef
}

export interface NoteDecision extends Signature {
  readonly note: string
  readonly on: RelationRef | EntityRef
}

/** What a person ruled: one item of decisions.yaml, in the shape in which it stands there. */
export type Decision =
  | MergeDecision
  | SplitDecision
  | KeepApartDecision
  | RenameDecision
  | RetypeDecision
  | RejectDecision
  | ConfirmDecision
  | NoteDecision

/** Every kind of decision: the key that an item of decisions.yaml begins with. */
export const decisionKinds = [
  'merge',
  'split',
  'keep-apart',
  'rename',
  'retype',
  'reject',
  'confirm',
  'note',
] as const
export type DecisionKind = (typeof decisionKinds)[number]

export const decisionKind = (decision: Decision): DecisionKind =>
  decisionKinds.find((kind) => kind in decision)!

export const isRelationRef = (ref: RelationRef | EntityRef): ref is RelationRef =>
  typeof ref === 'object' && 'subject' in ref

export const isMentionRef = (ref: EntityRef): ref is MentionRef => typeof ref === 'object' && 'quote' in ref

/** A decision with its place in its file: `number`, `line` and `column` count from 1. */
export interface PlacedDecision {
  readonly decision: Decision
  readonly number: number
  readonly file: string
  readonly line: number
  readonly column: number
}

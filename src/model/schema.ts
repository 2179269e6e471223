/** An entity type of the schema: `Person`, a kind of `Agent`. */
export interface EntityType {
  readonly name: string
  readonly label: string
  /** More general types, nearest first. */
  readonly ancestors: readonly string[]
  readonly color: string
}

/** A relation type of the schema. */
export interface RelationType {
  /** Kebab-case: `resigned-from`. */
  readonly name: string
  readonly label: string
  /** How the relation is read from object to subject. */
  readonly inverse?: string
  /** Allowed entity types; a type stands for its descendants too. */
  readonly subject: readonly string[]
  readonly object: readonly string[]
  /** Whether it happens at a time, holds over a span, or has no time. */
  readonly temporal: 'event' | 'state' | 'timeless'
  /** At most one object at a time. */
  readonly functional: boolean
}

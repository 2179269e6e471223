/** An entity type of the schema: `Person`, a kind of `Agent`. */
export interface EntityType {
  readonly name: string
  readonly label: string
  /** More general types, nearest first. */
  readonly ancestors: readonly string[]
  /** Six hexadecimal digits after `#`. */
  readonly color: string
  /** Lemmas of nouns that name something of this type: `commissioner` for a role. */
  readonly heads: readonly string[]
  /** Names of the same type elsewhere: `schema.org`, `followthemoney`. */
  readonly mappings: Readonly<Record<string, string>>
}

/** Where an argument of a phrase goes: the relation's subject, its object, or nowhere. */
export type Slot = 'subject' | 'object' | 'any'

/** One thing a phrase requires beside its predicate, in the active voice. */
export interface PhrasePart {
  /**
   * `nsubj`, `joined` (what stands beside the subject: "X and Y"), `obj`, `second` (a second object, or what
   * the first becomes), `particle`, `self` (the noun of the phrase), `'s` (its possessor), or a preposition such as `from`.
   */
  readonly position: string
  /** What fills it: a slot, one of these lemmas, or both: an argument that must be one of these words. */
  readonly slot?: Slot
  readonly lemmas?: readonly string[]
  /** It must not be there: `-to` in "X cause Y -to" shuts out "caused the pier to fall". */
  readonly absent?: boolean
  /** What the filling noun itself governs: `role as Y`. */
  readonly parts?: readonly PhrasePart[]
}

/**
 * A way to express a relation, over a clause turned into the active voice. `verb`: "X resign from Y";
 * `noun`: "resignation of X from Y", where `of X` matches a possessive too; `predicate`: "X is a member
 * of Y" and the apposition "X, a member of Y"; `adjective`: "X is responsible for Y".
 */
export interface Phrase {
  readonly kind: 'verb' | 'noun' | 'predicate' | 'adjective'
  readonly lemmas: readonly string[]
  readonly parts: readonly PhrasePart[]
  /** The phrase says that the relation does not hold: "X lose faith in Y". */
  readonly negative: boolean
  /** As written in the schema. */
  readonly text: string
}

/** A sentence that shows a relation, with what must be read from it: a test of the schema. */
export interface SchemaExample {
  readonly text: string
  /** `subject | relation | object`, the relation preceded by `not` where negative. */
  readonly gives: readonly string[]
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
  readonly phrases: readonly Phrase[]
  readonly examples: readonly SchemaExample[]
  /** Sentences that must not give this relation. */
  readonly counterexamples: readonly string[]
  /** Names of the same relation elsewhere: `schema.org`, `wikidata`, `followthemoney`; `^` before one that leads from object to subject. */
  readonly mappings: Readonly<Record<string, string>>
}

/** A relation between two variables of a rule: `X published Y`. */
export interface RuleStep {
  readonly subject: string
  readonly relation: string
  readonly object: string
}

/** What follows from relations that hold together: a path of them, and the relation it amounts to. */
export interface Rule {
  readonly name: string
  /** How the derived relation is read; the label of its type unless the rule says otherwise. */
  readonly label?: string
  readonly steps: readonly RuleStep[]
  readonly conclusion: RuleStep
  /** The entity types a variable may stand for; a type stands for its descendants too. */
  readonly types: Readonly<Record<string, readonly string[]>>
  readonly examples: readonly SchemaExample[]
}

/** How many claims of a rule were judged, and how many of them were right; by extractor, tab, rule. */
export type RulePrecision = Readonly<Record<string, readonly [right: number, judged: number]>>

/** A title before a person's name, and the gender it tells. */
export interface Title {
  readonly name: string
  readonly gender?: 'feminine' | 'masculine'
}

/** One or more schema files, checked and compiled. */
export interface Schema {
  readonly files: readonly { readonly name: string; readonly version: string; readonly hash: string }[]
  readonly types: ReadonlyMap<string, EntityType>
  readonly relations: ReadonlyMap<string, RelationType>
  readonly titles: ReadonlyMap<string, Title>
  /** What is known of the rules of the shipped extractors, for the confidence of claims. */
  readonly precision?: RulePrecision
  readonly rules: ReadonlyMap<string, Rule>
}

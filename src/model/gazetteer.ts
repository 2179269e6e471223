/** Something that a gazetteer knows: its names, what it is, and its id elsewhere. */
export interface GazetteerEntry {
  readonly name: string
  readonly aliases: readonly string[]
  /** A type of the schema. */
  readonly type?: string
  /** A Wikidata QID, a URI, or any other id. */
  readonly id: string
  /** Names that stand near it, to tell it from others of its name. */
  readonly context: readonly string[]
}

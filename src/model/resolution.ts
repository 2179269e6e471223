/** A mention's place and its words: document, start, end, text. */
export type MentionPlace = readonly [document: string, start: number, end: number, words: string]

/** Why two mentions are one node: the rule that joined them, its score from 0 to 1, and what the score was made of. */
export interface JoinReason {
  readonly a: MentionPlace
  readonly b: MentionPlace
  /** `same name`, `surname`, `acronym`, `decision` and so on; docs/resolution.md lists them. */
  readonly rule: string
  readonly score: number
  readonly features?: Readonly<Record<string, number>>
}

/** Why two nodes that are alike stay apart. */
export interface RefusedJoin extends JoinReason {
  /** Keys of the two nodes, in order. */
  readonly nodes: readonly [string, string]
  /** What stood against it, in words. */
  readonly because: string
}

/** A line of resolution.jsonl: all joins that made one node, or one pair of nodes kept apart. */
export type ResolutionRecord = { readonly node: string; readonly joins: readonly JoinReason[] } | RefusedJoin

import { loadDecisions, loadGazetteer } from '../graph/index.ts'
import type { GazetteerEntry, PlacedDecision, Problem, Schema } from '../model/index.ts'

/** Files with what people know and have decided. */
export interface RulingsOptions {
  /** A file of names with their ids elsewhere: CSV, YAML or JSONL. */
  readonly gazetteer?: string
  /** The file with what people have decided; decisions.yaml of `out`, where there is one, unless given. */
  readonly decisions?: string
  /** The folder that takes the graph. */
  readonly out?: string
}

/** What people have decided, in the order of the file, and what they know. */
export interface Rulings {
  readonly decisions: readonly PlacedDecision[]
  readonly gazetteer: readonly GazetteerEntry[]
}

/** The decisions and the gazetteer, with what is wrong in them; with an error among the problems they must not be used. */
export function loadRulings(
  { gazetteer, decisions, out }: RulingsOptions,
  schema: Schema,
): {
  readonly rulings: Rulings
  readonly problems: readonly Problem[]
} {
  const decided = loadDecisions(decisions, out)
  const known = gazetteer === undefined ? { entries: [], problems: [] } : loadGazetteer(gazetteer, schema)
  return {
    rulings: { decisions: decided.decisions, gazetteer: known.entries },
    problems: [...decided.problems, ...known.problems],
  }
}

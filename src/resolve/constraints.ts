import { append } from './append.ts'

/** A mention of a document, by the ids that claims.jsonl gives both. */
export interface MentionRef {
  readonly document: string
  readonly mention: string
}

/** All of these mentions are one thing, whatever the rules find. */
export interface Together {
  readonly mentions: readonly MentionRef[]
  /** Who or what says so, for the trace: a decision in a few words. */
  readonly reason: string
}

/** No mention of the one side is the same thing as any of the other. Beats every rule and every `Together`. */
export interface Apart {
  readonly sides: readonly [readonly MentionRef[], readonly MentionRef[]]
  readonly reason: string
}

/**
 * What must and what must not be one node, given to `resolve`. A constraint holds along chains: what is
 * joined with one side of an `Apart` cannot be joined with the other by any way round.
 */
export interface Constraints {
  readonly together: readonly Together[]
  readonly apart: readonly Apart[]
}

/** A `Together` that could not be kept: a keep-apart stands against it, or a mention refers to no entity. */
export interface UnmetConstraint {
  /** The reason of the constraint. */
  readonly reason: string
  readonly because: string
}

/** Sides of keep-apart constraints: those of constraint k are 2k and 2k+1, so `side ^ 1` is what a side opposes. */
export type Side = number

/** Constraints by mention. */
export interface ConstraintIndex {
  readonly constraints: Constraints
  sides(document: string, mention: string): readonly Side[]
  /** Mentions of one document that must be one, with the reason. */
  together(document: string): readonly { readonly mentions: readonly string[]; readonly reason: string }[]
  /** The reason of the constraint that keeps two sets of sides apart, if any. */
  conflict(a: Iterable<Side>, b: ReadonlySet<Side>): string | undefined
}

const none: readonly Side[] = []

/** Looks constraints up by mention. */
export function indexConstraints(constraints: Constraints = { together: [], apart: [] }): ConstraintIndex {
  const sides = new Map<string, Side[]>()
  const keyOf = (document: string, mention: string): string => `${document}\t${mention}`
  constraints.apart.forEach((constraint, k) => {
    constraint.sides.forEach((refs, side) => {
      for (const { document, mention } of refs) append(sides, keyOf(document, mention), 2 * k + side)
    })
  })
  const together = new Map<string, { mentions: string[]; reason: string }[]>()
  for (const { mentions, reason } of constraints.together) {
    const byDocument = new Map<string, string[]>()
    for (const { document, mention } of mentions) append(byDocument, document, mention)
    for (const [document, ids] of byDocument)
      if (ids.length > 1) append(together, document, { mentions: ids, reason })
  }
  return {
    constraints,
    sides: (document, mention) => sides.get(keyOf(document, mention)) ?? none,
    together: (document) => together.get(document) ?? [],
    conflict(a, b) {
      const found = [...a].filter((side) => b.has(side ^ 1))
      return found.length === 0 ? undefined : constraints.apart[Math.min(...found) >> 1]!.reason
    },
  }
}

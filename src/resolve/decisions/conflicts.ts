import type { PlacedDecision, Problem } from '../../model/index.ts'
import type { Apart, Constraints, MentionRef, Together } from '../constraints.ts'
import { decisionProblem } from './decision-problem.ts'
import { type KnownMention, mentionKey } from './population.ts'
import { decisionText } from './write-decisions.ts'

/** What decisions say of which mentions are one thing. */
export type Ruled =
  | {
      readonly kind: 'merge'
      readonly placed: PlacedDecision
      /** The mentions that were named. */
      readonly anchors: readonly KnownMention[]
      /** All of the entities that are merged. */
      readonly mentions: readonly KnownMention[]
    }
  | {
      readonly kind: 'apart'
      readonly placed: PlacedDecision
      readonly sides: readonly [readonly KnownMention[], readonly KnownMention[]]
    }
  | {
      readonly kind: 'split'
      readonly placed: PlacedDecision
      readonly anchors: readonly KnownMention[]
      readonly rest: readonly KnownMention[]
    }

/** Constraints without contradictions, and the merges that had to be given up. */
export interface SettledConstraints {
  readonly constraints: Constraints
  readonly refused: ReadonlySet<PlacedDecision>
  readonly problems: readonly Problem[]
}

/** Sets of mention keys that merges make one. */
function mergedSets(): { find(key: string): string; union(keys: Iterable<string>): void } {
  const parent = new Map<string, string>()
  const find = (key: string): string => {
    let root = key
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next
    return root
  }
  return {
    find,
    union(keys) {
      const [first, ...others] = new Set([...keys].map(find))
      for (const other of others) parent.set(other, first!)
    },
  }
}

const refs = (mentions: Iterable<KnownMention>): MentionRef[] =>
  [...mentions].map(({ document, id }) => ({ document, mention: id }))

/**
 * Turns rulings into constraints. A merge that would bring together what another decision keeps apart, by
 * itself or in a chain, is given up and reported with both lines: a wrong merge is worse than a missed one.
 */
export function settleConstraints(ruled: readonly Ruled[]): SettledConstraints {
  const problems: Problem[] = []
  const refused = new Set<PlacedDecision>()
  const sets = mergedSets()
  const divisions = ruled.flatMap(
    (
      one,
    ): { placed: PlacedDecision; sides: readonly [readonly KnownMention[], readonly KnownMention[]] }[] =>
      one.kind === 'merge'
        ? []
        : [{ placed: one.placed, sides: one.kind === 'apart' ? one.sides : [one.anchors, one.rest] }],
  )
  const keys = divisions.map(({ sides }) => sides.map((side) => side.map(mentionKey)))
  const together: Together[] = []
  for (const one of ruled) {
    if (one.kind !== 'merge') continue
    const roots = new Set(one.anchors.map((mention) => sets.find(mentionKey(mention))))
    const against = divisions.find((_, index) =>
      keys[index]!.every((side) => side.some((key) => roots.has(sets.find(key)))),
    )
    if (against) {
      refused.add(one.placed)
      problems.push(
        decisionProblem(
          one.placed,
          'decision-conflict',
          `is not applied: it would bring together what decision ${against.placed.number} in line ${against.placed.line} keeps apart`,
          'Remove one of the two.',
        ),
      )
      continue
    }
    sets.union(one.anchors.map(mentionKey))
    const mentions = withoutOthers(one.mentions, one.anchors, divisions)
    together.push({ mentions: refs(mentions), reason: decisionText(one.placed.decision) })
  }
  const apart = divisions.map(
    ({ placed, sides: [left, right] }): Apart => ({
      sides: [refs(left), refs(right)],
      reason: decisionText(placed.decision),
    }),
  )
  // What a split leaves hung together by the mentions that went must not fall apart.
  for (const one of ruled)
    if (one.kind === 'split')
      for (const part of [one.anchors, one.rest])
        if (part.length > 1)
          together.push({
            mentions: refs(withoutOthers(part, part.slice(0, 1), divisions)),
            reason: decisionText(one.placed.decision),
          })
  return { constraints: { together, apart }, refused, problems }
}

/** Of mentions that stand on both sides of a division only those of the side that was named. */
function withoutOthers(
  mentions: readonly KnownMention[],
  anchors: readonly KnownMention[],
  divisions: readonly { readonly sides: readonly [readonly KnownMention[], readonly KnownMention[]] }[],
): readonly KnownMention[] {
  let kept = mentions.filter((mention) => !mention.pronoun)
  for (const { sides } of divisions) {
    const [left, right] = sides.map((side) => new Set(side)) as [Set<KnownMention>, Set<KnownMention>]
    const has = (side: ReadonlySet<KnownMention>): boolean => kept.some((mention) => side.has(mention))
    if (!has(left) || !has(right)) continue
    const named =
      anchors.some((mention) => right.has(mention)) && !anchors.some((mention) => left.has(mention))
    const leaving = named ? left : right
    kept = kept.filter((mention) => !leaving.has(mention))
  }
  return kept
}

import type { Mention } from '../model/index.ts'
import type { ConstraintIndex, Side } from './constraints.ts'
import { unionFind } from './union-find.ts'

/** Disjoint sets of the mentions of a document, by their index, that break no keep-apart constraint. */
export interface MentionSets {
  find(mention: number): number
  /** Joins two sets; gives the reason where a constraint forbids it. */
  join(a: number, b: number): string | undefined
}

/** Starts with each mention alone, then joins what constraints hold together. */
export function mentionSets(
  { document, mentions }: { readonly document: string; readonly mentions: readonly Pick<Mention, 'id'>[] },
  positions: ReadonlyMap<string, number>,
  constraints: ConstraintIndex,
): MentionSets {
  const sets = unionFind(mentions.length)
  const sides = new Map<number, Set<Side>>()
  mentions.forEach(({ id }, index) => {
    const found = constraints.sides(document, id)
    if (found.length > 0) sides.set(index, new Set(found))
  })
  const join = (a: number, b: number): string | undefined => {
    const [x, y] = [sets.find(a), sets.find(b)]
    if (x === y) return undefined
    const [left, right] = [sides.get(x), sides.get(y)]
    const reason = left && right ? constraints.conflict(left, right) : undefined
    if (reason !== undefined) return reason
    sets.union(x, y)
    if (left || right) sides.set(sets.find(x), new Set([...(left ?? []), ...(right ?? [])]))
    return undefined
  }
  for (const { mentions: ids } of constraints.together(document)) {
    const found = ids.flatMap((id) => positions.get(id) ?? [])
    for (const other of found.slice(1)) join(found[0]!, other)
  }
  return { find: sets.find, join }
}

import type { OpenedGraph } from '../graph/index.ts'
import type { JoinReason, MentionPlace, Place, RefusedJoin } from '../model/index.ts'
import { foldText } from './fold-text.ts'

/** A mention with its words. */
export interface MentionRow extends Place {
  readonly words: string
}

/** Why two mentions are one thing. */
export interface IdentityRow {
  readonly from: MentionRow
  readonly to: MentionRow
  readonly rule: string
  /** 0 to 1. */
  readonly score: number
  /** What the score was made of. */
  readonly features?: Readonly<Record<string, number>>
}

/** Why two nodes that are alike stay apart. */
export interface ApartRow extends IdentityRow {
  readonly because: string
}

const mention = ([document, start, end, words]: MentionPlace): MentionRow => ({ document, start, end, words })
const row = ({ a, b, rule, score, features }: JoinReason): IdentityRow => ({
  from: mention(a),
  to: mention(b),
  rule,
  score,
  ...(features ? { features } : {}),
})
const placeKey = ([document, start, end]: MentionPlace): string => `${document}\t${start}\t${end}`

/** The joins that lead from a mention with the one name to a mention with the other, the fewest there are. */
export function whyOne(source: OpenedGraph, key: string, a: string, b: string): IdentityRow[] {
  for (const record of source.resolution?.() ?? [])
    if ('node' in record && record.node === key) return shortest(record.joins, a, b)
  return []
}

function shortest(joins: readonly JoinReason[], a: string, b: string): IdentityRow[] {
  const beside = new Map<string, { readonly join: JoinReason; readonly to: MentionPlace }[]>()
  const places = new Map<string, MentionPlace>()
  const add = (from: MentionPlace, to: MentionPlace, join: JoinReason): void => {
    const key = placeKey(from)
    places.set(key, from)
    const list = beside.get(key)
    if (list) list.push({ join, to })
    else beside.set(key, [{ join, to }])
  }
  for (const join of joins) {
    add(join.a, join.b, join)
    add(join.b, join.a, join)
  }
  const wanted = new Set(named(places, b))
  const cameBy = new Map<string, { readonly join: JoinReason; readonly from: string } | undefined>()
  const queue = named(places, a).filter((key) => !wanted.has(key))
  for (const key of queue) cameBy.set(key, undefined)
  for (const key of queue) {
    if (wanted.has(key)) return trail(cameBy, key)
    for (const { join, to } of beside.get(key) ?? []) {
      const next = placeKey(to)
      if (cameBy.has(next)) continue
      cameBy.set(next, { join, from: key })
      queue.push(next)
    }
  }
  return []
}

/** The places whose words are a name, or else those that hold all of its words. */
function named(places: ReadonlyMap<string, MentionPlace>, name: string): string[] {
  const asked = foldText(name)
  const words = asked.split(' ')
  const exact: string[] = []
  const partial: string[] = []
  for (const [key, place] of places) {
    const folded = foldText(place[3]).replace(/^(the|a|an) /, '')
    if (folded === asked) exact.push(key)
    else if (words.every((word) => ` ${folded} `.includes(` ${word} `))) partial.push(key)
  }
  return exact.length > 0 ? exact : partial
}

function trail(
  cameBy: ReadonlyMap<string, { readonly join: JoinReason; readonly from: string } | undefined>,
  end: string,
): IdentityRow[] {
  const rows: IdentityRow[] = []
  for (let step = cameBy.get(end); step; step = cameBy.get(step.from)) {
    const { from, to, ...grounds } = row(step.join)
    const forward = placeKey(step.join.a) === step.from
    rows.unshift(forward ? { from, to, ...grounds } : { from: to, to: from, ...grounds })
  }
  return rows
}

/** What stood against joining two nodes, where a rule would have joined them. */
export function whyApart(source: OpenedGraph, a: string, b: string): ApartRow | undefined {
  for (const record of source.resolution?.() ?? [])
    if ('nodes' in record && record.nodes.includes(a) && record.nodes.includes(b))
      return { ...row(record satisfies RefusedJoin), because: record.because }
  return undefined
}

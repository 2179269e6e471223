import type { LocalResolution } from '../local-entity.ts'
import { makeBlocks } from './block.ts'
import type { Clusters } from './clusters.ts'
import { type EventTelling, eventTellings } from './event-tellings.ts'
import { type Features, type Proposal, scoreOf, settle, unsure } from './likeness.ts'

/**
 * Joins events of different documents that agree in kind, participants, place, time and counts, where
 * nothing conflicts: each is compared with the events of its kind that share a time or two of those named.
 */
export function joinEvents(clusters: Clusters, locals: readonly LocalResolution[]): void {
  const told = eventTellings(clusters, locals)
  const blocks = makeBlocks(40)
  told.forEach(({ kind, participants, beside, times, names }, i) => {
    for (const name of names) blocks.add(`${kind} ${name}`, i)
    for (const time of times.keys()) blocks.add(`${kind} ${time}`, i)
    const named = [...participants, ...beside].sort((a, b) => a - b).slice(0, 20)
    for (const one of named)
      for (const other of named) if (one < other) blocks.add(`${kind} ${one} ${other}`, i)
  })
  const proposals: Proposal[] = []
  for (const [x, y] of blocks.pairs()) {
    const [a, b] = [told[x]!, told[y]!]
    if (clusters.entities[a.index]!.document === clusters.entities[b.index]!.document) continue
    const features = agreement(a, b)
    const score = scoreOf(features)
    if (score < unsure) continue
    const grounds = { rule: 'same event', score, features }
    const because = disagreement(a, b)
    if (because === undefined) proposals.push({ a: b.index, b: a.index, ...grounds })
    else clusters.refuse(a.index, b.index, grounds, because)
  }
  settle(clusters, proposals)
}

const common = <T>(a: Iterable<T>, b: { has(value: T): boolean }): number =>
  [...a].filter((x) => b.has(x)).length

/** What two tellings share, each a sign that they tell of one event. */
function agreement(a: EventTelling, b: EventTelling): Features {
  const features: Features = { kind: 0.25 }
  const taking = common(a.participants, b.participants)
  if (taking > 0) features.participants = taking === 1 ? 0.4 : 0.6
  const mixed = common(a.participants, b.beside) + common(a.beside, b.participants)
  if (mixed > 0) features['participants beside'] = 0.3
  const beside = common(a.beside, b.beside)
  if (beside > 0) features.beside = beside === 1 ? 0.2 : 0.35
  const time = Math.max(
    0,
    ...[...a.times].map(([key, sign]) => (b.times.has(key) ? Math.min(sign, b.times.get(key)!) : 0)),
  )
  if (time > 0) features.time = time
  if (common(a.counts, b.counts) > 0) features.count = 0.3
  if (common(a.names, b.names) > 0) features.name = 0.9
  return features
}

/** What forbids that two tellings are of one event. */
function disagreement(a: EventTelling, b: EventTelling): string | undefined {
  const apart = <T>(x: ReadonlySet<T>, y: ReadonlySet<T>): boolean =>
    x.size > 0 && y.size > 0 && common(x, y) === 0
  if (apart(a.names, b.names)) return 'the events have different names'
  if (apart(a.own, b.own)) return 'the times differ'
  if (apart(a.counts, b.counts)) return 'the counts differ'
  return undefined
}

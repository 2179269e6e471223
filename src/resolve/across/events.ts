import type { Time } from '../../model/index.ts'
import { append } from '../append.ts'
import type { LocalEntity, LocalResolution } from '../local-entity.ts'
import { nameKey } from '../name-form.ts'
import { makeBlocks } from './block.ts'
import type { Clusters } from './clusters.ts'
import { eventKind } from './event-kind.ts'
import { type Features, type Proposal, scoreOf, settle, unsure } from './likeness.ts'

/** What a document tells of an event. */
interface Told {
  readonly index: number
  readonly kind: string
  /** Clusters of those named in the event's own phrase and its claims. */
  readonly participants: Set<number>
  /** Clusters of those named elsewhere in its sentences. */
  readonly beside: Set<number>
  readonly times: Set<string>
  readonly counts: Set<number>
  readonly names: Set<string>
}

/**
 * Joins events of different documents that agree in kind, participants, place, time and counts, where
 * nothing conflicts: each is compared with the events of its kind that share a time or a participant.
 */
export function joinEvents(clusters: Clusters, locals: readonly LocalResolution[]): void {
  const told = tellings(clusters, locals)
  const blocks = makeBlocks(40)
  told.forEach(({ kind, participants, beside, times }, i) => {
    for (const time of times) blocks.add(`${kind} ${time}`, i)
    const people = [...participants, ...beside].sort((a, b) => a - b)
    for (const one of people)
      for (const other of people) if (one < other) blocks.add(`${kind} ${one} ${other}`, i)
  })
  const proposals: Proposal[] = []
  for (const [x, y] of blocks.pairs()) {
    const [a, b] = [told[x]!, told[y]!]
    const { document } = clusters.entities[a.index]!
    if (document === clusters.entities[b.index]!.document) continue
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

const common = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => [...a].filter((x) => b.has(x)).length

/** What two tellings share, each a sign that they tell of one event. */
function agreement(a: Told, b: Told): Features {
  const features: Features = { kind: 0.2 }
  const taking = common(a.participants, b.participants)
  const near =
    common(new Set([...a.participants, ...a.beside]), new Set([...b.participants, ...b.beside])) - taking
  if (taking > 0) features.participants = taking === 1 ? 0.4 : 0.6
  if (near > 0) features.beside = near === 1 ? 0.2 : 0.35
  const span = [...a.times].filter((time) => b.times.has(time)).map((time) => time.split(' ')[0]!.length)
  if (span.length > 0) features.time = 0.5
  if (common(a.counts, b.counts) > 0) features.count = 0.3
  if (common(a.names, b.names) > 0) features.name = 0.9
  return features
}

/** What forbids that two tellings are of one event. */
function disagreement(a: Told, b: Told): string | undefined {
  const apart = <T>(x: ReadonlySet<T>, y: ReadonlySet<T>): boolean =>
    x.size > 0 && y.size > 0 && common(x, y) === 0
  if (apart(a.names, b.names)) return 'the events have different names'
  if (apart(a.times, b.times)) return 'the times differ'
  if (apart(a.counts, b.counts)) return 'the counts differ'
  return undefined
}

const timeKey = ({ kind, start, end }: Time): string => `${start ?? ''}/${end ?? ''} ${kind}`

function tellings(clusters: Clusters, locals: readonly LocalResolution[]): Told[] {
  const found: Told[] = []
  for (const { claims, entities, entityOf } of locals) {
    const events = entities.filter((e) => e.type === 'Event' && eventKind(e) !== undefined)
    if (events.length === 0) continue
    const bySentence = new Map<number, LocalEntity[]>()
    for (const entity of entities)
      for (const sentence of new Set(entity.mentions.map((m) => m.sentence)))
        append(bySentence, sentence, entity)
    const tellingOf = new Map<LocalEntity, Told>()
    for (const event of events) {
      const index = clusters.numberOf(event)
      const telling: Told = {
        index,
        kind: eventKind(event)!,
        participants: new Set(),
        beside: new Set(),
        times: new Set(),
        counts: new Set(event.mentions.flatMap((m) => m.count ?? [])),
        names: new Set(event.names.map(nameKey)),
      }
      for (const { start, end, extent, sentence } of event.mentions)
        for (const other of bySentence.get(sentence) ?? []) {
          if (other === event) continue
          for (const mention of other.mentions) {
            if (mention.sentence !== sentence) continue
            const inside =
              mention.start >= Math.min(start, extent?.start ?? start) &&
              mention.end <= Math.max(end, extent?.end ?? end)
            if (mention.kind === 'value' && mention.time && inside) telling.times.add(timeKey(mention.time))
            if (other.named && other.type !== 'Role')
              (inside ? telling.participants : telling.beside).add(clusters.find(clusters.numberOf(other)))
          }
        }
      tellingOf.set(event, telling)
      found.push(telling)
    }
    for (const claim of claims.claims)
      for (const [mention, other] of [
        [claim.subject, claim.object],
        [claim.object, claim.subject],
      ]) {
        const telling = tellingOf.get(entityOf.get(mention!) as LocalEntity)
        const participant = entityOf.get(other!)
        if (!telling || claim.polarity === 'negative') continue
        if (participant?.named && participant.type !== 'Role')
          telling.participants.add(clusters.find(clusters.numberOf(participant)))
        for (const time of claim.times) telling.times.add(timeKey(time))
      }
    for (const telling of tellingOf.values())
      for (const participant of telling.participants) telling.beside.delete(participant)
  }
  return found
}

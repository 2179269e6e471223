import type { Time } from '../../model/index.ts'
import { append } from '../append.ts'
import { eventKind, eventKindOfVerb } from '../event-kind.ts'
import type { LocalEntity, LocalResolution } from '../local-entity.ts'
import type { ResolvableMention } from '../resolvable-claims.ts'
import type { Clusters } from './clusters.ts'

/** What one document tells of an event. Clusters are numbers. */
export interface EventTelling {
  /** Number of the entity. */
  readonly index: number
  readonly kind: string
  /** Those named in the event's own phrase and its claims. */
  readonly participants: Set<number>
  /** Those named elsewhere in its sentences. */
  readonly beside: Set<number>
  /** Times of its sentences, with how much a match tells: a span or a day is rarer than a year or a month, and more so in its own phrase. */
  readonly times: Map<string, number>
  /** Times in its own phrase, which two tellings of one event do not differ in. */
  readonly own: Set<string>
  /** How many its verb counts: "14 officers were investigated". */
  readonly counts: Set<number>
  readonly names: Set<string>
}

/** The events of known kinds that each document tells of. */
export function eventTellings(clusters: Clusters, locals: readonly LocalResolution[]): EventTelling[] {
  return locals.flatMap((local) => tellingsIn(clusters, local))
}

function tellingsIn(clusters: Clusters, { claims, entities, entityOf }: LocalResolution): EventTelling[] {
  const tellings = new Map<LocalEntity, EventTelling>()
  for (const entity of entities) {
    const kind = entity.type === 'Event' ? eventKind(entity.mentions) : undefined
    if (kind === undefined) continue
    tellings.set(entity, {
      index: clusters.numberOf(entity),
      kind,
      participants: new Set(),
      beside: new Set(),
      times: new Map(),
      own: new Set(),
      counts: new Set(),
      names: new Set(clusters.nameKeys(clusters.numberOf(entity))),
    })
  }
  if (tellings.size === 0) return []
  const clusterOf = (entity: LocalEntity | undefined): number | undefined =>
    entity?.named && entity.type !== 'Role' ? clusters.find(clusters.numberOf(entity)) : undefined
  const bySentence = new Map<number, ResolvableMention[]>()
  for (const mention of claims.mentions)
    if (mention.sentence >= 0) append(bySentence, mention.sentence, mention)
  for (const [event, telling] of tellings)
    for (const mention of event.mentions) {
      const start = Math.min(mention.start, mention.extent?.start ?? mention.start)
      const end = Math.max(mention.end, mention.extent?.end ?? mention.end)
      for (const other of bySentence.get(mention.sentence) ?? []) {
        const entity = entityOf.get(other.id)
        if (entity === event) continue
        const inside = other.start >= start && other.end <= end
        if (other.time) addTime(telling, other.time, inside)
        const cluster = clusterOf(entity)
        if (cluster !== undefined) (inside ? telling.participants : telling.beside).add(cluster)
      }
    }
  for (const claim of claims.claims) {
    if (claim.polarity === 'negative') continue
    for (const [mention, other] of [
      [claim.subject, claim.object],
      [claim.object, claim.subject],
    ] as const) {
      const entity = entityOf.get(mention)
      const telling = entity && tellings.get(entity)
      if (!telling) continue
      const cluster = clusterOf(entityOf.get(other))
      if (cluster !== undefined) telling.participants.add(cluster)
      for (const time of claim.times) addTime(telling, time, false)
    }
  }
  addCounts(tellings, claims.mentions)
  for (const { participants, beside } of tellings.values())
    for (const participant of participants) beside.delete(participant)
  return [...tellings.values()]
}

function addTime(
  { times, own }: EventTelling,
  { kind, start, end, granularity }: Time,
  inside: boolean,
): void {
  const key = `${kind} ${start ?? ''}/${end ?? ''}`
  const long = start !== undefined && end !== undefined && start !== end
  const sign = !long && (granularity === 'year' || granularity === 'month') ? 0.3 : 0.5
  const told = inside ? sign + 0.1 : sign
  times.set(key, Math.max(times.get(key) ?? 0, told))
  if (inside) own.add(key)
}

/** "14 officers were investigated" counts for the one investigation of the document. */
function addCounts(
  tellings: ReadonlyMap<LocalEntity, EventTelling>,
  mentions: readonly ResolvableMention[],
): void {
  const kinds = new Map<string, EventTelling[]>()
  for (const telling of tellings.values()) append(kinds, telling.kind, telling)
  for (const { count, governor } of mentions) {
    const kind = count === undefined || !governor ? undefined : eventKindOfVerb(governor.lemma)
    for (const telling of (kind === undefined ? undefined : kinds.get(kind)) ?? []) telling.counts.add(count!)
  }
}

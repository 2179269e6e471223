import type { RedthreadGraph } from '../graph/index.ts'
import { timeText } from '../graph/time-text.ts'
import {
  type EdgeAttributes,
  type Evidence,
  leadMention,
  type NodeAttributes,
  placeKey,
} from '../model/index.ts'

export type ChangeKind = 'added' | 'removed' | 'changed'

/** One entity that differs between two graphs. */
export interface EntityChange {
  readonly change: ChangeKind
  /** Key in the later graph; in the earlier one for what was removed. */
  readonly key: string
  readonly label: string
  readonly type: string
  /** In words, what changed; for what was removed where it went, if that can be told. */
  readonly what: readonly string[]
}

/** One relation that differs between two graphs. */
export interface RelationChange {
  readonly change: ChangeKind
  readonly key: string
  readonly subject: string
  readonly relation: string
  readonly object: string
  readonly polarity: 'positive' | 'negative'
  readonly what: readonly string[]
  /** All evidence of what was added or removed; of what changed the rows that are new. */
  readonly evidence: readonly Evidence[]
}

/** How a graph differs from an earlier one. Each list is in the order of keys; what is the same is in none. */
export interface GraphDiff {
  readonly counts: {
    readonly entities: Readonly<Record<ChangeKind | 'same', number>>
    readonly relations: Readonly<Record<ChangeKind | 'same', number>>
  }
  readonly entities: readonly EntityChange[]
  readonly relations: readonly RelationChange[]
  /** For each entity of the earlier graph that the later has: its key there. */
  readonly keyNow: ReadonlyMap<string, string>
}

/**
 * Compares two graphs. An entity is the same if its key is, or if the later graph knows the key as a former one, or if
 * its first named mention belongs to an entity that the earlier graph did not have; a relation by the keys of its ends,
 * its name and polarity. Positions, ranks and communities are not compared.
 */
export function diffGraphs(before: RedthreadGraph, after: RedthreadGraph): GraphDiff {
  const { keyNow, partOf } = matchEntities(before, after)
  const entities: EntityChange[] = []
  const known = new Set(keyNow.values())
  after.forEachNode((key, { label, type }) => {
    if (!known.has(key)) entities.push({ change: 'added', key, label, type, what: [] })
  })
  before.forEachNode((key, attributes) => {
    const { label, type } = attributes
    const now = keyNow.get(key)
    if (now === undefined) {
      const whole = partOf.get(key)
      const what = whole === undefined ? [] : [`now part of ${after.getNodeAttribute(whole, 'label')}`]
      entities.push({ change: 'removed', key, label, type, what })
      return
    }
    const later = after.getNodeAttributes(now)
    const what = entityChanges(attributes, later)
    if (what.length > 0)
      entities.push({ change: 'changed', key: now, label: later.label, type: later.type, what })
  })
  const relations = diffRelations(before, after, keyNow)
  const counted = (
    list: readonly { change: ChangeKind }[],
    total: number,
  ): Record<ChangeKind | 'same', number> => {
    const of = (kind: ChangeKind): number => list.filter(({ change }) => change === kind).length
    const [added, changed] = [of('added'), of('changed')]
    return { added, removed: of('removed'), changed, same: total - added - changed }
  }
  return {
    counts: { entities: counted(entities, after.order), relations: counted(relations, after.size) },
    entities: entities.sort(byKey),
    relations: relations.sort(byKey),
    keyNow,
  }
}

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** Entities of the earlier graph in the later one, and for those that are gone what has their first mention. */
function matchEntities(
  before: RedthreadGraph,
  after: RedthreadGraph,
): { keyNow: Map<string, string>; partOf: Map<string, string> } {
  const former = new Map<string, string>()
  const owner = new Map<string, string>()
  after.forEachNode((key, { formerKeys = [], mentions }) => {
    for (const one of formerKeys) former.set(one, key)
    for (const mention of mentions) owner.set(placeKey(mention), key)
  })
  const keyNow = new Map<string, string>()
  before.forEachNode((key) => {
    if (after.hasNode(key)) keyNow.set(key, key)
  })
  const taken = new Set(keyNow.values())
  const partOf = new Map<string, string>()
  before.forEachNode((key, { mentions }) => {
    if (keyNow.has(key)) return
    const first = leadMention(mentions)
    const now = former.get(key) ?? (first && owner.get(placeKey(first)))
    if (now === undefined) return
    if (taken.has(now) || before.hasNode(now)) partOf.set(key, now)
    else {
      keyNow.set(key, now)
      taken.add(now)
    }
  })
  return { keyNow, partOf }
}

function entityChanges(before: NodeAttributes, after: NodeAttributes): string[] {
  const what: string[] = []
  if (before.label !== after.label) what.push(`name: ${before.label} → ${after.label}`)
  if (before.type !== after.type) what.push(`type: ${before.type} → ${after.type}`)
  const names = ({ label, aliases }: NodeAttributes): Set<string> => new Set([label, ...aliases])
  const [then, now] = [names(before), names(after)]
  const gained = [...now].filter((name) => !then.has(name))
  const lost = [...then].filter((name) => !now.has(name))
  if (gained.length > 0) what.push(`also written: ${gained.join(', ')}`)
  if (lost.length > 0) what.push(`no longer written: ${lost.join(', ')}`)
  if (before.mentions.length !== after.mentions.length)
    what.push(`mentions: ${before.mentions.length} → ${after.mentions.length}`)
  return what
}

function diffRelations(
  before: RedthreadGraph,
  after: RedthreadGraph,
  keyNow: ReadonlyMap<string, string>,
): RelationChange[] {
  const nameOf = (source: string, { relation, polarity }: EdgeAttributes, target: string): string =>
    [source, relation, target, polarity].join('|')
  const now = new Map<string, string>()
  after.forEachEdge((key, attributes, source, target) => {
    now.set(nameOf(source, attributes, target), key)
  })
  const changes: RelationChange[] = []
  const put = (
    graph: RedthreadGraph,
    change: ChangeKind,
    key: string,
    what: readonly string[],
    evidence: readonly Evidence[],
  ): void => {
    const { label, polarity } = graph.getEdgeAttributes(key)
    const [subject, object] = graph.extremities(key).map((end) => graph.getNodeAttribute(end, 'label'))
    changes.push({
      change,
      key,
      subject: subject!,
      relation: label,
      object: object!,
      polarity,
      what,
      evidence,
    })
  }
  const seen = new Set<string>()
  before.forEachEdge((key, attributes, source, target) => {
    const [from, to] = [keyNow.get(source), keyNow.get(target)]
    const same = from === undefined || to === undefined ? undefined : now.get(nameOf(from, attributes, to))
    if (same === undefined || seen.has(same)) {
      put(before, 'removed', key, [], attributes.evidence)
      return
    }
    seen.add(same)
    const later = after.getEdgeAttributes(same)
    const fresh = newRows(attributes.evidence, later.evidence)
    const what = relationChanges(attributes, later, fresh.length)
    if (what.length > 0) put(after, 'changed', same, what, fresh)
  })
  after.forEachEdge((key, { evidence }) => {
    if (!seen.has(key)) put(after, 'added', key, [], evidence)
  })
  return changes
}

const rowKey = ({ document, start, end, claim }: Evidence): string =>
  `${document}\t${start}\t${end}\t${claim}`

function newRows(before: readonly Evidence[], after: readonly Evidence[]): Evidence[] {
  const known = new Set(before.map(rowKey))
  return after.filter((row) => !known.has(rowKey(row)))
}

function relationChanges(before: EdgeAttributes, after: EdgeAttributes, gained: number): string[] {
  const what: string[] = []
  const lost = newRows(after.evidence, before.evidence).length
  const passages = (count: number): string => (count === 1 ? '1 passage' : `${count} passages`)
  if (gained > 0) what.push(`${passages(gained)} more`)
  if (lost > 0) what.push(`${passages(lost)} less`)
  if (before.modality !== after.modality) what.push(`how it is put: ${before.modality} → ${after.modality}`)
  if (before.origins !== after.origins) what.push(`independent sources: ${before.origins} → ${after.origins}`)
  const times = ({ times: all }: EdgeAttributes): string => all.map(timeText).join('; ')
  if (times(before) !== times(after))
    what.push(`when: ${times(before) || 'not said'} → ${times(after) || 'not said'}`)
  if (before.decision !== after.decision)
    what.push(after.decision === undefined ? `no longer ${before.decision}` : after.decision)
  return what
}

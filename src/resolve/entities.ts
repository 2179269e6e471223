import { type Entity, type EntityMention, hashText, type Note, type Place } from '../model/index.ts'
import { append } from './append.ts'
import type { LocalEntity } from './local-entity.ts'
import { bestName, nameKey, plainName, slug } from './name-form.ts'

/** What a person has ruled of a node. */
export interface NodeChange {
  readonly label?: string
  readonly type?: string
  /** The kinds of decisions, without duplicates. */
  readonly decisions: readonly string[]
  readonly notes: readonly Note[]
}

/** A name without the titles that it begins with, in their order. */
function withoutTitles(name: string, titles: readonly string[]): string {
  let rest = name
  for (const title of titles)
    for (const opening of [`${title} `, `${title}. `])
      if (rest.startsWith(opening)) {
        rest = rest.slice(opening.length)
        break
      }
  return rest
}

/** Before a number: it need not be that. */
const roughly = /^(some|almost|about|nearly|around|roughly)\s/i

/** The name to show; of a counted group one that gives the plain number, where there is one. */
function labelOf(group: readonly LocalEntity[]): string {
  const named = group.some((e) => e.named)
  const counts = new Map<string, number>()
  const rough = new Map<string, number>()
  for (const entity of group)
    for (const mention of entity.mentions) {
      if (named ? mention.kind !== 'named' : mention.kind === 'pronoun') continue
      if (named && mention.type === 'Role' && entity.type !== 'Role') continue
      if (mention.repeats !== undefined) continue
      const text = withoutTitles(plainName(mention.text), mention.titles ?? [])
      const into = mention.count !== undefined && roughly.test(text) ? rough : counts
      into.set(text, (into.get(text) ?? 0) + 1)
    }
  return bestName(counts.size > 0 ? counts : rough)
}

function typeOf(group: readonly LocalEntity[]): string {
  if (group.length === 1) return group[0]!.type
  const votes = new Map<string, number>()
  for (const entity of group) votes.set(entity.type, (votes.get(entity.type) ?? 0) + entity.mentions.length)
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]
}

/** A node with the key that it would have alone, and what decides whether it keeps it. */
interface Draft {
  readonly entity: { -readonly [Field in keyof Entity]: Entity[Field] }
  readonly named: boolean
  /** Whether a person has given its label or type. */
  readonly isGiven: boolean
}

/** What a group says of itself together. */
function draftOf(
  group: readonly LocalEntity[],
  said: ReadonlyMap<LocalEntity, readonly Place[]>,
  ruled: NodeChange | undefined,
): Draft {
  const type = ruled?.type ?? typeOf(group)
  const all = group.length === 1 ? group[0]!.mentions : group.flatMap((e) => e.mentions)
  const mentions: EntityMention[] = []
  for (const { document, mentions: here } of group)
    for (const { start, end, kind } of here) mentions.push({ kind, document, start, end })
  mentions.sort((a, b) =>
    a.document < b.document ? -1 : a.document > b.document ? 1 : a.start - b.start || a.end - b.end,
  )
  const time = all.find((m) => m.time)?.time
  const given = labelOf(group)
  const label = ruled?.label ?? given
  const aliases = new Map<string, string>()
  for (const mention of all)
    if (mention.kind === 'named' && !mention.repeats && (mention.type !== 'Role' || type === 'Role')) {
      const text = plainName(mention.text)
      const key = nameKey([text])
      if (!aliases.has(key)) aliases.set(key, text)
    }
  // A label that a person took away is still a name of the thing.
  if (given !== label && given !== '' && !aliases.has(nameKey([given]))) aliases.set(nameKey([given]), given)
  const places = group
    .flatMap((e) => said.get(e) ?? [])
    .sort((a, b) => (a.document < b.document ? -1 : a.document > b.document ? 1 : a.start - b.start))
  const count = all.find((m) => m.count !== undefined)?.count
  const isValue = all.every((m) => m.kind === 'value')
  const kind = isValue ? 'value' : slug(type)
  const value = time && time.kind === 'at' && time.start === time.end ? time.start : undefined
  const names = [...aliases.values()]
  // A date is also found by its ISO form.
  if (isValue && value) names.push(value)
  const entity: Draft['entity'] = {
    key: `${kind}/${isValue && value ? value : slug(label)}`,
    label,
    type,
    aliases: names.filter((name) => name !== label).sort(),
    mentions,
  }
  if (places.length > 0) entity.said = places
  if (time) entity.time = time
  if (count !== undefined) entity.count = count
  if (ruled && ruled.decisions.length > 0) entity.decisions = [...ruled.decisions]
  if (ruled && ruled.notes.length > 0) entity.notes = [...ruled.notes]
  const isGiven = ruled?.label !== undefined || ruled?.type !== undefined
  return { entity, named: group.some((e) => e.named), isGiven }
}

/**
 * Makes the nodes: a label, a type and a stable key for each group. Of entities that would get the same
 * key the named one with the earliest mention keeps it; the others take a hash of their earliest mention. One
 * that a person has given its label or type comes last, so that no other loses its key to it.
 */
export function makeEntities(
  groups: readonly (readonly LocalEntity[])[],
  said: ReadonlyMap<LocalEntity, readonly Place[]>,
  changes: ReadonlyMap<number, NodeChange> = new Map(),
): Entity[] {
  const drafts = groups.map((group, index) => draftOf(group, said, changes.get(index)))
  const byKey = new Map<string, Draft[]>()
  for (const draft of drafts) append(byKey, draft.entity.key, draft)
  for (const [key, rivals] of byKey) {
    if (rivals.length > 1) rivals.sort(byClaim)
    for (const { entity } of rivals.slice(1)) {
      const { document, start, end } = entity.mentions[0]!
      entity.key = `${key}-${hashText(`${document}\t${start}\t${end}`).slice(-8)}`
    }
  }
  return drafts.map(({ entity }) => entity)
}

/** Of nodes that would have one key the one that keeps it comes first. */
function byClaim(a: Draft, b: Draft): number {
  const [x, y] = [a.entity.mentions[0]!, b.entity.mentions[0]!]
  return (
    Number(a.isGiven) - Number(b.isGiven) ||
    Number(b.named) - Number(a.named) ||
    (x.document < y.document ? -1 : x.document > y.document ? 1 : x.start - y.start)
  )
}

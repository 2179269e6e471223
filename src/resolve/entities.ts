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

/** The mention that comes first, by document and place. */
const earliest = (mentions: readonly EntityMention[]): EntityMention =>
  mentions.reduce((a, b) =>
    a.document < b.document || (a.document === b.document && a.start <= b.start) ? a : b,
  )

/** The name to show. */
function labelOf(group: readonly LocalEntity[]): string {
  const named = group.some((e) => e.named)
  const counts = new Map<string, number>()
  for (const entity of group)
    for (const mention of entity.mentions) {
      if (named ? mention.kind !== 'named' : mention.kind === 'pronoun') continue
      if (named && mention.type === 'Role' && entity.type !== 'Role') continue
      if (mention.repeats !== undefined) continue
      const text = withoutTitles(plainName(mention.text), mention.titles ?? [])
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
  return bestName(counts)
}

function typeOf(group: readonly LocalEntity[]): string {
  if (group.length === 1) return group[0]!.type
  const votes = new Map<string, number>()
  for (const entity of group) votes.set(entity.type, (votes.get(entity.type) ?? 0) + entity.mentions.length)
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]
}

/** What a group says of itself together, and the key it would have alone. */
function entityOf(
  group: readonly LocalEntity[],
  said: ReadonlyMap<LocalEntity, readonly Place[]>,
  ruled: NodeChange | undefined,
): { readonly base: string; readonly entity: Omit<Entity, 'key'> } {
  const type = ruled?.type ?? typeOf(group)
  const all = group.length === 1 ? group[0]!.mentions : group.flatMap((e) => e.mentions)
  const mentions: EntityMention[] = []
  for (const { document, mentions: here } of group)
    for (const { start, end, kind } of here) mentions.push({ document, start, end, kind })
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
  const entity = {
    label,
    type,
    // A date is also found by its ISO form.
    aliases: [...aliases.values(), ...(isValue && value ? [value] : [])].filter((a) => a !== label).sort(),
    mentions,
    ...(places.length > 0 ? { said: places } : {}),
    ...(time ? { time } : {}),
    ...(count === undefined ? {} : { count }),
    ...(ruled && ruled.decisions.length > 0 ? { decisions: [...ruled.decisions] } : {}),
    ...(ruled && ruled.notes.length > 0 ? { notes: [...ruled.notes] } : {}),
  }
  return { base: `${kind}/${isValue && value ? value : slug(label)}`, entity }
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
  const drafts = groups.map((group, index) => {
    const ruled = changes.get(index)
    const isGiven = ruled?.label !== undefined || ruled?.type !== undefined
    return { ...entityOf(group, said, ruled), named: group.some((e) => e.named), isGiven }
  })
  const byBase = new Map<string, number[]>()
  drafts.forEach((draft, index) => {
    append(byBase, draft.base, index)
  })
  const keys = new Array<string>(drafts.length)
  for (const [base, indexes] of byBase) {
    const order = indexes
      .map((index) => {
        const { entity, named, isGiven } = drafts[index]!
        return { index, at: earliest(entity.mentions), named, isGiven }
      })
      .sort(
        (a, b) =>
          Number(a.isGiven) - Number(b.isGiven) ||
          Number(b.named) - Number(a.named) ||
          (a.at.document < b.at.document ? -1 : a.at.document > b.at.document ? 1 : a.at.start - b.at.start),
      )
    order.forEach(({ index, at }, position) => {
      keys[index] =
        position === 0 ? base : `${base}-${hashText(`${at.document}\t${at.start}\t${at.end}`).slice(-8)}`
    })
  }
  return drafts.map(({ entity }, index) => ({ key: keys[index]!, ...entity }))
}

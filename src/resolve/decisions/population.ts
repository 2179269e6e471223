import { type Entity, type EntityRef, isMentionRef, type Schema } from '../../model/index.ts'
import { closest } from '../../schema/closest.ts'
import { isA } from '../../schema/is-a.ts'
import { append } from '../append.ts'
import type { LocalEntity } from '../local-entity.ts'
import { foldName } from '../name-form.ts'

/** A mention as a decision can name it. */
export interface KnownMention {
  readonly document: string
  readonly id: string
  readonly text: string
  /** Which place of its words in the text of its document this is, from 1. */
  readonly nth: number
  readonly pronoun: boolean
  /** Under which names it makes its entity known, folded. */
  readonly names: readonly string[]
  readonly named: boolean
}

/** An entity as it stands when a decision is replayed: what the machine made, changed by the decisions before. */
export interface Known {
  label: string
  type: string
  mentions: readonly KnownMention[]
}

/** What a reference stands for: the entity, and the mentions that bear the name. */
export interface Found {
  readonly known: Known
  readonly anchors: readonly KnownMention[]
}

/** Why a reference stands for nothing, or for too much. */
export interface Missed {
  readonly code: 'decision-unused' | 'decision-ambiguous'
  readonly message: string
  readonly hint: string
}

export interface Population {
  find(ref: EntityRef): Found | Missed
  add(known: Known): void
  remove(known: Known): void
}

const oneSpace = (text: string): string => text.replace(/\s+/g, ' ').trim()

function knownMentions({ document, mentions }: LocalEntity): KnownMention[] {
  return mentions.map(({ id, text, nth = 1, kind, titles = [], time }) => {
    const names = new Set([foldName(text)])
    for (const title of titles) names.add(foldName(text.replace(new RegExp(`^${title}\\.?\\s+`), '')))
    if (kind === 'value' && time?.kind === 'at' && time.start !== undefined && time.start === time.end)
      names.add(foldName(time.start))
    const pronoun = kind === 'pronoun'
    return { document, id, text, nth, pronoun, names: pronoun ? [] : [...names], named: kind === 'named' }
  })
}

const written = (ref: EntityRef): string =>
  typeof ref === 'string'
    ? `"${ref}"`
    : isMentionRef(ref)
      ? `"${ref.quote}" of ${ref.document}`
      : `"${ref.name}"`

/**
 * What decisions can name: the nodes as they would be without decisions, `entities[i]` made of `groups[i]`. A name
 * is looked for among labels first, then among the other names, then among descriptions.
 */
export function makePopulation(
  groups: readonly (readonly LocalEntity[])[],
  entities: readonly Entity[],
  schema: Schema,
): Population {
  const labels = new Map<string, Set<Known>>()
  const names = new Map<string, Set<Known>>()
  const owner = new Map<string, Known>()
  const places = new Map<string, KnownMention[]>()
  const documents = new Set<string>()
  const put = (map: Map<string, Set<Known>>, key: string, known: Known): void => {
    const set = map.get(key)
    if (set) set.add(known)
    else map.set(key, new Set([known]))
  }
  const add = (known: Known): void => {
    put(labels, foldName(known.label), known)
    for (const mention of known.mentions) {
      owner.set(mentionKey(mention), known)
      for (const name of mention.names) put(names, name, known)
    }
  }
  const remove = (known: Known): void => {
    labels.get(foldName(known.label))?.delete(known)
    for (const mention of known.mentions) {
      owner.delete(mentionKey(mention))
      for (const name of mention.names) names.get(name)?.delete(known)
    }
  }
  groups.forEach((group, index) => {
    const mentions = group.flatMap(knownMentions)
    for (const mention of mentions) {
      documents.add(mention.document)
      append(places, `${mention.document}\t${oneSpace(mention.text)}`, mention)
    }
    const { label, type } = entities[index]!
    add({ label, type, mentions })
  })

  const findMention = (document: string, quote: string, nth: number): Found | Missed => {
    if (!documents.has(document)) {
      const meant = closest(document, documents)
      const message = `no document is called "${document}"`
      return missed(
        message,
        meant ? `Did you mean "${meant}"?` : 'The id of a document is its path below the input.',
      )
    }
    const there = places.get(`${document}\t${oneSpace(quote)}`) ?? []
    const mention = there.find((one) => one.nth === nth)
    const known = mention && owner.get(mentionKey(mention))
    if (mention && known) return { known, anchors: [mention] }
    if (there.length > 0)
      return missed(
        `"${quote}" is not mentioned at place ${nth} of ${document}`,
        `It is at: ${there.map((one) => one.nth).join(', ')}.`,
      )
    const quotes = [...places.keys()]
      .filter((key) => key.startsWith(`${document}\t`))
      .map((key) => key.split('\t')[1]!)
    const meant = closest(quote, quotes)
    return missed(
      `nothing is mentioned as "${quote}" in ${document}`,
      meant ? `Did you mean "${meant}"?` : 'Give the words exactly, as the viewer shows them.',
    )
  }

  const find = (ref: EntityRef): Found | Missed => {
    if (isMentionRef(ref)) return findMention(ref.document, ref.quote, ref.nth ?? 1)
    const name = typeof ref === 'string' ? ref : ref.name
    const type = typeof ref === 'string' ? undefined : ref.type
    const folded = foldName(name)
    const fits = (known: Known): boolean => type === undefined || isA(schema, known.type, [type])
    const bears = (known: Known, kind: 'named' | 'other'): boolean =>
      known.mentions.some((m) => m.named === (kind === 'named') && m.names.includes(folded))
    const isNamed = (known: Known): boolean => known.mentions.some((m) => m.named)
    const labelled = [...(labels.get(folded) ?? [])].filter(fits)
    const bearing = [...(names.get(folded) ?? [])].filter(fits)
    const tiers = [
      labelled.filter(isNamed),
      bearing.filter((known) => bears(known, 'named')),
      labelled,
      bearing.filter((known) => bears(known, 'other')),
    ]
    const candidates = tiers.find((tier) => tier.length > 0) ?? []
    const [known, ...others] = candidates
    if (known && others.length === 0) {
      const anchors = known.mentions.filter((m) => m.names.includes(folded))
      return { known, anchors: anchors.length > 0 ? anchors : known.mentions.filter((m) => !m.pronoun) }
    }
    if (known) {
      const places = candidates.map(
        ({ label, type: kind, mentions }) => `${label} (${kind}, in ${mentions[0]!.document})`,
      )
      const several = new Set(candidates.map((one) => one.type)).size > 1
      return {
        code: 'decision-ambiguous',
        message: `${written(ref)} stands for ${candidates.length} entities: ${[...places].sort().slice(0, 5).join(', ')}`,
        hint: `${several ? 'Add the type, or name' : 'Name'} one of its mentions: { document: ..., quote: ... }.`,
      }
    }
    const kinds = [...(labels.get(folded) ?? []), ...(names.get(folded) ?? [])]
    if (type !== undefined && kinds.length > 0)
      return missed(
        `nothing called "${name}" is of the type ${type}`,
        `It is of the type ${[...new Set(kinds.map((one) => one.type))].sort().join(', ')}.`,
      )
    const meant = closest(
      name,
      [...labels.values()].flatMap((set) => [...set].map((one) => one.label)),
    )
    return missed(
      `nothing is called ${written(ref)}`,
      meant
        ? `Did you mean "${meant}"?`
        : 'The documents may have changed: correct the name, or remove the decision.',
    )
  }
  return { find, add, remove }
}

const missed = (message: string, hint: string): Missed => ({ code: 'decision-unused', message, hint })

/** A mention by document and id, as one text. */
export const mentionKey = ({ document, id }: Pick<KnownMention, 'document' | 'id'>): string =>
  `${document}\t${id}`

import type { DocumentClaims, Mention, Schema } from '../model/index.ts'
import { append } from './append.ts'
import type { LocalEntity, LocalResolution } from './local-entity.ts'
import { isShortForm, nameKey, nameWords } from './name-form.ts'
import { claimsByMention, isBareRole, isOfficeReading, officeKey } from './offices.ts'
import { resolvePronouns } from './pronouns.ts'

const withoutArticle = (text: string): string => text.replace(/^(the|a|an|this|that|these|those)\s+/i, '')

/** Resolves the mentions of one document: names first, then offices, descriptions and pronouns. */
export function resolveWithinDocument(document: DocumentClaims, schema: Schema): LocalResolution {
  const entities: LocalEntity[] = []
  const entityOf = new Map<string, LocalEntity>()
  const titleNames = [...schema.titles.keys()]
  const wordsOf = (mention: Mention): string[] => nameWords(mention.text, titleNames)

  const create = (mention: Mention, type: string, names: string[][]): LocalEntity => {
    const entity: LocalEntity = {
      document: document.document,
      type,
      named: names.length > 0,
      mentions: [],
      names,
      titles: new Set(),
      roles: new Set(),
    }
    entities.push(entity)
    attach(entity, mention)
    return entity
  }
  const attach = (entity: LocalEntity, mention: Mention): void => {
    entity.mentions.push(mention)
    entityOf.set(mention.id, entity)
    for (const title of mention.titles ?? []) entity.titles.add(title)
    if (
      !entity.gender &&
      mention.kind === 'named' &&
      (mention.gender === 'feminine' || mention.gender === 'masculine')
    )
      entity.gender = mention.gender
  }
  const absorb = (into: LocalEntity, from: LocalEntity): void => {
    if (into === from) return
    for (const mention of from.mentions) attach(into, mention)
    for (const words of from.names)
      if (!into.names.some((n) => nameKey(n) === nameKey(words))) into.names.push(words)
    entities.splice(entities.indexOf(from), 1)
  }

  // Names: one entity for each form, its type by majority; a title makes a person.
  const byForm = new Map<string, Mention[]>()
  for (const mention of document.mentions) {
    if (mention.kind !== 'named' || mention.type === 'Role') continue
    const key = nameKey(wordsOf(mention))
    if (key) append(byForm, key, mention)
  }
  for (const mentions of byForm.values()) {
    const entity = create(mentions[0]!, majorityType(mentions), [wordsOf(mentions[0]!)])
    for (const mention of mentions.slice(1)) attach(entity, mention)
  }
  joinAcronyms(document, entityOf, absorb)
  joinPersonNames(entities, absorb)
  joinShortForms(entities, absorb)

  // Offices: one entity for each wording of the same head and modifiers.
  const usage = claimsByMention(document)
  const quoteOf = (mention: Mention): string =>
    (usage.get(mention.id) ?? []).find((c) => c.relation === 'appointed-by')?.quote ?? ''
  const offices = new Map<string, LocalEntity>()
  const holders = new Map<string, { entity: LocalEntity; start: number }[]>()
  for (const claim of document.claims) {
    if (claim.relation !== 'holds-position' || claim.polarity === 'negative') continue
    const person = entityOf.get(claim.subject)
    const role = document.mentions.find((m) => m.id === claim.object)
    if (person?.type !== 'Person' || role?.type !== 'Role') continue
    const head = role.head.lemma.toLowerCase()
    append(holders, head, { entity: person, start: claim.start })
    if (!isBareRole(role)) person.roles.add(officeKey(role.text))
  }
  for (const mention of document.mentions) {
    if (mention.type !== 'Role' || mention.kind === 'pronoun' || entityOf.has(mention.id)) continue
    const claims = usage.get(mention.id) ?? []
    const people = new Set((holders.get(mention.head.lemma.toLowerCase()) ?? []).map((h) => h.entity))
    const holder = people.size === 1 ? [...people][0] : undefined
    if (holder && !isOfficeReading(mention, claims, quoteOf(mention))) {
      attach(holder, mention)
      continue
    }
    const key = officeKey(mention.text)
    const office = offices.get(key)
    if (office) attach(office, mention)
    else
      offices.set(
        key,
        create(mention, 'Role', mention.kind === 'named' ? [nameWords(withoutArticle(mention.text))] : []),
      )
  }

  // Descriptions: "the federation" is the one name that ends in its head; the same definite words are the same thing.
  const described = new Map<string, LocalEntity>()
  for (const mention of document.mentions) {
    if (entityOf.has(mention.id) || (mention.kind !== 'nominal' && mention.kind !== 'value')) continue
    const words = withoutArticle(mention.text)
    if (mention.definite && mention.number === 'singular' && !/\s/.test(words)) {
      const named = entities.filter(
        (e) =>
          e.named &&
          e.type !== 'Person' &&
          e.type !== 'Role' &&
          e.names.some((n) => n.length > 1 && n.at(-1)!.toLowerCase() === words.toLowerCase()),
      )
      if (named.length === 1) {
        attach(named[0]!, mention)
        continue
      }
    }
    const key = `${mention.kind} ${nameKey([words])}`
    const earlier = mention.kind === 'value' || mention.definite ? described.get(key) : undefined
    if (earlier) attach(earlier, mention)
    else described.set(key, create(mention, mention.type ?? 'Thing', []))
  }
  joinNamed(document, entityOf, absorb)
  resolvePronouns(document, entityOf, attach)
  return { claims: document, entities, entityOf }
}

/** The type most mentions have, a person as soon as one has a title. */
function majorityType(mentions: readonly Mention[]): string {
  if (mentions.some((m) => (m.titles?.length ?? 0) > 0)) return 'Person'
  const votes = new Map<string, number>()
  for (const mention of mentions)
    if (mention.type) votes.set(mention.type, (votes.get(mention.type) ?? 0) + 1)
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'Thing'
}

type Absorb = (into: LocalEntity, from: LocalEntity) => void

/** "Independent Office for Police Conduct (IOPC)" and every later "IOPC". */
function joinAcronyms(
  document: DocumentClaims,
  entityOf: ReadonlyMap<string, LocalEntity>,
  absorb: Absorb,
): void {
  for (const mention of document.mentions) {
    const long = mention.sameAs && entityOf.get(mention.sameAs)
    const short = entityOf.get(mention.id)
    if (long && short) absorb(long, short)
  }
}

/** "Dick" and "Dame Cressida" are the one person of the document with that surname or that first name. */
function joinPersonNames(entities: LocalEntity[], absorb: Absorb): void {
  const full = entities.filter((e) => e.type === 'Person' && e.names.some((n) => n.length > 1))
  for (const entity of [...entities]) {
    const words = entity.names[0]
    if (words?.length !== 1 || full.includes(entity)) continue
    const word = nameKey(words)
    const surname = full.filter((f) => f.names.some((n) => nameKey([n.at(-1)!]) === word))
    const first = full.filter((f) => f.names.some((n) => nameKey([n[0]!]) === word))
    const candidates = surname.length > 0 ? surname : entity.type === 'Person' ? first : []
    const target = candidates.length === 1 ? candidates[0]! : undefined
    if (!target || (entity.gender && target.gender && entity.gender !== target.gender)) continue
    if (entity.type === 'Person' || surname.length > 0) absorb(target, entity)
  }
}

/** "Met Police", "the Met" and "Metropolitan Police", where only one name of the document fits. */
function joinShortForms(entities: LocalEntity[], absorb: Absorb): void {
  for (const entity of [...entities].sort((a, b) => (a.names[0]?.length ?? 0) - (b.names[0]?.length ?? 0))) {
    if (!entity.named || entity.type === 'Person' || entity.type === 'Role' || entity.type === 'Place')
      continue
    const targets = entities.filter(
      (e) =>
        e !== entity &&
        e.named &&
        (e.type === entity.type || entity.type === 'Thing') &&
        entity.names.some((short) => e.names.some((long) => isShortForm(short, long))),
    )
    if (targets.length === 1) absorb(targets[0]!, entity)
  }
}

/** "the inquiry, called Operation Lantern": the description is the thing named. */
function joinNamed(
  document: DocumentClaims,
  entityOf: ReadonlyMap<string, LocalEntity>,
  absorb: Absorb,
): void {
  for (const claim of document.claims) {
    if (claim.relation !== 'named' || claim.polarity === 'negative') continue
    const described = entityOf.get(claim.subject)
    const name = document.mentions.find(
      (m) => m.kind === 'named' && m.start === claim.objectSpan.start && m.end === claim.objectSpan.end,
    )
    const named = name && entityOf.get(name.id)
    if (described && named && !described.named) absorb(named, described)
  }
}

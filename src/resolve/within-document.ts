import type { DocumentClaims, Ranker, Schema } from '../model/index.ts'
import type { ConstraintIndex } from './constraints.ts'
import type { LocalEntity, LocalResolution, PlacedOffice } from './local-entity.ts'
import { mentionChains } from './mention-chains.ts'
import { nameKey, nameWords, withoutArticle } from './name-form.ts'
import { isBareRole, officeKey, placedOffice } from './offices.ts'
import type { LinkedClaims, ResolvableClaims, ResolvableMention } from './resolvable-claims.ts'
import { findLinks, mentionLinks } from './within/find-links.ts'

/** What the mentions of a document are resolved with. */
export interface WithinOptions {
  readonly constraints?: ConstraintIndex
  /** What is known already of documents, by id. */
  readonly known?: ReadonlyMap<string, LocalResolution>
}

const noNames: readonly string[][] = []
const noRoles: ReadonlySet<string> = new Set()
const noOffices: readonly PlacedOffice[] = []

/** Links that are less sure stay out of the graph: a wrong merge is worse than a missed one. */
const least = 0.7

/** Claims with the links between their mentions that are sure enough, worked out unless they are there. */
export const linkedClaims = (document: DocumentClaims, schema: Schema, ranker?: Ranker): LinkedClaims => ({
  ...document,
  links: document.links ?? mentionLinks(findLinks(document, schema, ranker ? { ranker } : {}), least),
})

/**
 * Resolves the mentions of one document into entities by the links that are sure enough. Values are the
 * same where their words are; a pronoun whose chain holds nothing else refers to no entity.
 */
export function resolveWithinDocument(
  document: ResolvableClaims,
  schema: Schema,
  { constraints, known }: WithinOptions = {},
): LocalResolution {
  const done = known?.get(document.document)
  if (done) return done
  const { mentions } = document
  const { chains, links } = mentionChains(document, constraints)
  const titleNames = [...schema.titles.keys()]
  const entities: LocalEntity[] = []
  const entityOf = new Map<string, LocalEntity>()
  for (const chain of chains) {
    if (chain.every((m) => m.kind === 'pronoun')) continue
    const whole = entityFrom(document, chain, titleNames)
    // "She" is whoever holds the office, never the office.
    const entity =
      whole.type === 'Role' ? { ...whole, mentions: chain.filter((m) => m.kind !== 'pronoun') } : whole
    entities.push(entity)
    for (const mention of entity.mentions) entityOf.set(mention.id, entity)
  }
  const byId = new Map(mentions.map((mention) => [mention.id, mention]))
  joinSpeakers(document, byId, entityOf)
  for (const claim of document.claims) {
    if (claim.relation !== 'holds-position' || claim.polarity === 'negative') continue
    const person = entityOf.get(claim.subject)
    const role = byId.get(claim.object)
    if (person?.type !== 'Person' || role?.type !== 'Role' || isBareRole(role)) continue
    person.roles = new Set(person.roles).add(officeKey(role.text))
    const office = placedOffice(role, document.date)
    if (office) person.offices = [...person.offices, office]
  }
  return { claims: document, entities, entityOf, links }
}

/**
 * "The federation declared it has no faith": "it" below a body's own words, and nothing else known of it, is
 * that body.
 */
function joinSpeakers(
  { claims }: ResolvableClaims,
  byId: ReadonlyMap<string, ResolvableMention>,
  entityOf: Map<string, LocalEntity>,
): void {
  for (const { subject, speakers } of claims) {
    const pronoun = byId.get(subject)
    const speaker = entityOf.get(speakers.at(-1) ?? '')
    if (pronoun?.kind !== 'pronoun' || entityOf.has(subject) || !/^it$/i.test(pronoun.text)) continue
    if (speaker?.type !== 'Organization' || !speaker.named) continue
    speaker.mentions.push(pronoun)
    entityOf.set(subject, speaker)
  }
}

function entityFrom(
  { document, date }: ResolvableClaims,
  chain: readonly ResolvableMention[],
  titleNames: readonly string[],
): LocalEntity {
  const names = new Map<string, string[]>()
  const named = chain.filter((m) => m.kind === 'named' && m.repeats === undefined)
  const proper = named.filter((m) => m.type !== 'Role')
  const offices = named.filter((m) => m.type === 'Role')
  const nominal = chain.filter((m) => m.kind !== 'named')
  const type = typeOf(proper.length > 0 ? proper : offices.length > 0 ? offices : nominal)
  for (const mention of proper.length > 0 ? proper : offices) {
    const words =
      proper.length > 0 ? nameWords(mention.text, titleNames) : nameWords(withoutArticle(mention.text))
    const key = nameKey(words)
    if (key && !names.has(key)) names.set(key, words)
  }
  const gender = [proper, chain]
    .flatMap((mentions) => mentions.map((m) => m.gender))
    .find((g) => g === 'feminine' || g === 'masculine')
  return {
    document,
    type,
    named: names.size > 0,
    mentions: [...chain],
    names: names.size === 0 ? noNames : [...names.values()],
    roles: noRoles,
    offices: noOffices,
    ...(date === undefined ? {} : { date }),
    ...(gender && type === 'Person' ? { gender } : {}),
  }
}

/** The type most mentions have, a person as soon as one has a title. */
function typeOf(mentions: readonly ResolvableMention[]): string {
  if (mentions.some((m) => (m.titles?.length ?? 0) > 0)) return 'Person'
  const votes = new Map<string, number>()
  for (const mention of mentions)
    if (mention.type) votes.set(mention.type, (votes.get(mention.type) ?? 0) + 1)
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'Thing'
}

import type { DocumentClaims, MentionLink, Ranker, Schema } from '../../model/index.ts'
import { type Chains, makeChains } from './chains.ts'
import { joinDescriptions } from './description-sieve.ts'
import { joinEvents } from './event-sieve.ts'
import { joinKinds } from './kind-sieve.ts'
import type { Join, PhraseLink } from './link.ts'
import { joinNames } from './name-sieve.ts'
import { type Phrase, phrasesOf } from './phrase.ts'
import { joinPronouns } from './pronoun-sieve.ts'
import { joinRanked } from './rank-sieve.ts'
import { joinRoles } from './role-sieve.ts'
import { joinSpeakers } from './speaker-sieve.ts'

/** The phrases of a document and every link found between them, in the order of the sieves. */
export interface Linking {
  readonly phrases: readonly Phrase[]
  readonly links: readonly PhraseLink[]
}

/** What links are found with. */
export interface LinkOptions {
  /** The learnt model for pronouns and descriptions; without it they go by rules. */
  readonly ranker?: Ranker
  /** How many times likelier "stands for nothing" must be to leave a phrase alone: 1 unless said otherwise. */
  readonly boldness?: number
  /** Who speaks outside quotations, if known. */
  readonly turnOf?: (phrase: Phrase) => string
}

/** Where the sure rules leave a document: what is left is for the ranker. */
export interface Start extends Linking {
  readonly chains: Chains
  /** Roles that are held by somebody or meant as an office. */
  readonly settled: ReadonlySet<Phrase>
  readonly join: Join
}

/** Applies the sure rules: names, speakers, roles, kinds of bodies and events. Each builds on the chains of those before. */
export function startLinks(
  document: DocumentClaims,
  schema: Schema,
  turnOf: (phrase: Phrase) => string = () => '',
): Start {
  const phrases = phrasesOf(document, schema)
  const chains = makeChains(phrases)
  const links: PhraseLink[] = []
  const join: Join = (phrase, antecedent, sieve, confidence) => {
    links.push({ phrase, antecedent, sieve, confidence })
    // An office is one thing, but "the mayor" here and there need not be the same person.
    if (sieve !== 'office') chains.join(phrase, antecedent)
  }
  joinNames(
    phrases.filter((p) => p.kind === 'name' && p.mention?.type !== 'Role'),
    chains,
    kindNouns(schema),
    join,
  )
  joinSpeakers(phrases, document, chains.find, turnOf, join)
  const settled = joinRoles(phrases, document, chains, join)
  joinKinds(phrases, document, chains, join)
  joinEvents(phrases, chains, join)
  return { phrases, links, chains, settled, join }
}

/**
 * Finds what refers to the same thing within a document: precise rules first (Raghunathan et al. 2010),
 * then pronouns and descriptions.
 */
export function findLinks(
  document: DocumentClaims,
  schema: Schema,
  { ranker, boldness = 1, turnOf }: LinkOptions = {},
): Linking {
  const { phrases, links, chains, settled, join } = startLinks(document, schema, turnOf)
  if (ranker) joinRanked(phrases, chains, settled, ranker, boldness, join)
  else {
    joinDescriptions(
      phrases.filter((p) => !settled.has(p)),
      chains,
      join,
    )
    joinPronouns(phrases, chains, join)
  }
  return { phrases, links }
}

/** The links between mentions that are at least as sure as asked. */
export function mentionLinks({ links }: Linking, least: number): MentionLink[] {
  return links.flatMap(({ phrase, antecedent, sieve, confidence }) =>
    phrase.mention && antecedent.mention && confidence >= least
      ? [{ mention: phrase.mention.id, antecedent: antecedent.mention.id, sieve, confidence }]
      : [],
  )
}

const kindsOf = new WeakMap<Schema, ReadonlySet<string>>()

/** Nouns that tell what sort of thing a name is of, people and offices apart. */
function kindNouns(schema: Schema): ReadonlySet<string> {
  let kinds = kindsOf.get(schema)
  if (!kinds) {
    const types = [...schema.types.values()].filter(({ name }) => !/^(Person|Group|Role)$/.test(name))
    kinds = new Set(types.flatMap(({ heads }) => heads))
    kindsOf.set(schema, kinds)
  }
  return kinds
}

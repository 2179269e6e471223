import type { DocumentClaims, Schema } from '../../model/index.ts'
import { makeChains } from './chains.ts'
import { joinDescriptions } from './description-sieve.ts'
import { joinKinds } from './kind-sieve.ts'
import type { Join, Link, PhraseLink } from './link.ts'
import { joinNames } from './name-sieve.ts'
import { type Phrase, phrasesOf } from './phrase.ts'
import { joinPronouns } from './pronoun-sieve.ts'
import { joinRoles } from './role-sieve.ts'
import { joinSpeakers } from './speaker-sieve.ts'

/** The phrases of a document and every link found between them, in the order of the sieves. */
export interface Linking {
  readonly phrases: readonly Phrase[]
  readonly links: readonly PhraseLink[]
}

/**
 * Finds what refers to the same thing within a document: precise rules first, each building on the chains
 * of those before (Raghunathan et al. 2010). `turnOf` tells who speaks outside quotations, if known.
 */
export function findLinks(
  document: DocumentClaims,
  schema: Schema,
  turnOf: (phrase: Phrase) => string = () => '',
): Linking {
  const phrases = phrasesOf(document, schema)
  const chains = makeChains(phrases)
  const links: PhraseLink[] = []
  const join: Join = (phrase, antecedent, sieve, confidence) => {
    links.push({ phrase, antecedent, sieve, confidence })
    chains.join(phrase, antecedent)
  }
  joinNames(
    phrases.filter((p) => p.kind === 'name' && p.mention?.type !== 'Role'),
    chains,
    join,
  )
  joinSpeakers(phrases, document, chains.find, turnOf, join)
  const offices = joinRoles(phrases, document, chains, join)
  joinKinds(phrases, document, chains, join)
  joinDescriptions(
    phrases.filter((p) => !offices.has(p)),
    chains,
    join,
  )
  joinPronouns(phrases, chains, join)
  return { phrases, links }
}

/** The links between mentions that are at least as sure as asked. */
export function mentionLinks({ links }: Linking, least: number): Link[] {
  return links.flatMap(({ phrase, antecedent, sieve, confidence }) =>
    phrase.mention && antecedent.mention && confidence >= least
      ? [{ mention: phrase.mention.id, antecedent: antecedent.mention.id, sieve, confidence }]
      : [],
  )
}

import type { DocumentClaims } from '../../model/index.ts'
import { append } from '../append.ts'
import { claimsByMention, isOfficeReading, officeKey } from '../offices.ts'
import type { Chains } from './chains.ts'
import type { Join } from './link.ts'
import type { Phrase } from './phrase.ts'

/**
 * Joins a role with the one person of the document who holds an office of that name ("the mayor"), unless
 * the office itself is meant; all others of one wording with each other. Gives the phrases that are settled
 * by this: held by somebody, or meant as an office.
 */
export function joinRoles(
  phrases: readonly Phrase[],
  document: DocumentClaims,
  chains: Chains,
  join: Join,
): Set<Phrase> {
  const settled = new Set<Phrase>()
  const byId = new Map(phrases.flatMap((p) => (p.mention ? [[p.mention.id, p] as const] : [])))
  const holders = new Map<string, Phrase[]>()
  for (const claim of document.claims) {
    if (claim.relation !== 'holds-position' || claim.polarity === 'negative') continue
    const person = byId.get(claim.subject)
    const role = byId.get(claim.object)
    if (person?.mention?.type === 'Person' && role?.mention?.type === 'Role')
      append(holders, role.mention.head.lemma.toLowerCase(), person)
  }
  const usage = claimsByMention(document)
  const offices = new Map<string, Phrase>()
  for (const phrase of phrases) {
    const { mention } = phrase
    if (mention?.type !== 'Role' || phrase.kind === 'pronoun') continue
    const claims = usage.get(mention.id) ?? []
    const quote = claims.find((c) => c.relation === 'appointed-by')?.quote ?? ''
    const office = isOfficeReading(mention, claims, quote)
    const people = holders.get(mention.head.lemma.toLowerCase()) ?? []
    const holder = new Set(people.map(chains.find)).size === 1 ? people[0] : undefined
    if (office || holder) settled.add(phrase)
    if (holder && !office) {
      join(phrase, people.findLast((p) => p.index < phrase.index) ?? holder, 'holder', 0.9)
      continue
    }
    const key = officeKey(mention.text)
    const earlier = offices.get(key)
    if (earlier) join(phrase, earlier, 'office', 0.9)
    else offices.set(key, phrase)
  }
  return settled
}

import type { Claim, DocumentClaims, Mention } from '../model/index.ts'
import { officeRelations } from '../schema/office-relations.ts'
import { append } from './append.ts'
import type { PlacedOffice } from './local-entity.ts'
import { stems } from './name-form.ts'
import type { ResolvableMention } from './resolvable-claims.ts'

const other = /\b(next|new|future|former|previous|first|acting|another|any|every|each|interim|incoming|ex)\b/i

/** The words that tell an office from others: its head and what modifies it, whatever their order. */
export const officeKey = (text: string): string =>
  stems(text.replace(/^(the|a|an|her|his|its|their)\s+/i, '')).join(' ')

/** Offices of which a place has one and nobody holds two. */
const onePerPlace =
  /^(mayor|mayoress|governor|bishop|archbishop|sheriff|harbourmaster|rector|headteacher|headmaster|headmistress|dean)$/
const past = /\b(former|previous|ex|late|next|future|deputy|vice|acting|designate|elect)\b/i

/** The office and its place, where nobody can hold two of its kind at once: "mayor of Varnholm". */
export function placedOffice(
  { head, text }: ResolvableMention,
  date: string | undefined,
): PlacedOffice | undefined {
  const lemma = head.lemma.toLowerCase()
  if (!onePerPlace.test(lemma) || past.test(text)) return undefined
  const of = stems(text).filter((stem) => !stem.startsWith(lemma.slice(0, 8)))
  return of.length === 0 ? undefined : { head: lemma, of, ...(date === undefined ? {} : { date }) }
}

/** "the mayor": only the head word, so it is somebody's office by what was said before. */
export const isBareRole = (mention: Pick<Mention, 'text'>): boolean => stems(mention.text).length === 1

/**
 * Whether a role is meant as the office and not the person who holds it: in the place of an office ("left
 * her post as commissioner"), without an article, with a word that points to another holder ("the next
 * commissioner"), or in a general statement ("the commissioner is appointed by the home secretary").
 */
export function isOfficeReading(mention: Mention, claims: readonly Claim[], quote: string): boolean {
  if (!mention.definite || /^(her|his|its|their|a|an)\b/i.test(mention.text)) return true
  if (other.test(mention.text)) return true
  for (const claim of claims) {
    if (claim.object === mention.id && officeRelations.has(claim.relation)) return true
    if ((claim.subject === mention.id || claim.object === mention.id) && claim.relation === 'appointed-by') {
      const words = quote.slice(
        Math.max(0, claim.relationSpan.start - claim.start - 12),
        claim.relationSpan.end - claim.start,
      )
      if (/\b(is|are)\s+(\w+ly\s+)?\w+$/.test(words) || /s$/.test(words)) return true
    }
  }
  return false
}

/** Which mentions of a document are in the place of an office in some claim, by mention id. */
export function claimsByMention(document: DocumentClaims): Map<string, Claim[]> {
  const found = new Map<string, Claim[]>()
  for (const claim of document.claims)
    for (const id of new Set([claim.subject, claim.object])) append(found, id, claim)
  return found
}

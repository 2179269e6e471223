import { type Chains, countBefore, nested, type Traits } from './chains.ts'
import type { Phrase } from './phrase.ts'

/** A phrase that a pronoun may stand for, and how much it stands out. */
export interface Candidate {
  readonly phrase: Phrase
  readonly score: number
}

const reach = 3
/** No phrase is weighed against more than these nearest ones: a text of one endless list stays linear. */
export const mostCandidates = 60
const weights = {
  sentence: 10,
  subject: 14,
  object: 6,
  named: 6,
  repeated: 3,
  parallel: 5,
  inside: -6,
  possessor: -4,
  sameSentence: 3,
  person: 8,
  characters: 0.027,
  otherQuotation: -5,
  fronted: 10,
}
const core = /^(nsubj|obj|iobj|obl)/

/** Whether what a chain is known to be allows a pronoun to stand for it. */
function fits(pronoun: Phrase, { genders, numbers, animacies }: Traits): boolean {
  const { gender } = pronoun.pronoun!
  if (gender === 'feminine' || gender === 'masculine') {
    if (genders.size > 0 && !genders.has(gender)) return false
    if (numbers.has('plural') && !numbers.has('singular')) return false
    return animacies.size === 0 || animacies.has('person')
  }
  const singular = !numbers.has('plural')
  if (gender === 'neuter') {
    if (genders.size > 0 || (numbers.size > 0 && !numbers.has('singular'))) return false
    return !animacies.has('person') || animacies.has('thing') || animacies.has('group')
  }
  return !(genders.size > 0 && singular)
}

/** Two arguments of one predicate are two things, unless one is reflexive. */
function bound(pronoun: Phrase, other: Phrase): boolean {
  if (pronoun.sentence !== other.sentence || pronoun.governor < 0) return false
  const { reflexive, possessive } = pronoun.pronoun!
  if (reflexive || possessive) return false
  return pronoun.governor === other.governor && core.test(pronoun.role) && core.test(other.role)
}

/** The subject that follows a fronted phrase with the pronoun in it: "In his list, Ruth Amsel named". */
const isFrontedSubject = (pronoun: Phrase, other: Phrase): boolean =>
  other.sentence === pronoun.sentence &&
  other.role.startsWith('nsubj') &&
  other.governor === pronoun.mention?.fronted &&
  other.kind !== 'pronoun' &&
  other.kind !== 'coordination' &&
  pronoun.gender !== 'neuter'

/** Words for how many of several. */
const quantity =
  /^(some|many|most|all|none|few|several|each|both|half|one|two|three|four|five|any|neither|either|\d+)$/

/** "Some of them" are some of several, never of one body. */
const partOf = ({ role, mention, pronoun }: Phrase): boolean =>
  pronoun?.number === 'plural' &&
  role.startsWith('nmod') &&
  !pronoun.possessive &&
  quantity.test(mention?.governor?.lemma ?? '')

/** Whether a pronoun may stand for a phrase at all: number, gender, kind, place. */
function allows(pronoun: Phrase, other: Phrase, chains: Chains): boolean {
  if (other.title || (other.pronoun && other.pronoun.person !== 3)) return false
  if (nested(other, pronoun) || bound(pronoun, other)) return false
  const fronted = other.index > pronoun.index
  if (
    fronted
      ? !isFrontedSubject(pronoun, other)
      : other.sentence === pronoun.sentence && other.end > pronoun.start
  )
    return false
  const traits = chains.traits(other)
  if (traits.numbers.size > 0 && !traits.numbers.has('plural') && partOf(pronoun)) return false
  return fits(pronoun, traits)
}

/**
 * What a third-person pronoun may stand for, nearest first: phrases of the same and the three sentences
 * before, then the subject after a fronted phrase.
 */
export function pronounCandidates(pronoun: Phrase, phrases: readonly Phrase[], chains: Chains): Phrase[] {
  const found: Phrase[] = []
  for (let i = pronoun.index - 1; i >= 0 && found.length < mostCandidates; i--) {
    const other = phrases[i]!
    if (pronoun.sentence - other.sentence > reach) break
    if (allows(pronoun, other, chains)) found.push(other)
  }
  for (let i = pronoun.index + 1; i < phrases.length; i++) {
    const other = phrases[i]!
    if (other.sentence > pronoun.sentence) break
    if (allows(pronoun, other, chains)) found.push(other)
  }
  return found
}

/**
 * What a third-person pronoun may stand for, most salient first: phrases of the same and the three sentences
 * before, and the subject after a fronted phrase (after Lappin & Leass 1994; weights tuned).
 */
export function candidatesFor(pronoun: Phrase, phrases: readonly Phrase[], chains: Chains): Candidate[] {
  return pronounCandidates(pronoun, phrases, chains)
    .map((phrase) => ({
      phrase,
      score: scoreOf(pronoun, phrase, chains.traits(phrase), phrase.index > pronoun.index),
    }))
    .sort((a, b) => b.score - a.score || b.phrase.index - a.phrase.index)

  function scoreOf(pronoun: Phrase, other: Phrase, traits: Traits, fronted: boolean): number {
    const w = weights
    const { gender, number, possessive, reflexive } = pronoun.pronoun!
    const distance = pronoun.sentence - other.sentence
    let score = 100 - w.sentence * distance
    if (/^[nc]subj/.test(other.role)) score += w.subject
    else if (/^i?obj/.test(other.role)) score += w.object
    if (other.kind === 'name' || other.kind === 'pronoun') score += w.named
    if (other.role === 'nmod:poss') score += w.inside + (possessive ? 2 : w.possessor)
    else if (other.role.startsWith('nmod')) score += w.inside
    const before = countBefore(chains.of(other), pronoun.index)
    score += w.repeated * Math.min(5, before - 1)
    if (distance > 0 && other.role === pronoun.role) score += w.parallel
    if (distance === 0) score += reflexive ? 20 : w.sameSentence
    if (gender === 'feminine' || gender === 'masculine') {
      if (traits.genders.has(gender)) score += w.person
      else if (traits.animacies.has('person')) score += w.person / 2
      else if (other.kind !== 'name') score -= 15
    } else if (number === 'plural') {
      if (traits.numbers.has('plural')) score += 10
      else if (!traits.animacies.has('group')) score -= 25
      if (traits.animacies.has('person')) score += 5
    }
    const determiner = other.mention?.determiner
    if (determiner === 'definite' || determiner === 'demonstrative') score += 2
    if (other.kind === 'nominal' && !determiner && gender === 'neuter') score -= 5
    if (other.quotation !== pronoun.quotation) score += w.otherQuotation
    score -= w.characters * Math.min(330, Math.abs(pronoun.head - other.head))
    return fronted ? score + w.fronted : score
  }
}

import type { DocumentClaims, Mention } from '../model/index.ts'
import { append } from './append.ts'
import type { LocalEntity } from './local-entity.ts'

const firstPerson = new Set('i me my mine myself'.split(' '))
const reach = 3

interface Candidate {
  readonly entity: LocalEntity
  readonly mention: Mention
}

const isSubject = (mention: Mention): boolean => mention.role?.startsWith('nsubj') ?? false

/**
 * Resolves pronouns in text order. "I" in a quotation is its speaker; "he" and "she" are the most salient
 * person before them that fits, subjects first (Lappin & Leass 1994, much reduced); "it" only an
 * organisation that is the subject of the same sentence. All others stay open: no guess is better than a
 * wrong one.
 */
export function resolvePronouns(
  document: DocumentClaims,
  entityOf: ReadonlyMap<string, LocalEntity>,
  attach: (entity: LocalEntity, mention: Mention) => void,
): void {
  const before: Candidate[] = []
  const opposed = oppositions(document)
  for (const mention of document.mentions) {
    const known = entityOf.get(mention.id)
    if (known) {
      before.push({ entity: known, mention })
      continue
    }
    if (mention.kind !== 'pronoun') continue
    const quotation = document.quotations.find((q) => q.start <= mention.start && mention.end <= q.end)
    const speaker = quotation?.speaker ? entityOf.get(quotation.speaker) : undefined
    let found: LocalEntity | undefined
    if (firstPerson.has(mention.text.toLowerCase())) found = speaker
    else if (mention.gender === 'feminine' || mention.gender === 'masculine')
      found = person(mention, before, speaker, opposed, entityOf)
    else if (mention.gender === 'neuter') found = organisation(mention, before)
    if (!found) continue
    attach(found, mention)
    if (!found.gender && (mention.gender === 'feminine' || mention.gender === 'masculine'))
      found.gender = mention.gender
    before.push({ entity: found, mention })
  }
}

/** Pairs of mentions that are two arguments of one claim, so not the same thing. */
function oppositions(document: DocumentClaims): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { subject, object } of document.claims) {
    append(found, subject, object)
    append(found, object, subject)
  }
  return found
}

function person(
  pronoun: Mention,
  before: readonly Candidate[],
  speaker: LocalEntity | undefined,
  opposed: ReadonlyMap<string, readonly string[]>,
  entityOf: ReadonlyMap<string, LocalEntity>,
): LocalEntity | undefined {
  const barred = new Set((opposed.get(pronoun.id) ?? []).map((id) => entityOf.get(id)))
  const scores = new Map<LocalEntity, number>()
  for (const { entity, mention } of before) {
    const distance = pronoun.sentence - mention.sentence
    if (entity.type !== 'Person' || !entity.named || distance > reach || distance < 0) continue
    if (entity === speaker || barred.has(entity)) continue
    if (entity.gender && entity.gender !== pronoun.gender) continue
    const weight =
      (isSubject(mention) ? 3 : 1) * 0.5 ** distance + (entity.gender === pronoun.gender ? 0.5 : 0)
    scores.set(entity, Math.max(scores.get(entity) ?? 0, weight) + 0.01)
  }
  const [best, next] = [...scores].sort((a, b) => b[1] - a[1])
  if (!best || (next && best[1] - next[1] < 0.2)) return undefined
  return best[0]
}

function organisation(pronoun: Mention, before: readonly Candidate[]): LocalEntity | undefined {
  const subjects = before.filter(({ mention }) => mention.sentence === pronoun.sentence && isSubject(mention))
  const only = new Set(subjects.map((s) => s.entity))
  const [entity] = only
  return only.size === 1 && entity && entity.named && entity.type === 'Organization' ? entity : undefined
}

import { type Claim, modalities, timesMeet } from '../../model/index.ts'
import { append } from '../append.ts'
import { daysBetween } from '../days-between.ts'
import type { LocalEntity, LocalResolution } from '../local-entity.ts'
import { withoutOpening } from '../name-form.ts'
import type { Clusters } from './clusters.ts'
import { countOf } from './counted-groups.ts'

/** The implied claims that other documents bear out, by the document they stand in. */
export type Settled = ReadonlyMap<LocalResolution, readonly Claim[]>

/** A counted group that is done something to: who does it, as a cluster, and where that is said. */
interface Telling {
  readonly local: LocalResolution
  readonly claim: Claim
  readonly agent: number
  readonly group: number
}

/** Words at a number that make it another group, a part of one, or no number to go by. */
const unlike =
  /\b(no|another|other|others|further|additional|more|less|fewer|least|most|up|over|under|above|below|remaining|first|last|next)\b/i

/** Documents of one week tell of one thing, unless their times say otherwise. */
const week = 7

/**
 * "Some 14 pilots were questioned" after a sentence about the Board, and elsewhere "the Board questioned 14 harbour
 * pilots": takes the first for further evidence of the second. Relation, head and count of the group must agree, and
 * nothing may speak against it: of all that this document mentions only the one candidate is told to have done it,
 * the document itself does not say who did, times do not differ, and the full sentence is put forward no weaker than
 * this one. The two groups become one.
 */
export function settleImplied(clusters: Clusters, locals: readonly LocalResolution[]): Settled {
  const wanted = new Set<string>()
  for (const { claims, entityOf } of locals)
    for (const claim of claims.implied ?? []) {
      const key = keyOf(claim, entityOf)
      if (key !== undefined) wanted.add(key)
    }
  const settled = new Map<LocalResolution, Claim[]>()
  if (wanted.size === 0) return settled
  const tellings = findTellings(clusters, locals, wanted)
  for (const local of locals)
    for (const claim of local.claims.implied ?? []) {
      const telling = tellingOf(clusters, local, claim, tellings)
      if (!telling) continue
      const group = clusters.numberOf(local.entityOf.get(claim.object)!)
      if (clusters.join(telling.group, group, { rule: 'implied subject', score: 0.75 }))
        append(settled, local, claim)
    }
  return settled
}

/** What must be the same of two claims: the relation, and head and count of the group it is done to. */
function keyOf(
  { object, relation, open, polarity }: Claim,
  entityOf: ReadonlyMap<string, LocalEntity>,
): string | undefined {
  const group = entityOf.get(object)
  const counted = group && countOf(group)
  return counted === undefined ? undefined : `${counted} ${relation} ${open} ${polarity}`
}

function findTellings(
  clusters: Clusters,
  locals: readonly LocalResolution[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, readonly Telling[]> {
  const found = new Map<string, Telling[]>()
  for (const local of locals)
    for (const claim of local.claims.claims) {
      const key = keyOf(claim, local.entityOf)
      const by = key !== undefined && wanted.has(key) ? local.entityOf.get(claim.subject) : undefined
      if (!by?.named) continue
      const group = clusters.numberOf(local.entityOf.get(claim.object)!)
      append(found, key!, { local, claim, agent: clusters.find(clusters.numberOf(by)), group })
    }
  return found
}

/** What another document says that an implied claim is evidence of; undefined unless all agrees. */
function tellingOf(
  clusters: Clusters,
  local: LocalResolution,
  claim: Claim,
  tellings: ReadonlyMap<string, readonly Telling[]>,
): Telling | undefined {
  const { entities, entityOf, claims } = local
  const told = tellings.get(keyOf(claim, entityOf) ?? '') ?? []
  const candidate = entityOf.get(claim.subject)
  // A report is nothing without those who make it.
  if (told.length === 0 || !candidate || !claim.speakers.every((id) => entityOf.has(id))) return undefined
  if (!isExact(claim)) return undefined
  const agent = clusters.find(clusters.numberOf(candidate))
  const mentioned = new Set(entities.map((entity) => clusters.find(clusters.numberOf(entity))))
  for (const other of told)
    if (other.local === local || (other.agent !== agent && mentioned.has(other.agent))) return undefined
  return told.find(
    (other) =>
      other.agent === agent &&
      isExact(other.claim) &&
      isLikewise(other.claim, claim) &&
      modalities.indexOf(other.claim.modality) >= modalities.indexOf(claim.modality) &&
      (timesMeet(other.claim.times, claim.times) ??
        (daysBetween(other.local.claims.date, claims.date) ?? 0) <= week),
  )
}

const groupText = ({ quote, start, objectSpan }: Claim): string =>
  quote.slice(objectSpan.start - start, objectSpan.end - start)

/** Whether a claim gives the plain number of its object. */
function isExact(claim: Claim): boolean {
  const before = claim.quote.slice(0, claim.objectSpan.start - claim.start).match(/(?:\S+\s+){0,2}$/)?.[0]
  return !unlike.test(`${before ?? ''}${groupText(claim)}`)
}

/** Whether one says nothing of the group that the other does not: "14 pilots", "14 harbour pilots". */
function isLikewise(a: Claim, b: Claim): boolean {
  const [few, many] = [a, b]
    .map((claim) => withoutOpening(groupText(claim)).toLowerCase().split(/\s+/).slice(1))
    .sort((x, y) => x.length - y.length)
  return few!.every((word) => many!.includes(word))
}

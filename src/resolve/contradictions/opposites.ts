import { type Contradiction, type Evidence, type Relation, timeRange, timesMeet } from '../../model/index.ts'
import { type Disputed, isFact } from './dispute.ts'

/** Contradictions of polarity, and intentions that a later event has overtaken: edge by edge. */
export interface Opposites {
  readonly contradictions: readonly Contradiction[]
  readonly superseded: ReadonlyMap<string, string>
}

const sameSpeakers = (a: Evidence, b: Evidence): boolean => a.speakers.join(' ') === b.speakers.join(' ')

/** Whether one row says what the other denies, of the same time and in the same way. */
function exclude(yes: Evidence, no: Evidence): boolean {
  if (yes.modality === 'conditional' || no.modality === 'conditional') return false
  // What is meant to come and what has come do not exclude each other: see isOvertaken.
  if ((yes.modality === 'future') !== (no.modality === 'future')) return false
  // Two people may think differently of one thing.
  if ((yes.modality === 'opinion' || no.modality === 'opinion') && !sameSpeakers(yes, no)) return false
  // Within a sentence "did not" often belongs to another reading of the same words.
  if (yes.document === no.document && yes.start === no.start && sameSpeakers(yes, no)) return false
  return timesMeet(yes.times, no.times) !== false
}

/** Whether an event came after somebody meant the opposite: by the dates of the documents, or in one document. */
function isOvertaken(intention: Evidence, event: Evidence, { dateOf }: Disputed): boolean {
  if (!isFact(event) || event.modality === 'alleged') return false
  const meant = dateOf(intention.document)
  const told = dateOf(event.document)
  if (intention.document !== event.document && (meant === undefined || told === undefined || told < meant))
    return false
  return (
    meant === undefined || event.times.length === 0 || event.times.some((time) => timeRange(time).to >= meant)
  )
}

/**
 * What is said and denied of the same two entities. A future opposed by an event that came later is no
 * contradiction; where all of its evidence is of that kind it is superseded.
 */
export function findOpposites(disputed: Disputed): Opposites {
  const name = ({ source, relation, target }: Relation): string => `${source}|${relation}|${target}`
  const positive = new Map<string, Relation>()
  for (const relation of disputed.relations)
    if (relation.polarity === 'positive') positive.set(name(relation), relation)
  const contradictions: Contradiction[] = []
  const superseded = new Map<string, string>()
  for (const no of disputed.relations) {
    const yes = no.polarity === 'negative' ? positive.get(name(no)) : undefined
    if (!yes) continue
    for (const [plan, event] of [
      [no, yes],
      [yes, no],
    ] as const)
      if (
        plan.evidence.every(
          (row) =>
            row.modality === 'future' && event.evidence.some((other) => isOvertaken(row, other, disputed)),
        )
      )
        superseded.set(plan.key, event.key)
    const against = no.evidence.filter((row) => yes.evidence.some((other) => exclude(other, row)))
    if (against.length === 0) continue
    const kind = against.every(({ modality }) => modality === 'denied') ? 'denial' : 'polarity'
    contradictions.push({ kind, edges: [yes.key, no.key] })
  }
  return { contradictions, superseded }
}

import { type Judgement, keyOf, rowOf } from '../precision/judgement.ts'
import type { PlacedClaim } from '../precision/placed-claims.ts'

/** How many of the judged claims were right. */
export interface JudgedPrecision {
  readonly precision: number
  readonly judged: number
}

/**
 * The precision of claims of which some were judged: that of each kind, schema and open, as often as the kind occurs.
 * A judgement counts while its claim is still read; none counts as precision 0.
 */
export function judgedPrecision(
  claims: readonly PlacedClaim[],
  judgements: ReadonlyMap<string, Judgement>,
): JudgedPrecision {
  let right = 0
  let judged = 0
  for (const open of [false, true]) {
    const ofKind = claims.filter(({ claim }) => claim.open === open)
    const rulings = ofKind.flatMap((claim) => judgements.get(keyOf(rowOf(claim))) ?? [])
    const share = rulings.filter(({ verdict }) => verdict === 'right').length / Math.max(1, rulings.length)
    right += share * ofKind.length
    judged += rulings.length
  }
  return { precision: right / Math.max(1, claims.length), judged }
}

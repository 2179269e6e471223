import { hashText } from '../../src/model/index.ts'
import { keyOf, rowOf } from './judgement.ts'
import type { PlacedClaim } from './placed-claims.ts'

/**
 * Draws `count` claims: those whose keys, hashed with the seed, come first. Each claim is as likely as any
 * other, and a claim drawn once stays drawn when others come and go, so that rulings keep their use.
 */
export function draw(claims: readonly PlacedClaim[], seed: string, count: number): PlacedClaim[] {
  const ranked = new Map(claims.map((claim) => [hashText(`${seed}\t${keyOf(rowOf(claim))}`), claim]))
  return [...ranked]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, count)
    .map(([, claim]) => claim)
}

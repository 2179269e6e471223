import { hashText } from '../../src/model/index.ts'
import { keyOf, rowOf } from './judgement.ts'
import type { PlacedClaim } from './placed-claims.ts'

/** What a claim says, in its words and those of its sentence. */
const wordsOf = ({ text, claim }: PlacedClaim): string =>
  [claim.subjectSpan, claim.objectSpan, claim]
    .map(({ start, end }) => text.slice(start, end))
    .concat(claim.relation, claim.polarity)
    .join('\t')

/**
 * Draws `count` claims: those whose keys, hashed with the seed, come first. Each claim is as likely as any
 * other, and a claim drawn once stays drawn when others come and go, so that rulings keep their use. A
 * sentence that stands in many documents is drawn from once.
 */
export function draw(claims: readonly PlacedClaim[], seed: string, count: number): PlacedClaim[] {
  const ranked = claims.map((placed) => [hashText(`${seed}\t${keyOf(rowOf(placed))}`), placed] as const)
  const told = new Set<string>()
  return ranked
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, placed]) => placed)
    .filter((placed) => {
      const words = wordsOf(placed)
      return !told.has(words) && told.add(words)
    })
    .slice(0, count)
}

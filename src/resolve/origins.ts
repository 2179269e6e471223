import type { Claim } from '../model/index.ts'
import type { Copies, Utterances } from './copies.ts'
import { unionFind } from './union-find.ts'

/** A claim with the document it was read in. */
export interface PlacedClaim {
  readonly document: string
  readonly claim: Claim
}

/**
 * Counts independent sources: claims of one document are one, and so are claims of copied passages and of
 * one utterance quoted twice. Gives the count and for each claim the earlier claim that it repeats.
 */
export function countOrigins(
  claims: readonly PlacedClaim[],
  copies: Copies,
  utterances: Utterances,
): { origins: number; copyOf: (string | undefined)[] } {
  if (claims.length === 1) return { origins: 1, copyOf: [undefined] }
  const sets = unionFind(claims.length)
  const first = new Map<string, number>()
  const copyOf = claims.map(({ document, claim }, index) => {
    const { start, end } = claim.relationSpan
    const utterance = utterances(document, start, end)
    let original: number | undefined
    const passages = passagesOf(claim).map((place) => ['passage', copies.groupOf(document, place)] as const)
    for (const [kind, group] of [...passages, ['utterance', utterance] as const]) {
      if (group < 0) continue
      const other = first.get(`${kind} ${group}`)
      if (other === undefined) first.set(`${kind} ${group}`, index)
      else {
        sets.union(other, index)
        if (claims[other]!.document !== document) original ??= other
      }
    }
    const other = first.get(`document ${document}`)
    if (other === undefined) first.set(`document ${document}`, index)
    else sets.union(other, index)
    return original === undefined ? undefined : claims[original]!.claim.id
  })
  return { origins: new Set(claims.map((_, index) => sets.find(index))).size, copyOf }
}

/** Where the passages begin that a claim was read in; with an implied subject it is the second that speaks. */
function passagesOf({ start, quote, implied }: Claim): number[] {
  const words = implied ? [...quote.matchAll(/(?<=\s)\S/g)] : []
  return [start, ...words.map(({ index }) => start + index)]
}

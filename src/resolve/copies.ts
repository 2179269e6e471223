import type { Claim, DocumentClaims } from '../model/index.ts'
import { append } from './append.ts'
import { unionFind } from './union-find.ts'

/** Which passages are the same text, and so how many independent sources a set of claims has. */
export interface Copies {
  /** The claims of each passage group share this number; -1 where the passage is nowhere else. */
  groupOf(document: string, start: number): number
  /** The group of the passage that holds a place. */
  groupAround(document: string, place: number): number
}

const threshold = 0.5

/** How much two bottom-k sketches overlap: an estimate of the Jaccard similarity of the passages. */
function similarity(a: readonly number[], b: readonly number[]): number {
  const k = Math.min(Math.max(a.length, b.length), a.length + b.length)
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, k)
  const inA = new Set(a)
  const inB = new Set(b)
  const both = union.filter((hash) => inA.has(hash) && inB.has(hash)).length
  return union.length === 0 ? 0 : both / union.length
}

/** Groups near-duplicate passages across documents by their signatures (Broder 1997). */
export function findCopies(documents: readonly DocumentClaims[]): Copies {
  const passages = documents.flatMap((d) => d.signatures.map((s) => ({ document: d.document, ...s })))
  const sets = unionFind(passages.length)
  const byHash = new Map<number, number[]>()
  passages.forEach((passage, index) => {
    for (const hash of passage.shingles.slice(0, 6)) {
      const earlier = byHash.get(hash) ?? []
      for (const other of earlier)
        if (
          sets.find(other) !== sets.find(index) &&
          similarity(passages[other]!.shingles, passage.shingles) >= threshold
        )
          sets.union(other, index)
      // A phrase that is everywhere tells nothing.
      if (earlier.length < 50) byHash.set(hash, [...earlier, index])
    }
  })
  const sizes = new Map<number, number>()
  passages.forEach((_, index) => {
    const root = sets.find(index)
    sizes.set(root, (sizes.get(root) ?? 0) + 1)
  })
  const groups = new Map<string, number>()
  const spans = new Map<string, { start: number; end: number; root: number }[]>()
  passages.forEach(({ document, start, end }, index) => {
    const root = sets.find(index)
    if (sizes.get(root)! < 2) return
    groups.set(`${document}\t${start}`, root)
    append(spans, document, { start, end, root })
  })
  return {
    groupOf: (document, start) => groups.get(`${document}\t${start}`) ?? -1,
    groupAround: (document, place) =>
      spans.get(document)?.find((s) => s.start <= place && place < s.end)?.root ?? -1,
  }
}

/** A claim with the document it was read in. */
export interface PlacedClaim {
  readonly document: string
  readonly claim: Claim
}

/**
 * Counts independent sources: claims of one document, and claims of copied passages, are one. Gives the
 * count and for each claim the earlier claim whose passage it copies.
 */
export function countOrigins(
  claims: readonly PlacedClaim[],
  copies: Copies,
): { origins: number; copyOf: (string | undefined)[] } {
  const sets = unionFind(claims.length)
  const first = new Map<string, number>()
  const copyOf: (string | undefined)[] = claims.map(({ document, claim }, index) => {
    const group = copies.groupOf(document, claim.start)
    const documentKey = `document ${document}`
    const groupKey = `group ${group}`
    const original = group < 0 ? undefined : first.get(groupKey)
    for (const key of group < 0 ? [documentKey] : [documentKey, groupKey]) {
      const other = first.get(key)
      if (other === undefined) first.set(key, index)
      else sets.union(other, index)
    }
    return original === undefined || claims[original]!.document === document
      ? undefined
      : claims[original]!.claim.id
  })
  return { origins: new Set(claims.map((_, index) => sets.find(index))).size, copyOf }
}

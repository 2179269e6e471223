import type { DocumentClaims, PassageSignature, Quotation } from '../model/index.ts'
import { append } from './append.ts'
import { likenessOf, shared } from './passage-likeness.ts'
import { type UnionFind, unionFind } from './union-find.ts'

/** Which passages are the same text. Groups are numbers; -1 where a passage stands nowhere else. */
export interface Copies {
  /** The group of passages that say the same in other words or as part of more. */
  groupOf(document: string, start: number): number
  /** The group of the same passage, word for word or nearly, that holds a place. */
  groupAround(document: string, place: number): number
}

/** A run of words that stands in more passages than this is a phrase that everybody uses. */
const mostPassages = 50

/** Groups near-duplicate passages across documents by their signatures. */
export function findCopies(documents: readonly Pick<DocumentClaims, 'document' | 'signatures'>[]): Copies {
  const passages = documents.flatMap((d) => d.signatures.map((s) => ({ document: d.document, ...s })))
  const same = unionFind(passages.length)
  const alike = unionFind(passages.length)
  for (const [a, b] of candidates(passages, alike)) {
    const likeness = likenessOf(passages[a]!, passages[b]!)
    if (likeness === 'same') same.union(a, b)
    if (likeness !== undefined) alike.union(a, b)
  }
  const groups = new Map<string, number>()
  const spans = new Map<string, { start: number; end: number; root: number }[]>()
  const inSame = sizesOf(same, passages.length)
  const inAlike = sizesOf(alike, passages.length)
  passages.forEach(({ document, start, end }, index) => {
    const loose = alike.find(index)
    if (inAlike.get(loose)! > 1) groups.set(`${document}\t${start}`, loose)
    const root = same.find(index)
    if (inSame.get(root)! > 1) append(spans, document, { start, end, root })
  })
  return {
    groupOf: (document, start) => groups.get(`${document}\t${start}`) ?? -1,
    groupAround: (document, place) =>
      spans.get(document)?.find((s) => s.start <= place && place < s.end)?.root ?? -1,
  }
}

/** Pairs of passages that share one of the runs kept of each, in so far as they are not yet known to be alike. */
function* candidates(
  passages: readonly PassageSignature[],
  alike: UnionFind,
): Generator<readonly [number, number]> {
  const byHash = new Map<number, number[]>()
  // The last passage that each was tried with.
  const tried = new Int32Array(passages.length).fill(-1)
  for (let index = 0; index < passages.length; index++) {
    for (const hash of passages[index]!.shingles) {
      const earlier = byHash.get(hash)
      if (!earlier) {
        byHash.set(hash, [index])
        continue
      }
      for (const other of earlier)
        if (tried[other] !== index && alike.find(other) !== alike.find(index)) {
          tried[other] = index
          yield [other, index]
        }
      if (earlier.length < mostPassages) earlier.push(index)
    }
  }
}

function sizesOf(sets: UnionFind, length: number): Map<number, number> {
  const sizes = new Map<number, number>()
  for (let index = 0; index < length; index++)
    sizes.set(sets.find(index), (sizes.get(sets.find(index)) ?? 0) + 1)
  return sizes
}

/** A quotation with who speaks it, as a node key. */
export interface PlacedQuotation extends Quotation {
  readonly document: string
  readonly by: string
}

/** Which quotations are one utterance: the group of the quotation around a place, -1 where there is none. */
export type Utterances = (document: string, start: number, end: number) => number

/**
 * Groups what several texts quote of one speech: the same speaker, and nearly all content words of the
 * shorter are in the longer, or most of many.
 */
export function findUtterances(quotations: readonly PlacedQuotation[]): Utterances {
  const sets = unionFind(quotations.length)
  const byWord = new Map<string, number[]>()
  quotations.forEach(({ by, words = [] }, index) => {
    const met = new Map<number, number>()
    for (const word of words) {
      const key = `${by} ${word}`
      const earlier = byWord.get(key)
      for (const other of earlier ?? []) met.set(other, (met.get(other) ?? 0) + 1)
      if ((earlier?.length ?? 0) < mostPassages) append(byWord, key, index)
    }
    for (const other of met.keys()) {
      const theirs = quotations[other]!.words ?? []
      const both = shared(words, theirs)
      const share = both / Math.min(words.length, theirs.length)
      if ((both >= 3 && share >= 0.85) || (both >= 5 && share >= 0.6)) sets.union(other, index)
    }
  })
  const byDocument = new Map<string, { start: number; end: number; root: number }[]>()
  quotations.forEach(({ document, start, end }, index) => {
    append(byDocument, document, { start, end, root: sets.find(index) })
  })
  return (document, start, end) =>
    byDocument.get(document)?.find((q) => q.start <= start && end <= q.end)?.root ?? -1
}

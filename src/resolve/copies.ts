import type { DocumentClaims, PassageSignature, Quotation } from '../model/index.ts'
import { append } from './append.ts'
import { likenessOf, shared } from './passage-likeness.ts'
import { repeated } from './repeated.ts'
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

/** A passage that is in a group with another. */
interface GroupedSpan {
  readonly start: number
  readonly end: number
  readonly group: number
}

type SignedDocument = Pick<DocumentClaims, 'document' | 'signatures'>

/** Groups near-duplicate passages across documents by their signatures. */
export function findCopies(documents: readonly SignedDocument[]): Copies {
  const passages = documents.flatMap(({ signatures }) => signatures)
  const same = unionFind(passages.length)
  const alike = unionFind(passages.length)
  for (const [a, b] of candidates(passages, alike)) {
    const likeness = likenessOf(passages[a]!, passages[b]!)
    if (likeness === 'same') same.union(a, b)
    if (likeness !== undefined) alike.union(a, b)
  }
  const loose = groupedSpans(documents, alike)
  const close = groupedSpans(documents, same)
  return {
    groupOf: (document, start) => loose.get(document)?.find((s) => s.start === start)?.group ?? -1,
    groupAround: (document, place) =>
      close.get(document)?.find((s) => s.start <= place && place < s.end)?.group ?? -1,
  }
}

/** The passages of each document that are in a set with another. */
function groupedSpans(documents: readonly SignedDocument[], sets: UnionFind): Map<string, GroupedSpan[]> {
  const count = documents.reduce((sum, { signatures }) => sum + signatures.length, 0)
  // A set is named by its smallest member, so it holds two where another member names it.
  const repeats = new Set<number>()
  for (let index = 0; index < count; index++) if (sets.find(index) !== index) repeats.add(sets.find(index))
  const spans = new Map<string, GroupedSpan[]>()
  let index = 0
  for (const { document, signatures } of documents)
    for (const { start, end } of signatures) {
      const group = sets.find(index++)
      if (repeats.has(group)) append(spans, document, { start, end, group })
    }
  return spans
}

/** Pairs of passages that share one of the runs kept of each, in so far as they are not yet known to be alike. */
function* candidates(
  passages: readonly PassageSignature[],
  alike: UnionFind,
): Generator<readonly [number, number]> {
  const repeats = repeatedHashes(passages)
  const byHash = new Map<number, number[]>()
  // The last passage that each was tried with.
  const tried = new Int32Array(passages.length).fill(-1)
  for (let index = 0; index < passages.length; index++) {
    for (const hash of passages[index]!.shingles) {
      if (!repeats.has(hash)) continue
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

/** Hashes of runs that stand in more than one passage. Few do, and only of those are lists worth keeping. */
function repeatedHashes(passages: readonly PassageSignature[]): Set<number> {
  const all = new Float64Array(passages.reduce((sum, { shingles }) => sum + shingles.length, 0))
  let end = 0
  for (const { shingles } of passages) {
    all.set(shingles, end)
    end += shingles.length
  }
  return repeated(all)
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

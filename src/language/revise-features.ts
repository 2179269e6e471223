import { FIRST, FOURTH, hashFeatures, SECOND, THIRD } from './hash.ts'
import type { FinishedTree } from './parser.ts'

/** What the features use of a word that may get another head, worked out once for all its possible heads. */
export interface Dependent {
  readonly index: number
  /** First and last word of its subtree. */
  readonly first: number
  readonly last: number
  /** Its child that marks its role ("of", "to", "because"), its coordinator, or 0. */
  readonly marker: number
  readonly coordinator: number
  /** Words that may head it without crossing an arc, from the nearest to the highest on each side. */
  readonly left: readonly number[]
  readonly right: readonly number[]
}

/** How many features a possible head has at most. */
export const REVISE_FEATURES = 64

/**
 * The features of hanging a dependent from the candidate at `place` of one side; returns how many were written. `k`
 * is the dependent, `c` the candidate, `W` a word, `P` its tag, `C` its category as a noun; a digit after these says in
 * which place of the sum the atom stands. Small odd factors keep an atom apart from one that shares its place.
 */
export function reviseFeatures(
  out: Int32Array,
  tree: FinishedTree,
  dependent: Dependent,
  onLeft: boolean,
  place: number,
): number {
  const { words, head, label, margin } = tree
  const {
    word: W,
    tag: P,
    suffix: S,
    category: C,
    verbsBefore,
    marksBefore,
    markBefore,
    markAfter,
    size,
  } = words
  const { index: k, first, last, marker, coordinator, left, right } = dependent
  const chain = onLeft ? left : right
  const c = chain[place]!
  const now = head[k]!
  const above = head[c]!
  const isNow = c === now
  const isTop = place + 1 === chain.length
  const low = c < k ? c : k
  const high = c < k ? k : c
  const distance = bucket(high - low)
  const side = onLeft ? 1 : 0
  // The nearest child of the candidate on the way to the dependent, and the number of its children there.
  let sibling = 0
  let siblings = 0
  if (c <= size)
    for (let i = onLeft ? first - 1 : last + 1; i !== c && siblings < 4; i += onLeft ? -1 : 1)
      if (head[i] === c) {
        if (sibling === 0) sibling = i
        siblings++
      }
  const other = (onLeft ? right[0] : left[0]) ?? 0
  const sure = margin[k]! < 20 ? 0 : margin[k]! < 60 ? 1 : margin[k]! < 150 ? 2 : 3
  const relation = isNow ? 0 : above === now ? 1 : head[now] === c ? 2 : now < k === onLeft ? 3 : 4
  const k1 = Math.imul(P[k]!, FIRST)
  const c2 = Math.imul(P[c]!, SECOND)
  const kW1 = Math.imul(W[k]!, FIRST)
  const cW2 = Math.imul(W[c]!, SECOND)
  const where = Math.imul(side | (distance << 1) | (isTop ? 16 : 0), THIRD)
  const dir = Math.imul(side + 1, THIRD)
  const both = k1 + c2 + dir
  const m4 = Math.imul(W[marker]!, FOURTH)
  const cc4 = Math.imul(W[coordinator]!, FOURTH)
  const nowLabel = label[k]! + 1
  const kept = Math.imul(relation | (sure << 3), FOURTH)
  const step = Math.imul(Math.min(place, 4) | (Math.min(chain.length, 5) << 3) | (side << 6), FOURTH)
  const edgeMark = onLeft ? markBefore[first]! : markAfter[last]!
  const endMark = onLeft ? markAfter[last]! : markBefore[first]!
  const marks = Math.imul(edgeMark, FOURTH)
  const verbs = Math.min(verbsBefore[high]! - verbsBefore[low + 1]!, 2)
  const commas = Math.min(marksBefore[high]! - marksBefore[low]!, 2)
  const between = Math.imul(verbs * 4 + commas + 1, FOURTH)
  const sib4 = Math.imul(label[sibling]! + 1, FOURTH)
  const cLabel = Math.imul(label[c]! + 1, FOURTH)
  const alike = (P[k] === P[c] ? 1 : 0) | (C[k] === C[c] ? 2 : 0) | (S[k] === S[c] ? 4 : 0)
  let n = 0
  out[n++] = 0
  out[n++] = kept + nowLabel
  out[n++] = kept + Math.imul(nowLabel, FIRST) + c2
  out[n++] = kept + k1 + c2
  out[n++] = kept + step
  out[n++] = kept + Math.imul(nowLabel, FIRST) + Math.imul(W[marker]!, SECOND)
  out[n++] = kept + Math.imul(nowLabel, FIRST) + Math.imul(P[now]!, THIRD) + c2
  out[n++] = kept + kW1
  out[n++] = both
  out[n++] = kW1 + c2 + dir
  out[n++] = k1 + cW2 + dir
  out[n++] = kW1 + cW2
  out[n++] = kW1 + dir
  out[n++] = cW2 + dir
  out[n++] = k1 + c2 + where
  out[n++] = Math.imul(S[k]!, FIRST) + c2 + dir
  out[n++] = both + m4
  out[n++] = cW2 + m4
  out[n++] = cW2 + m4 + Math.imul(C[k]!, FIRST)
  out[n++] = c2 + m4 + Math.imul(C[k]!, FIRST) + Math.imul(C[c]!, THIRD)
  out[n++] = kW1 + m4 + c2
  out[n++] = m4 + where + c2
  out[n++] = m4 + step
  out[n++] = k1 + step
  out[n++] = both + step
  out[n++] = both + cLabel
  out[n++] = m4 + Math.imul(label[c]! + 1, FIRST) + dir
  out[n++] = both + Math.imul(P[above]!, FOURTH)
  out[n++] = both + Math.imul(P[above]!, FOURTH) + Math.imul(label[c]! + 1, 31)
  out[n++] = both + sib4
  out[n++] = both + Math.imul(P[sibling]!, FOURTH)
  out[n++] = cW2 + sib4 + dir
  out[n++] = m4 + Math.imul(label[sibling]! + 1, FIRST) + c2
  out[n++] = both + Math.imul(siblings, FOURTH)
  out[n++] = both + between
  out[n++] = Math.imul(nowLabel, FIRST) + between + dir
  out[n++] = both + marks
  out[n++] = both + marks + Math.imul(endMark, 17)
  out[n++] = Math.imul(W[marker]!, FIRST) + c2 + marks
  out[n++] = both + cc4
  out[n++] = cc4 + Math.imul(alike, FIRST) + c2 + dir
  out[n++] = cc4 + Math.imul(alike, FIRST) + step
  out[n++] = cc4 + cLabel * 3 + k1
  out[n++] = both + Math.imul(P[first]!, FOURTH)
  out[n++] = k1 + c2 + Math.imul(P[other]!, THIRD) + Math.imul(side, FOURTH)
  out[n++] = kW1 + cW2 + Math.imul(W[other]!, THIRD)
  out[n++] = m4 + cW2 + Math.imul(W[other]!, THIRD)
  out[n++] = m4 + c2 + Math.imul(P[other]!, THIRD) + Math.imul(side, FIRST)
  out[n++] = both + Math.imul(bucket(last - first), FOURTH)
  out[n++] = both + Math.imul(P[k + 1]!, FOURTH)
  out[n++] = both + Math.imul(P[k - 1]!, FOURTH)
  out[n++] = both + Math.imul(P[c - 1]!, FOURTH)
  out[n++] = both + Math.imul(P[c + 1]!, FOURTH)
  out[n++] = Math.imul(C[k]!, FIRST) + Math.imul(C[c]!, SECOND) + both
  out[n++] = Math.imul(C[k]!, FIRST) + cW2 + dir
  out[n++] = Math.imul(W[above]!, FIRST) + m4 + c2
  hashFeatures(out, n)
  return n
}

function bucket(distance: number): number {
  return distance <= 3 ? distance : distance <= 5 ? 4 : distance <= 8 ? 5 : distance <= 15 ? 6 : 7
}

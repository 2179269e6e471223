import { FIRST, FOURTH, hashFeatures, SECOND, THIRD } from './hash.ts'
import type { ParseState } from './parse-state.ts'
import type { ParseWords } from './parse-words.ts'

/**
 * The features that decide a parser's next step, after Zhang and Nivre (2011) with their arc-eager templates
 * turned to arc-hybrid. `s0`, `s1`, `s2` are the top of the stack, `b0`, `b1`, `b2` the start of the buffer, `l`
 * and `r` their outermost children; `W` is a word, `P` its tag, `L` a child's label. A digit after these says
 * in which place of the sum the atom stands. Returns how many features were written to `out`.
 */
export function parseFeatures(out: Int32Array, words: ParseWords, state: ParseState): number {
  const {
    word: W,
    tag: P,
    upos: U,
    suffix: S,
    category: C,
    verbsBefore,
    marksBefore,
    markBefore,
    markAfter,
    size,
  } = words
  const { depth, stack, next: b0, left, left2, right, right2, label: L } = state
  const { leftCount, rightCount, leftLabels, rightLabels } = state
  const s0 = depth > 0 ? stack[depth - 1]! : 0
  const s1 = depth > 1 ? stack[depth - 2]! : 0
  const s2 = depth > 2 ? stack[depth - 3]! : 0
  const b1 = b0 <= size ? b0 + 1 : 0
  const b2 = b0 + 1 <= size ? b0 + 2 : 0
  const s0l = left[s0]!
  const s0r = right[s0]!
  const s0l2 = left2[s0]!
  const s0r2 = right2[s0]!
  const s1l = left[s1]!
  const s1r = right[s1]!
  const s1r2 = right2[s1]!
  const b0l = left[b0]!
  const b0l2 = left2[b0]!

  const s0W = W[s0]!
  const s1W = W[s1]!
  const b0W = W[b0]!
  const b1W = W[b1]!
  const s0W1 = Math.imul(s0W, FIRST)
  const s0W2 = Math.imul(s0W, SECOND)
  const s1W1 = Math.imul(s1W, FIRST)
  const b0W1 = Math.imul(b0W, FIRST)
  const b0W3 = Math.imul(b0W, THIRD)
  const b1W3 = Math.imul(b1W, THIRD)
  const s0P1 = Math.imul(P[s0]!, FIRST)
  const s0P2 = Math.imul(P[s0]!, SECOND)
  const s1P1 = Math.imul(P[s1]!, FIRST)
  const s1P2 = Math.imul(P[s1]!, SECOND)
  const s2P4 = Math.imul(P[s2]!, FOURTH)
  const b0P2 = Math.imul(P[b0]!, SECOND)
  const b0P3 = Math.imul(P[b0]!, THIRD)
  const b0P4 = Math.imul(P[b0]!, FOURTH)
  const b1P4 = Math.imul(P[b1]!, FOURTH)
  const s0lP3 = Math.imul(P[s0l]!, THIRD)
  const s0rP3 = Math.imul(P[s0r]!, THIRD)
  const s1rP3 = Math.imul(P[s1r]!, THIRD)
  const b0lP4 = Math.imul(P[b0l]!, FOURTH)
  const s0lL3 = Math.imul(L[s0l]!, THIRD)
  const s0rL3 = Math.imul(L[s0r]!, THIRD)
  const s1rL3 = Math.imul(L[s1r]!, THIRD)
  const b0lL4 = Math.imul(L[b0l]!, FOURTH)
  const s0lW3 = Math.imul(W[s0l]!, THIRD)
  const s0P1b0P3 = s0P1 + b0P3
  const s1P1s0P2 = s1P1 + s0P2
  const s1W1s0P2 = s1W1 + s0P2
  const s0C3 = Math.imul(C[s0]!, THIRD)
  const b0C4 = Math.imul(C[b0]!, FOURTH)

  let k = 0
  out[k++] = depth === 0 ? 0 : depth === 1 ? 1 : b0 === size + 1 ? 3 : 2
  // single words
  out[k++] = s0W
  out[k++] = P[s0]!
  out[k++] = s0W1 + s0P2
  out[k++] = s1W
  out[k++] = P[s1]!
  out[k++] = s1W1 + s1P2
  out[k++] = W[s2]!
  out[k++] = P[s2]!
  out[k++] = Math.imul(W[s2]!, FIRST) + s2P4
  out[k++] = b0W
  out[k++] = P[b0]!
  out[k++] = b0W1 + b0P2
  out[k++] = b1W
  out[k++] = P[b1]!
  out[k++] = b1W3 + b1P4
  out[k++] = W[b2]!
  out[k++] = P[b2]!
  out[k++] = Math.imul(W[b2]!, FIRST) + Math.imul(P[b2]!, SECOND)
  out[k++] = Math.imul(S[s0]!, THIRD) + s0P2
  out[k++] = Math.imul(S[b0]!, THIRD) + b0P2
  out[k++] = Math.imul(S[s1]!, THIRD) + s1P2
  out[k++] = Math.imul(U[s0]!, FIRST) + Math.imul(U[b0]!, SECOND)
  // pairs
  out[k++] = s0W1 + s0P2 + b0W3 + b0P4
  out[k++] = s0W1 + s0P2 + b0W3
  out[k++] = s0W1 + b0P2 + b0W3
  out[k++] = s0W1 + s0P2 + b0P3
  out[k++] = s0P1 + b0W3 + b0P4
  out[k++] = s0W1 + b0W3
  out[k++] = s0P1b0P3
  out[k++] = b0P3 + b1P4
  out[k++] = b0W1 + b1W3
  out[k++] = b0P2 + b1W3
  out[k++] = b0W3 + b1P4
  out[k++] = s1W1 + s1P2 + Math.imul(s0W, FOURTH) + Math.imul(P[s0]!, THIRD)
  out[k++] = s1W1 + s1P2 + Math.imul(s0W, THIRD)
  out[k++] = s1W1 + s0W2 + Math.imul(P[s0]!, THIRD)
  out[k++] = s1W1s0P2 + Math.imul(P[s1]!, THIRD)
  out[k++] = s1P1s0P2 + Math.imul(s0W, THIRD)
  out[k++] = s1W1 + s0W2
  out[k++] = s1P1s0P2
  out[k++] = s1P1 + b0P3
  out[k++] = s1W1 + b0W3
  out[k++] = s1P1 + b0W3
  out[k++] = s1W1 + b0P3
  out[k++] = s0P1 + b1P4
  out[k++] = s0W1 + b1W3
  out[k++] = s0W1 + b1P4
  // threes
  out[k++] = s0P1b0P3 + b1P4
  out[k++] = s1P1s0P2 + b0P3
  out[k++] = s1P1s0P2 + s2P4
  out[k++] = b0P3 + b1P4 + Math.imul(P[b2]!, FIRST)
  out[k++] = s0P1 + s0lP3 + b0P4
  out[k++] = s0P1 + s0rP3 + b0P4
  out[k++] = s0P1b0P3 + b0lP4
  out[k++] = s1P1s0P2 + Math.imul(P[s1l]!, THIRD)
  out[k++] = s1P1s0P2 + s1rP3
  out[k++] = s1P1s0P2 + s0lP3
  out[k++] = s1P1s0P2 + s0rP3
  out[k++] = s1W1s0P2 + b0P3
  out[k++] = s1P1 + s0W2 + b0P3
  out[k++] = s1P1s0P2 + b0W3
  out[k++] = s0W1 + b0P3 + b1P4
  out[k++] = s0P1 + b0W3 + b1P4
  out[k++] = s0P1 + b0P2 + b1W3
  out[k++] = s1P1 + s1rP3 + Math.imul(P[s1r2]!, FOURTH)
  out[k++] = s0P1 + s0lP3 + Math.imul(P[s0l2]!, FOURTH)
  out[k++] = s0P1 + s0rP3 + Math.imul(P[s0r2]!, FOURTH)
  out[k++] = b0P3 + b0lP4 + Math.imul(P[b0l2]!, FIRST)
  out[k++] = s1P1s0P2 + b0P3 + b1P4
  out[k++] = s0W1 + s0rP3 + b0P4
  out[k++] = s0W1 + Math.imul(W[s0r]!, THIRD) + b0P4
  out[k++] = s1W1s0P2 + Math.imul(W[s1r]!, THIRD)
  out[k++] = s1P1s0P2 + b0P3 + s2P4
  // children
  out[k++] = W[s0l]!
  out[k++] = P[s0l]!
  out[k++] = L[s0l]!
  out[k++] = W[s0r]!
  out[k++] = P[s0r]!
  out[k++] = L[s0r]!
  out[k++] = W[s1l]!
  out[k++] = P[s1l]!
  out[k++] = L[s1l]!
  out[k++] = W[s1r]!
  out[k++] = P[s1r]!
  out[k++] = L[s1r]!
  out[k++] = W[b0l]!
  out[k++] = P[b0l]!
  out[k++] = L[b0l]!
  out[k++] = s0P1 + s0lL3
  out[k++] = s0P1 + s0rL3
  out[k++] = s0W1 + s0lL3
  out[k++] = s0W1 + s0rL3
  out[k++] = s1P1 + s1rL3
  out[k++] = s1W1 + s1rL3
  out[k++] = b0P2 + b0lL4
  out[k++] = b0W1 + b0lL4
  out[k++] = s1P1 + Math.imul(L[s1l]!, THIRD)
  out[k++] = s0P1 + s0lL3 + Math.imul(L[s0l2]!, FOURTH)
  out[k++] = s0P1 + s0rL3 + Math.imul(L[s0r2]!, FOURTH)
  out[k++] = b0P2 + b0lL4 + Math.imul(L[b0l2]!, FIRST)
  out[k++] = s1P1 + s1rL3 + Math.imul(L[s1r2]!, FOURTH)
  out[k++] = s0P1 + b0P2 + s0rL3
  out[k++] = s0P1 + b0P2 + s0lL3
  out[k++] = s0P1 + b0P2 + b0lL4
  out[k++] = s1P1s0P2 + s1rL3
  out[k++] = s1P1s0P2 + s0lL3
  out[k++] = s1P1s0P2 + s0rL3
  out[k++] = s0W1 + b0P2 + s0lL3
  out[k++] = s0W1 + b0P2 + s0lW3
  out[k++] = s1P1 + s0W2 + s0lW3
  out[k++] = s1P1s0P2 + s0lW3
  out[k++] = s0P1 + b0P2 + s0lW3
  out[k++] = s1W1 + s0W2 + s0lW3
  // distances and numbers of children
  const distance = s0 ? bucket(b0 - s0) : 0
  const distance4 = Math.imul(distance, FOURTH)
  const below4 = Math.imul(s1 ? bucket(s0 - s1) : 0, FOURTH)
  out[k++] = s0W1 + distance4
  out[k++] = s0P1 + distance4
  out[k++] = b0W1 + distance4
  out[k++] = b0P2 + distance4
  out[k++] = s0W1 + b0W3 + distance4
  out[k++] = s0P1b0P3 + distance4
  out[k++] = s1P1s0P2 + below4
  out[k++] = s1W1 + below4
  out[k++] = s0W1 + below4
  out[k++] = s1W1 + s0W2 + below4
  const s0Right = Math.imul(Math.min(rightCount[s0]!, 3), FOURTH)
  const s0Left = Math.imul(Math.min(leftCount[s0]!, 3), FOURTH)
  const b0Left = Math.imul(Math.min(leftCount[b0]!, 3), FOURTH)
  const s1Right = Math.imul(Math.min(rightCount[s1]!, 3), FOURTH)
  out[k++] = s0W1 + s0Right
  out[k++] = s0P1 + s0Right
  out[k++] = s0W1 + s0Left
  out[k++] = s0P1 + s0Left
  out[k++] = b0W1 + b0Left
  out[k++] = b0P2 + b0Left
  out[k++] = s1W1 + s1Right
  out[k++] = s1P1 + s1Right
  out[k++] = s1P1 + Math.imul(Math.min(leftCount[s1]!, 3), FOURTH)
  out[k++] = s0W1 + rightLabels[s0]!
  out[k++] = s0P1 + rightLabels[s0]!
  out[k++] = s0W1 + leftLabels[s0]!
  out[k++] = s0P1 + leftLabels[s0]!
  out[k++] = b0W1 + leftLabels[b0]!
  out[k++] = b0P2 + leftLabels[b0]!
  out[k++] = s1W1 + rightLabels[s1]!
  out[k++] = s1P1 + rightLabels[s1]!
  out[k++] = s1P1 + leftLabels[s1]!
  out[k++] = s0P1b0P3 + leftLabels[s0]!
  out[k++] = s1P1s0P2 + leftLabels[s0]!
  out[k++] = s1P1s0P2 + rightLabels[s1]!
  // what lies between
  const verbs = s0 ? Math.min(verbsBefore[b0]! - verbsBefore[s0 + 1]!, 2) : 3
  const marks = s0 ? Math.min(marksBefore[b0]! - marksBefore[s0]!, 2) : 3
  const verbsBelow = s1 ? Math.min(verbsBefore[s0]! - verbsBefore[s1 + 1]!, 2) : 3
  const marksBelow = s1 ? Math.min(marksBefore[s0]! - marksBefore[s1]!, 2) : 3
  const verbsAhead = Math.min(verbsBefore[size + 1]! - verbsBefore[b0]!, 2)
  out[k++] = s0P1b0P3 + Math.imul(verbs * 4 + marks, FOURTH)
  out[k++] = s1P1s0P2 + Math.imul(verbsBelow * 4 + marksBelow, FOURTH)
  out[k++] = s1P1s0P2 + Math.imul(verbsAhead, FOURTH)
  const beforeS0 = Math.imul(s0 > 1 ? P[s0 - 1]! : 0, FOURTH)
  out[k++] = s0P1b0P3 + beforeS0
  out[k++] = s0P1b0P3 + Math.imul(s0 < size ? P[s0 + 1]! : 0, FOURTH)
  out[k++] = s0P1b0P3 + Math.imul(b0 > 1 ? P[b0 - 1]! : 0, FOURTH)
  out[k++] = s1P1s0P2 + beforeS0
  out[k++] = s0P1 + Math.imul(P[left[s0l]!]!, THIRD)
  out[k++] = s0P1 + Math.imul(P[right[s0r]!]!, THIRD)
  out[k++] = s0W1 + s1P2 + b0W3
  out[k++] = s1W1s0P2 + b0W3
  // marks of punctuation
  const markBeforeB0 = Math.imul(markBefore[b0]!, FOURTH)
  const markBeforeS0 = Math.imul(markBefore[s0]!, FOURTH)
  const markAfterS0 = Math.imul(markAfter[s0]!, FOURTH)
  out[k++] = markBefore[b0]!
  out[k++] = s0P1b0P3 + markBeforeB0
  out[k++] = s0P1b0P3 + markAfterS0
  out[k++] = s1P1s0P2 + markBeforeS0
  out[k++] = s1P1s0P2 + markAfterS0
  out[k++] = s1P1s0P2 + markBeforeB0
  out[k++] = s0W1 + markAfterS0
  out[k++] = b0W1 + markBeforeB0
  out[k++] = s0P1 + markBeforeS0
  out[k++] = b0P2 + markBeforeB0 + Math.imul(markAfter[b0]!, THIRD)
  out[k++] = s1P1s0P2 + markBeforeS0 + Math.imul(markAfter[s0]!, THIRD)
  out[k++] = s1P1s0P2 + markBeforeB0 + b0P3
  out[k++] = s1W1s0P2 + markBeforeS0
  out[k++] = s0P1b0P3 + markBeforeB0 + Math.imul(markBefore[s0]!, SECOND)
  out[k++] = s0P1 + s0rL3 + markBeforeB0
  // what the dictionary says
  out[k++] = s0P1 + s0C3
  out[k++] = b0P2 + b0C4
  out[k++] = s0P1 + b0P2 + s0C3
  out[k++] = s0P1b0P3 + b0C4
  out[k++] = s0P1 + b0P2 + s0C3 + b0C4
  out[k++] = s1P1s0P2 + s0C3
  out[k++] = s1P1s0P2 + Math.imul(C[s1]!, FOURTH)
  out[k++] = s1P1s0P2 + s0C3 + Math.imul(C[s1]!, FOURTH)
  out[k++] = s1W1s0P2 + s0C3
  out[k++] = s0W1 + b0P2 + b0C4
  hashFeatures(out, k)
  return k
}

function bucket(distance: number): number {
  return distance <= 4 ? distance : distance <= 6 ? 5 : distance <= 10 ? 6 : 7
}

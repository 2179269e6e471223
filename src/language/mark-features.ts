import { FIRST, FOURTH, hashFeatures, hashString, SECOND, THIRD } from './hash.ts'

/** A sentence whose words, but not yet its marks of punctuation, have heads. Indices are of the sentence. */
export interface MarkedSentence {
  readonly forms: readonly string[]
  /** Hash of each form in small letters. */
  readonly lower: Int32Array
  /** Hash of each universal tag. */
  readonly upos: Int32Array
  /** -1 for the root, -2 for a mark without a head. */
  readonly heads: Int32Array
  /** Number of each label. */
  readonly labels: Int32Array
  readonly isMark: Uint8Array
}

/** The words a mark may hang from without crossing an arc, from the nearest to the highest on each side. */
export interface MarkCandidates {
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** The mark it makes a pair with, or -1. */
  readonly partner: number
  /** Hash of the mark's form. */
  readonly form: number
}

/** The possible heads of the mark at an index. */
export function markCandidates(sentence: MarkedSentence, mark: number, partner: number): MarkCandidates {
  const { heads, isMark, forms } = sentence
  let left = mark - 1
  while (left >= 0 && isMark[left]) left--
  let right = mark + 1
  while (right < heads.length && isMark[right]) right++
  return {
    left: wayUp(heads, left, mark),
    right: wayUp(heads, right, mark),
    partner,
    form: hashString(forms[mark]!),
  }
}

/** A word and the words above it, as long as they stay on its side of the mark. */
function wayUp(heads: Int32Array, start: number, mark: number): number[] {
  const list: number[] = []
  let at = start
  while (at >= 0 && at < heads.length && at < mark === start < mark && list.length < 12) {
    list.push(at)
    at = heads[at]!
  }
  return list
}

const OPENING = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['``', "''"],
  ['-LRB-', '-RRB-'],
])
const TWO_WAY = new Set(['"', "'", '--', '-', '—', '–', ','])

/** For each mark the other mark of its pair of brackets, quotation marks or dashes, or -1. */
export function pairMarks(forms: readonly string[], isMark: Uint8Array): Int32Array {
  const partners = new Int32Array(forms.length).fill(-1)
  const open: number[] = []
  for (let i = 0; i < forms.length; i++) {
    if (!isMark[i]) continue
    const form = forms[i]!
    let match = -1
    for (let k = open.length - 1; k >= 0 && match < 0 && open.length - k < 8; k--) {
      const other = forms[open[k]!]!
      if (OPENING.get(other) === form || (other === form && TWO_WAY.has(form))) match = k
    }
    if (match >= 0) {
      partners[i] = open[match]!
      partners[open[match]!] = i
      open.length = match
    } else if (OPENING.has(form) || TWO_WAY.has(form)) open.push(i)
  }
  return partners
}

/** The features of hanging a mark from the candidate at `place` of one side. Returns how many were written. */
export function markFeatures(
  out: Int32Array,
  sentence: MarkedSentence,
  mark: number,
  candidates: MarkCandidates,
  onLeft: boolean,
  place: number,
): number {
  const { forms, lower, upos, heads, labels } = sentence
  const { left, right, partner } = candidates
  const chain = onLeft ? left : right
  const head = chain[place]!
  const topLeft = left.at(-1) ?? -1
  const topRight = right.at(-1) ?? -1
  const form = Math.imul(candidates.form, FIRST)
  const isTop = place + 1 === chain.length
  const link =
    topLeft < 0
      ? 3
      : topRight < 0
        ? 4
        : heads[topLeft] === topRight || right.includes(heads[topLeft]!)
          ? 1
          : 2
  const side = (onLeft ? 1 : 0) | (isTop ? 2 : 0) | (Math.min(place, 3) << 2) | (link << 4)
  const end = (mark === forms.length - 1 ? 1 : 0) | (mark === 0 ? 2 : 0)
  let pair = 0
  if (partner >= 0) {
    const low = Math.min(mark, partner)
    const high = Math.max(mark, partner)
    const inside = head > low && head < high
    const outside = heads[head]! < low || heads[head]! > high
    pair = (partner > mark ? 1 : 2) | (inside ? 4 : 0) | (inside && outside ? 8 : 0)
  }
  const label = (index: number): number => (index < 0 ? 0 : labels[index]! + 1)
  const own = Math.imul(label(head), SECOND)
  const sides = Math.imul(side | (end << 8), THIRD)
  const pairs = Math.imul(pair, FOURTH)
  const distance = Math.min(Math.abs(head - mark), 20)
  const far = distance < 4 ? distance : distance < 8 ? 4 : distance < 15 ? 5 : 6
  const next = mark + 1 < forms.length ? upos[mark + 1]! : 1
  const labelLeft = Math.imul(label(topLeft), FOURTH)
  const labelRight = Math.imul(label(topRight), FIRST)
  let k = 0
  out[k++] = form + sides
  out[k++] = form + sides + pairs
  out[k++] = form + pairs + own
  out[k++] = sides + own
  out[k++] = form + sides + own
  out[k++] = form + Math.imul(upos[head]!, SECOND) + sides
  out[k++] = form + own + Math.imul(far, THIRD)
  out[k++] = form + sides + labelLeft
  out[k++] = form + sides + Math.imul(label(topRight), SECOND)
  out[k++] = form + sides + labelLeft + Math.imul(label(topRight), SECOND)
  out[k++] = sides + own + labelLeft + labelRight
  out[k++] = form + sides + own + Math.imul(next, FOURTH)
  out[k++] = form + sides + Math.imul(next, FOURTH)
  out[k++] = form + sides + own + Math.imul(label(heads[head]!), FOURTH)
  out[k++] = form + own + Math.imul(upos[head]!, THIRD) + pairs
  out[k++] = form + sides + Math.imul(mark > 0 ? upos[mark - 1]! : 1, FOURTH) + Math.imul(next, SECOND)
  out[k++] = form + sides + Math.imul(lower[head]!, SECOND)
  out[k++] = sides + Math.imul(upos[head]!, FIRST) + own + labelLeft
  hashFeatures(out, k)
  return k
}

import { FIRST, hashFeatures, hashString, SECOND, THIRD } from './hash.ts'
import { isAllUpper, normaliseForm, shapeOf, startsUpper } from './word-form.ts'

/** What the splitter sees of a token. */
export interface BoundaryToken {
  readonly word: number
  readonly shape: number
  /** 1 closing stop, 2 other mark, 3 opening mark, 4 quotation mark, 5 word with its own stop, 0 else. */
  readonly kind: number
  /** 0 lower, 1 capital, 2 all capitals, 3 neither. */
  readonly letters: number
  readonly length: number
}

/** Stands before the first and after the last token. */
export const NO_TOKEN: BoundaryToken = { word: 0x1234567, shape: 0x1234567, kind: 6, letters: 3, length: 0 }

/** Works out what the splitter sees of a token. */
export function boundaryToken(form: string): BoundaryToken {
  return {
    word: hashString(normaliseForm(form)),
    shape: hashString(shapeOf(form)),
    kind: kindOf(form),
    letters: isAllUpper(form) ? 2 : startsUpper(form) ? 1 : form.toUpperCase() !== form ? 0 : 3,
    length: Math.min(form.length, 4),
  }
}

function kindOf(form: string): number {
  if (/^[.!?…]+$/.test(form)) return 1
  if (/^["“”'‘’`]+$/.test(form)) return 4
  if (/^[([{<]$/.test(form)) return 3
  if (/^[^\p{L}\p{N}]+$/u.test(form)) return 2
  return form.endsWith('.') ? 5 : 0
}

/** Where in a sentence a gap lies, which the tokens next to it do not tell. */
export interface GapSurroundings {
  /** Tokens since the sentence began. */
  readonly length: number
  /** Whether a quotation, and a bracket, is open. */
  readonly inQuotation: boolean
  readonly inBracket: boolean
  /** Whether blanks stand between the two tokens. */
  readonly blank: boolean
}

/** The features of the gap after token `i`. Returns how many were written to `out`. */
export function boundaryFeatures(
  out: Int32Array,
  tokens: readonly BoundaryToken[],
  i: number,
  gap: GapSurroundings,
): number {
  const a = tokens[i]!
  const aa = tokens[i - 1] ?? NO_TOKEN
  const b = tokens[i + 1] ?? NO_TOKEN
  const bb = tokens[i + 2] ?? NO_TOKEN
  const place =
    (gap.blank ? 1 : 0) |
    (gap.inQuotation ? 2 : 0) |
    (gap.inBracket ? 4 : 0) |
    (lengthBucket(gap.length) << 3)
  const kinds = a.kind | (b.kind << 3)
  const wide = kinds | (aa.kind << 6) | (bb.kind << 9)
  const letters = a.letters | (b.letters << 2)
  const around = Math.imul(kinds | (letters << 6), FIRST)
  let k = 0
  out[k++] = place
  out[k++] = around
  out[k++] = around + Math.imul(place, SECOND)
  out[k++] = a.word
  out[k++] = b.word
  out[k++] = aa.word
  out[k++] = bb.word
  out[k++] = Math.imul(a.word, FIRST) + Math.imul(b.letters | (b.kind << 3), SECOND)
  out[k++] = Math.imul(b.word, FIRST) + Math.imul(a.letters | (a.kind << 3), SECOND)
  out[k++] = Math.imul(a.word, FIRST) + Math.imul(b.word, SECOND)
  out[k++] = Math.imul(a.word, FIRST) + Math.imul(aa.word, SECOND)
  out[k++] = Math.imul(a.word, FIRST) + Math.imul(aa.shape, SECOND) + Math.imul(b.shape, THIRD)
  out[k++] = Math.imul(a.shape, FIRST) + Math.imul(b.shape, SECOND)
  out[k++] = Math.imul(wide, FIRST) + Math.imul(letters, SECOND)
  out[k++] = Math.imul(wide, FIRST) + Math.imul(place, SECOND)
  out[k++] = around + Math.imul(aa.letters | (bb.letters << 2) | (aa.length << 4), SECOND)
  out[k++] = around + Math.imul(b.word, SECOND) + Math.imul(gap.blank ? 1 : 0, THIRD)
  out[k++] = Math.imul(a.word, FIRST) + Math.imul(place, SECOND)
  out[k++] = Math.imul(b.word, FIRST) + Math.imul(place, SECOND) + Math.imul(a.kind, THIRD)
  out[k++] = Math.imul(b.word, FIRST) + Math.imul(bb.word, SECOND) + Math.imul(a.kind, THIRD)
  out[k++] = around + Math.imul(bb.kind | (bb.letters << 3) | (bb.length << 6), THIRD)
  hashFeatures(out, k)
  return k
}

function lengthBucket(length: number): number {
  return length <= 2
    ? 0
    : length <= 4
      ? 1
      : length <= 8
        ? 2
        : length <= 15
          ? 3
          : length <= 25
            ? 4
            : length <= 40
              ? 5
              : 6
}

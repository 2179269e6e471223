import {
  type BoundaryToken,
  boundaryFeatures,
  boundaryToken,
  type GapSurroundings,
} from './boundary-features.ts'
import type { Scorer } from './sparse-weights.ts'
import type { TokenBounds } from './tokenize.ts'

/** No sentence has more tokens: what follows is read as another sentence. */
export const LONGEST_SENTENCE = 300

/**
 * Decides where sentences end. Blank lines always part them, and so do single line breaks unless the text is
 * broken into lines of even length; everywhere else a linear model over the words on both sides decides.
 */
export class SentenceSplitter {
  readonly #scorer: Scorer
  readonly #features = new Int32Array(64)
  readonly #known = new Map<string, BoundaryToken>()

  constructor(scorer: Scorer) {
    this.#scorer = scorer
  }

  /** The place in the list of tokens after the last of each sentence. */
  split(text: string, { bounds, count }: TokenBounds): number[] {
    const wrapped = isWrapped(text)
    const ends: number[] = []
    let from = 0
    for (let i = 0; i < count; i++) {
      const gapEnd = i + 1 < count ? bounds[2 * i + 2]! : text.length
      if (i + 1 === count || breaks(text, bounds[2 * i + 1]!, gapEnd, wrapped)) {
        this.#splitParagraph(text, bounds, from, i + 1, ends)
        from = i + 1
      }
    }
    return ends
  }

  #splitParagraph(text: string, bounds: Int32Array, from: number, to: number, ends: number[]): void {
    const tokens: BoundaryToken[] = []
    const forms: string[] = []
    for (let i = from; i < to; i++) {
      const form = text.slice(bounds[2 * i], bounds[2 * i + 1])
      forms.push(form)
      tokens.push(this.#tokenOf(form))
    }
    const marks = new MarkCounter()
    let length = 0
    for (let i = 0; i < tokens.length; i++) {
      length++
      marks.see(forms[i]!)
      const last = i + 1 === tokens.length
      const blank = !last && bounds[2 * (from + i) + 2]! > bounds[2 * (from + i) + 1]!
      const gap = { length, blank, inQuotation: marks.inQuotation, inBracket: marks.inBracket }
      if (last || length >= LONGEST_SENTENCE || this.#ends(tokens, i, gap)) {
        ends.push(from + i + 1)
        length = 0
        marks.reset()
      }
    }
  }

  #ends(tokens: readonly BoundaryToken[], i: number, gap: GapSurroundings): boolean {
    if (!mayEnd(tokens, i, gap)) return false
    const count = boundaryFeatures(this.#features, tokens, i, gap)
    const scores = this.#scorer.score(this.#features, count)
    return scores[1]! > scores[0]!
  }

  #tokenOf(form: string): BoundaryToken {
    let token = this.#known.get(form)
    if (!token) {
      if (this.#known.size > 50_000) this.#known.clear()
      token = boundaryToken(form)
      this.#known.set(form, token)
    }
    return token
  }
}

/** Whether a sentence could end after token `i` at all; the model is asked only about these gaps. */
export function mayEnd(tokens: readonly BoundaryToken[], i: number, gap: GapSurroundings): boolean {
  const a = tokens[i]!
  const b = tokens[i + 1]!
  if (a.kind === 1) return true
  if (!gap.blank) return false
  return a.kind !== 0 || b.letters !== 0
}

/** Whether quotations and brackets are open at a place in a sentence. */
export class MarkCounter {
  inQuotation = false
  inBracket = false

  see(form: string): void {
    if (form === '“') this.inQuotation = true
    else if (form === '”') this.inQuotation = false
    else if (form === '"') this.inQuotation = !this.inQuotation
    else if (form === '(' || form === '[') this.inBracket = true
    else if (form === ')' || form === ']') this.inBracket = false
  }

  reset(): void {
    this.inQuotation = false
    this.inBracket = false
  }
}

/** Whether the blanks between two tokens part paragraphs. */
function breaks(text: string, start: number, end: number, wrapped: boolean): boolean {
  if (end - start < 1) return false
  let lines = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || code === 0x2028 || code === 0x0b || code === 0x0c) lines++
    else if (code === 13 && text.charCodeAt(i + 1) !== 10) lines++
    else if (code === 0x2029) lines += 2
  }
  return lines > 1 || (lines === 1 && !wrapped)
}

/** Whether a text is broken into lines in mid-sentence: most single line breaks lead on in lower case. */
function isWrapped(text: string): boolean {
  let single = 0
  let leadsOn = 0
  let at = text.indexOf('\n')
  while (at >= 0 && single < 2000) {
    const before = text.charAt(at - 1) === '\r' ? text.charAt(at - 2) : text.charAt(at - 1)
    const after = text.charAt(at + 1)
    if (before.trim() !== '' && after.trim() !== '') {
      single++
      if (/[\p{Ll},]/u.test(before) && /[\p{Ll}\d("“]/u.test(after)) leadsOn++
    }
    at = text.indexOf('\n', at + 1)
  }
  return single > 0 && leadsOn > 0.3 * single
}

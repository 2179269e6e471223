/** Precision and recall with their harmonic mean, and how much was extracted: all that one run is judged by. */
export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Extractions that were scored. */
  readonly extractions: number
  readonly sentences: number
  /** Extractions per 1,000 words of the scored sentences. */
  readonly perThousandWords: number
}

/** The harmonic mean of precision and recall; 0 where both are 0. */
export const f1Of = (precision: number, recall: number): number =>
  precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0

/** Builds a score from sums; an empty denominator counts as 0. */
export function scoreOf(
  precision: readonly [sum: number, of: number],
  recall: readonly [sum: number, of: number],
  extractions: number,
  sentences: number,
  words: number,
): Score {
  const p = precision[1] > 0 ? precision[0] / precision[1] : 0
  const r = recall[1] > 0 ? recall[0] / recall[1] : 0
  return {
    precision: p,
    recall: r,
    f1: f1Of(p, r),
    extractions,
    sentences,
    perThousandWords: words > 0 ? (1000 * extractions) / words : 0,
  }
}

/** The words of a text that is already split at blanks. */
export const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

/** How many words two lists share, as multisets. */
export function sharedWords(a: readonly string[], b: readonly string[]): number {
  const left = [...b]
  let shared = 0
  for (const word of a) {
    const at = left.indexOf(word)
    if (at < 0) continue
    shared++
    left.splice(at, 1)
  }
  return shared
}

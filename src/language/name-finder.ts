import { mayBeNamed, NAME_FEATURES, type NameWords, nameFeatures } from './name-features.ts'
import type { Scorer } from './sparse-weights.ts'

/** A name as a range of words (half-open) of its sentence, with the margin by which the first word's label won. */
export interface FoundName {
  readonly first: number
  readonly end: number
  readonly type: string
  readonly margin: number
}

/** The labels of a name model: `O`, then for each type begin, inside, end and single. */
export function nameLabels(types: readonly string[]): string[] {
  return ['O', ...types.flatMap((type) => ['B', 'I', 'E', 'S'].map((place) => `${place}-${type}`))]
}

/** The score of a label that cannot be. */
export const NEVER = -1e9

/** Which label may follow which: a begun name goes on or ends, with its own type. `size` stands for the edge. */
export function allowedSteps(labels: readonly string[]): Uint8Array {
  const size = labels.length
  const allowed = new Uint8Array((size + 1) * (size + 1))
  for (let from = 0; from <= size; from++)
    for (let to = 0; to <= size; to++) {
      const a = labels[from] ?? 'O'
      const b = labels[to] ?? 'O'
      const open = /^[BI]/.test(a)
      const goesOn = /^[IE]/.test(b)
      allowed[from * (size + 1) + to] = open === goesOn && (!open || a.slice(2) === b.slice(2)) ? 1 : 0
    }
  return allowed
}

/** The best sequence of labels by scores of words and of steps between labels (Viterbi 1967). */
export function bestLabels(
  emission: Float64Array,
  transition: ArrayLike<number>,
  allowed: Uint8Array,
  words: number,
  labels: number,
): Uint8Array {
  const width = labels + 1
  const best = new Float64Array(words * labels).fill(Number.NEGATIVE_INFINITY)
  const from = new Uint8Array(words * labels)
  for (let c = 0; c < labels; c++)
    if (allowed[labels * width + c]) best[c] = emission[c]! + transition[labels * width + c]!
  for (let i = 1; i < words; i++)
    for (let c = 0; c < labels; c++) {
      const own = emission[i * labels + c]!
      let top = Number.NEGATIVE_INFINITY
      let by = 0
      for (let p = 0; p < labels; p++) {
        if (!allowed[p * width + c]) continue
        const score = best[(i - 1) * labels + p]! + transition[p * width + c]!
        if (score > top) {
          top = score
          by = p
        }
      }
      best[i * labels + c] = top + own
      from[i * labels + c] = by
    }
  const path = new Uint8Array(words)
  let last = 0
  let top = Number.NEGATIVE_INFINITY
  for (let c = 0; c < labels; c++) {
    if (!allowed[c * width + labels]) continue
    const score = best[(words - 1) * labels + c]! + transition[c * width + labels]!
    if (score > top) {
      top = score
      last = c
    }
  }
  for (let i = words - 1; i >= 0; i--) {
    path[i] = last
    last = from[i * labels + last]!
  }
  return path
}

/** Finds names in sentences with a linear chain model. */
export class NameFinder {
  readonly labels: readonly string[]
  readonly #weights: Scorer
  readonly #transition: Int32Array
  readonly #allowed: Uint8Array
  readonly #features = new Int32Array(NAME_FEATURES)

  constructor(labels: readonly string[], weights: Scorer, transition: Int32Array) {
    this.labels = labels
    this.#weights = weights
    this.#transition = transition
    this.#allowed = allowedSteps(labels)
  }

  /** The names of a sentence, in order. */
  find(sentence: NameWords): FoundName[] {
    const words = sentence.words.length
    const size = this.labels.length
    if (words === 0) return []
    const emission = new Float64Array(words * size)
    for (let i = 0; i < words; i++) {
      if (!mayBeNamed(sentence, i)) {
        emission.fill(NEVER, i * size + 1, (i + 1) * size)
        continue
      }
      const count = nameFeatures(this.#features, sentence, i)
      const scores = this.#weights.score(this.#features, count)
      for (let c = 0; c < size; c++) emission[i * size + c] = scores[c]!
    }
    const path = bestLabels(emission, this.#transition, this.#allowed, words, size)
    const found: FoundName[] = []
    for (let i = 0; i < words; i++) {
      const label = path[i]!
      if (label === 0) continue
      let end = i + 1
      if (this.labels[label]!.startsWith('B'))
        while (end < words && /^[IE]/.test(this.labels[path[end]!]!)) {
          end++
          if (this.labels[path[end - 1]!]!.startsWith('E')) break
        }
      let other = Number.NEGATIVE_INFINITY
      for (let c = 0; c < size; c++) if (c !== label) other = Math.max(other, emission[i * size + c]!)
      found.push({
        first: i,
        end,
        type: this.labels[label]!.slice(2),
        margin: emission[i * size + label]! - other,
      })
      i = end - 1
    }
    return found
  }
}

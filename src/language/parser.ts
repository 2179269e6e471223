import { parseFeatures } from './parse-features.ts'
import { ParseState } from './parse-state.ts'
import type { ParseWords } from './parse-words.ts'
import type { Scorer } from './sparse-weights.ts'

/** A tree over words laid out for the parser, by their numbers: 1 to `size`, the root is `size + 1`. */
export interface FinishedTree {
  readonly words: ParseWords
  readonly head: Int32Array
  /** Number of the label. */
  readonly label: Int32Array
  /** By how much the attachment beat the best step of another kind; larger is surer. */
  readonly margin: Int32Array
}

/** What a step does, by its number: 0 shifts, then come the left arcs by label, then the right arcs. */
export interface Steps {
  readonly labels: number
  /** The label that only the root's child has. */
  readonly rootLabel: number
}

/** The steps for a list of labels. */
export function stepsOf(labels: readonly string[]): Steps {
  return { labels: labels.length, rootLabel: labels.indexOf('root') }
}

/** The best step among those allowed. */
export function bestStep(state: ParseState, scores: ArrayLike<number>, { labels, rootLabel }: Steps): number {
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  if (state.canShift) {
    best = 0
    bestScore = scores[0]!
  }
  if (state.canLeft) {
    if (state.next > state.size) {
      if (best < 0 || scores[1 + rootLabel]! > bestScore) {
        best = 1 + rootLabel
        bestScore = scores[best]!
      }
    } else {
      for (let step = 1; step <= labels; step++) {
        if (scores[step]! > bestScore && step !== 1 + rootLabel) {
          best = step
          bestScore = scores[step]!
        }
      }
    }
  }
  if (state.canRight) {
    const rootStep = 1 + labels + rootLabel
    for (let step = labels + 1; step <= 2 * labels; step++) {
      if (scores[step]! > bestScore && step !== rootStep) {
        best = step
        bestScore = scores[step]!
      }
    }
  }
  return best
}

/** Takes a step. */
export function takeStep(state: ParseState, step: number, { labels }: Steps): void {
  if (step === 0) state.shift()
  else if (step <= labels) state.attachLeft(step - 1)
  else state.attachRight(step - 1 - labels)
}

/** Builds trees from left to right with the arc-hybrid steps of Kuhlmann et al. (2011), always the best one. */
export class Parser {
  readonly #scorer: Scorer
  readonly #steps: Steps
  readonly #features = new Int32Array(256)
  readonly #state = new ParseState()

  constructor(scorer: Scorer, steps: Steps) {
    this.#scorer = scorer
    this.#steps = steps
  }

  /** The tree over words laid out by `parseWords`. */
  parse(words: ParseWords): FinishedTree {
    const state = this.#state
    const { labels } = this.#steps
    const margins = new Int32Array(words.size + 2)
    state.reset(words.size)
    while (!state.done) {
      if (state.depth === 0) {
        state.shift()
        continue
      }
      const onlyRoot = state.next > state.size && state.depth === 1
      if (onlyRoot) {
        margins[state.top] = 127
        state.attachLeft(this.#steps.rootLabel)
        continue
      }
      const count = parseFeatures(this.#features, words, state)
      const scores = this.#scorer.score(this.#features, count)
      const step = bestStep(state, scores, this.#steps)
      if (step > 0) margins[state.top] = margin(state, scores, step, labels)
      takeStep(state, step, this.#steps)
    }
    const end = words.size + 2
    return { words, head: state.head.slice(0, end), label: state.label.slice(0, end), margin: margins }
  }
}

/** How far the step stands above the best step of another kind. */
function margin(state: ParseState, scores: ArrayLike<number>, step: number, labels: number): number {
  let other = state.canShift ? scores[0]! : Number.NEGATIVE_INFINITY
  if (step > labels && state.canLeft && state.next <= state.size) {
    for (let c = 1; c <= labels; c++) other = Math.max(other, scores[c]!)
  }
  if (step <= labels && state.canRight) {
    for (let c = labels + 1; c <= 2 * labels; c++) other = Math.max(other, scores[c]!)
  }
  return other === Number.NEGATIVE_INFINITY ? 127 : scores[step]! - other
}

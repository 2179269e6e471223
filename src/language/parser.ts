import type { Glance } from './glance.ts'
import { parseFeatures } from './parse-features.ts'
import { ParseState } from './parse-state.ts'
import { bestStep, leadOf, type Steps, takeStep } from './parse-steps.ts'
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

/** The margin of an attachment that a glance was sure of. */
const AT_A_GLANCE = 32_767
/** The margin of an attachment that was the only kind of step left, which makes it no surer. */
const NO_CHOICE = 127

/**
 * Builds trees from left to right with the arc-hybrid steps of Kuhlmann et al. (2011), always the best one. With a
 * glance, most steps cost a few features instead of all.
 */
export class Parser {
  readonly #scorer: Scorer
  readonly #steps: Steps
  readonly #glance: Glance | undefined
  readonly #features = new Int32Array(256)
  readonly #state = new ParseState()

  constructor(scorer: Scorer, steps: Steps, glance?: Glance) {
    this.#scorer = scorer
    this.#steps = steps
    this.#glance = glance
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
        margins[state.top] = NO_CHOICE
        state.attachLeft(this.#steps.rootLabel)
        continue
      }
      const count = parseFeatures(this.#features, words, state)
      const seen = this.#glanceAt(state)
      if (seen >= 0) {
        if (seen > 0) margins[state.top] = hasChoice(state) ? AT_A_GLANCE : NO_CHOICE
        takeStep(state, seen, this.#steps)
        continue
      }
      const scores = this.#scorer.score(this.#features, count)
      const step = bestStep(state, scores, this.#steps)
      if (step > 0) margins[state.top] = margin(state, scores, step, labels)
      takeStep(state, step, this.#steps)
    }
    const end = words.size + 2
    return { words, head: state.head.slice(0, end), label: state.label.slice(0, end), margin: margins }
  }

  /** The step that a glance at the features is sure of, or -1. */
  #glanceAt(state: ParseState): number {
    if (!this.#glance) return -1
    const scores = this.#glance.score(this.#features)
    const step = bestStep(state, scores, this.#steps)
    return leadOf(state, scores, step, this.#steps) < this.#glance.sure ? -1 : step
  }
}

/** Whether more than one kind of step is allowed. */
const hasChoice = ({ canShift, canLeft, canRight }: ParseState): boolean =>
  Number(canShift) + Number(canLeft) + Number(canRight) > 1

/** How far the step stands above the best step of another kind. */
function margin(state: ParseState, scores: ArrayLike<number>, step: number, labels: number): number {
  let other = state.canShift ? scores[0]! : Number.NEGATIVE_INFINITY
  if (step > labels && state.canLeft && state.next <= state.size) {
    for (let c = 1; c <= labels; c++) other = Math.max(other, scores[c]!)
  }
  if (step <= labels && state.canRight) {
    for (let c = labels + 1; c <= 2 * labels; c++) other = Math.max(other, scores[c]!)
  }
  return other === Number.NEGATIVE_INFINITY ? NO_CHOICE : scores[step]! - other
}

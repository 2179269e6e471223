import { parseFeatures } from '../../src/language/parse-features.ts'
import { ParseState } from '../../src/language/parse-state.ts'
import { bestStep, type Steps, takeStep } from '../../src/language/parse-steps.ts'
import type { ParseWords } from '../../src/language/parse-words.ts'
import { Perceptron } from './perceptron.ts'
import { Random } from './random.ts'

/** A sentence laid out for the parser with its tree: heads and labels at 1 to n, the root is n + 1. */
export interface TreeSentence {
  readonly words: ParseWords
  readonly heads: Int32Array
  readonly labels: Int32Array
}

/** Settings of one training run. */
export interface ParserTraining {
  readonly epochs: number
  readonly seed: number
  /** How often, from the second epoch, the parser follows its own wrong step to learn the way on from there. */
  readonly exploration: number
  readonly afterEpoch?: (epoch: number, model: Perceptron) => void
}

/**
 * What each kind of step would cost: how many right arcs can no longer be built after it (the dynamic oracle for
 * arc-hybrid of Goldberg and Nivre 2013). Kinds that are not allowed cost 99.
 */
class StepCosts {
  shift = 0
  left = 0
  right = 0

  measure(state: ParseState, heads: Int32Array): number {
    const { depth, stack, next, size } = state
    const top = state.top
    const second = state.second
    let shift = 0
    let left = 0
    let right = 0
    if (state.canShift) {
      for (let k = 0; k < depth; k++) {
        const word = stack[k]!
        if (heads[word] === next) shift++
        if (k < depth - 1 && heads[next] === word) shift++
      }
    }
    if (depth > 0) {
      const head = heads[top]!
      for (let word = next; word <= size; word++) {
        if (heads[word] === top) {
          left++
          right++
        }
      }
      if (head >= next) right++
      if (second !== 0 && head === second) left++
      if (head > next) left++
    }
    this.shift = state.canShift ? shift : 99
    this.left = state.canLeft ? left : 99
    this.right = state.canRight ? right : 99
    return Math.min(this.shift, this.left, this.right)
  }
}

/** The best step that costs least, and whether `guess` is such a step. */
function oracle(
  state: ParseState,
  gold: TreeSentence,
  costs: StepCosts,
  scores: ArrayLike<number>,
  steps: Steps,
  guess: number,
): { step: number; guessRight: boolean } {
  const least = costs.measure(state, gold.heads)
  const { labels, rootLabel } = steps
  const top = state.top
  let step = -1
  let guessRight = false
  const offer = (candidate: number): void => {
    if (step < 0 || scores[candidate]! > scores[step]!) step = candidate
    if (candidate === guess) guessRight = true
  }
  if (costs.shift === least) offer(0)
  if (costs.left === least) {
    if (state.next > state.size) offer(1 + rootLabel)
    else if (gold.heads[top] === state.next) offer(1 + gold.labels[top]!)
    else for (let c = 1; c <= labels; c++) if (c !== 1 + rootLabel) offer(c)
  }
  if (costs.right === least) {
    if (gold.heads[top] === state.second) offer(1 + labels + gold.labels[top]!)
    else for (let c = labels + 1; c <= 2 * labels; c++) if (c !== 1 + labels + rootLabel) offer(c)
  }
  return { step, guessRight }
}

/** Trains the weights of a parser. */
export function trainParser(
  sentences: readonly TreeSentence[],
  steps: Steps,
  { epochs, seed, exploration, afterEpoch }: ParserTraining,
): Perceptron {
  const random = new Random(seed * 7919)
  const model = new Perceptron(1 + 2 * steps.labels)
  const features = new Int32Array(256)
  const state = new ParseState()
  const costs = new StepCosts()
  const order = sentences.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order)
    for (const index of order) {
      const gold = sentences[index]!
      state.reset(gold.words.size)
      while (!state.done) {
        if (state.depth === 0) {
          state.shift()
          continue
        }
        if (state.next > state.size && state.depth === 1) {
          state.attachLeft(steps.rootLabel)
          continue
        }
        const count = parseFeatures(features, gold.words, state)
        const scores = model.score(features, count)
        const guess = bestStep(state, scores, steps)
        const { step, guessRight } = oracle(state, gold, costs, scores, steps, guess)
        model.tick()
        if (!guessRight) model.update(features, count, step, guess)
        takeStep(state, guessRight || (epoch > 0 && random.next() < exploration) ? guess : step, steps)
      }
    }
    afterEpoch?.(epoch + 1, model)
  }
  return model
}

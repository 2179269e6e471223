import { mayBeNamed, NAME_FEATURES, type NameWords, nameFeatures } from '../../src/language/name-features.ts'
import { allowedSteps, bestLabels, NEVER, nameLabels } from '../../src/language/name-finder.ts'
import type { NamedSentence } from '../names-file.ts'
import { Perceptron } from './perceptron.ts'
import { Random } from './random.ts'

/** A sentence laid out for the name finder with its labels. */
export interface NameExample {
  readonly words: NameWords
  readonly gold: Uint8Array
}

/** Labels of a sentence's words in the begin-inside-end-single scheme. */
export function encodeNames(sentence: NamedSentence, labels: readonly string[]): Uint8Array {
  const gold = new Uint8Array(sentence.forms.length)
  for (const { first, end, type } of sentence.names)
    for (let i = first; i < end; i++) {
      const place = end - first === 1 ? 'S' : i === first ? 'B' : i === end - 1 ? 'E' : 'I'
      const label = labels.indexOf(`${place}-${type}`)
      if (label > 0) gold[i] = label
    }
  return gold
}

/** Averaged weights of a chain: those of words in the perceptron, those of steps beside it. */
export interface NameModel {
  readonly weights: Perceptron
  readonly transition: Float64Array
}

/** Labels without the names that hold a word which is never scored: they could not be learnt, only unsettle the rest. */
function learnable({ words, gold }: NameExample, labels: readonly string[]): Uint8Array {
  const kept = gold.slice()
  for (let i = 0; i < gold.length; i++) {
    if (!/^[BS]/.test(labels[gold[i]!]!)) continue
    let end = i + 1
    while (end < gold.length && /^[IE]/.test(labels[gold[end]!]!)) end++
    let scored = true
    for (let k = i; k < end; k++) scored &&= mayBeNamed(words, k)
    if (!scored) kept.fill(0, i, end)
  }
  return kept
}

/** Trains a chain by the structured perceptron with Viterbi decoding (Collins 2002), averaged. */
export function trainNames(
  examples: readonly NameExample[],
  types: readonly string[],
  epochs: number,
  seed: number,
): NameModel {
  const labels = nameLabels(types)
  const size = labels.length
  const width = size + 1
  const allowed = allowedSteps(labels)
  const weights = new Perceptron(size)
  const steps = new Float64Array(width * width)
  const sums = new Float64Array(width * width)
  const random = new Random(seed * 104_729)
  const features = new Int32Array(NAME_FEATURES)
  const order = examples.map((_, i) => i)
  const golds = examples.map((example) => learnable(example, labels))
  let tick = 1
  const step = (from: number, to: number, amount: number): void => {
    const at = from * width + to
    steps[at]! += amount
    sums[at]! += amount * tick
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order)
    for (const index of order) {
      const { words } = examples[index]!
      const gold = golds[index]!
      const length = gold.length
      const emission = new Float64Array(length * size)
      for (let i = 0; i < length; i++) {
        if (!mayBeNamed(words, i)) {
          emission.fill(NEVER, i * size + 1, (i + 1) * size)
          continue
        }
        const scores = weights.score(features, nameFeatures(features, words, i))
        for (let c = 0; c < size; c++) emission[i * size + c] = scores[c]!
      }
      const guess = bestLabels(emission, steps, allowed, length, size)
      tick++
      weights.tick()
      for (let i = 0; i < length; i++) {
        if (guess[i] !== gold[i])
          weights.update(features, nameFeatures(features, words, i), gold[i]!, guess[i]!)
        const goldFrom = i === 0 ? size : gold[i - 1]!
        const guessFrom = i === 0 ? size : guess[i - 1]!
        if (goldFrom !== guessFrom || gold[i] !== guess[i]) {
          step(goldFrom, gold[i]!, 1)
          step(guessFrom, guess[i]!, -1)
        }
      }
    }
  }
  return { weights, transition: steps.map((value, i) => value - sums[i]! / tick) }
}

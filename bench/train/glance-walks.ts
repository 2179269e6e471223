import { parseFeatures } from '../../src/language/parse-features.ts'
import { ParseState } from '../../src/language/parse-state.ts'
import { bestStep, type Steps, takeStep } from '../../src/language/parse-steps.ts'
import type { ParseWords } from '../../src/language/parse-words.ts'
import { SparseWeights, type WeightRows } from '../../src/language/sparse-weights.ts'
import { tagFeatures } from '../../src/language/tag-features.ts'
import type { WordAtoms } from '../../src/language/word-atoms.ts'
import { casingOf } from '../../src/language/word-form.ts'
import { type TrainedGlance, trainGlance } from './train-glance.ts'

/** Trains a glance at the steps of a parser. */
export function trainStepGlance(
  sentences: readonly ParseWords[],
  rows: WeightRows,
  steps: Steps,
): TrainedGlance {
  const scorer = new SparseWeights(rows)
  const features = new Int32Array(256)
  const isOpen = new Uint8Array(rows.classes)
  const state = new ParseState()
  const { labels, rootLabel } = steps
  return trainGlance({
    sentences: sentences.length,
    rows,
    templates: 28,
    allowed: 0.002,
    walk(sentence, visit) {
      const words = sentences[sentence]!
      state.reset(words.size)
      while (!state.done) {
        if (state.depth === 0) state.shift()
        else if (state.next > state.size && state.depth === 1) state.attachLeft(rootLabel)
        else {
          const count = parseFeatures(features, words, state)
          const chosen = bestStep(state, scorer.score(features, count), steps)
          isOpen[0] = Number(state.canShift)
          isOpen.fill(Number(state.canLeft && state.next <= state.size), 1, 1 + labels)
          isOpen.fill(Number(state.canRight), 1 + labels)
          isOpen[1 + rootLabel] = 0
          isOpen[1 + labels + rootLabel] = 0
          visit({ features, count, chosen, isOpen })
          takeStep(state, chosen, steps)
        }
      }
    },
  })
}

/** Trains a glance at the tags that a tagger gives to words that are not certain. */
export function trainTagGlance(
  sentences: readonly (readonly WordAtoms[])[],
  rows: WeightRows,
): TrainedGlance {
  const scorer = new SparseWeights(rows)
  const features = new Int32Array(128)
  const isOpen = new Uint8Array(rows.classes).fill(1)
  return trainGlance({
    sentences: sentences.length,
    rows,
    templates: 20,
    allowed: 0.005,
    walk(sentence, visit) {
      const words = sentences[sentence]!
      const casing = casingOf(words)
      let previous = -1
      let beforePrevious = -1
      for (const [i, { certain }] of words.entries()) {
        let chosen = certain
        if (chosen < 0) {
          const count = tagFeatures(features, words, i, previous, beforePrevious, casing)
          const scores = scorer.score(features, count)
          chosen = scores.indexOf(Math.max(...scores))
          visit({ features, count, chosen, isOpen })
        }
        beforePrevious = previous
        previous = chosen
      }
    },
  })
}

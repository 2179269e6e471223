import type { FinishedTree } from '../../src/language/parser.ts'
import { REVISE_FEATURES, reviseFeatures } from '../../src/language/revise-features.ts'
import { dependentAt, isUnsure, markerLabels, TreeReviser } from '../../src/language/revise-tree.ts'
import { Perceptron } from './perceptron.ts'
import { Random } from './random.ts'

/** A tree as a parser built it that had not seen the sentence, and the heads and labels it should have. */
export interface RevisionExample {
  readonly tree: FinishedTree
  readonly heads: Int32Array
  readonly labels: Int32Array
}

/** Surer attachments are not learnt from; that they go further up than those revised gives more examples. */
const LEARNT_BELOW = 300

/** Trains the weights that revise trees, on the words whose right head is among those looked at. */
export function trainRevision(
  examples: readonly RevisionExample[],
  labels: readonly string[],
  epochs: number,
  seed: number,
): Perceptron {
  const random = new Random(seed * 31_337)
  const model = new Perceptron(labels.length)
  const reviser = new TreeReviser(model, labels)
  const markers = markerLabels(labels)
  const features = new Int32Array(REVISE_FEATURES)
  const order = examples.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order)
    for (const i of order) {
      const { tree: given, heads, labels: wanted } = examples[i]!
      const tree = { ...given, head: given.head.slice(), label: given.label.slice() }
      for (let index = 1; index <= tree.words.size; index++) {
        if (!isUnsure(tree, index, LEARNT_BELOW)) continue
        const dependent = dependentAt(tree, index, markers)
        const onLeft = dependent.left.includes(heads[index]!)
        const place = (onLeft ? dependent.left : dependent.right).indexOf(heads[index]!)
        const guess = reviser.best(tree, dependent)
        if (place >= 0) {
          model.tick()
          if (guess.head !== heads[index] || guess.label !== wanted[index]) {
            const guessLeft = dependent.left.includes(guess.head)
            const guessPlace = (guessLeft ? dependent.left : dependent.right).indexOf(guess.head)
            model.nudge(features, reviseFeatures(features, tree, dependent, onLeft, place), wanted[index]!, 1)
            const count = reviseFeatures(features, tree, dependent, guessLeft, guessPlace)
            model.nudge(features, count, guess.label, -1)
          }
        }
        tree.head[index] = guess.head
        tree.label[index] = guess.label
      }
    }
  }
  return model
}

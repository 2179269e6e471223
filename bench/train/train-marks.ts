import { MarkAttacher } from '../../src/language/attach-marks.ts'
import {
  type MarkedSentence,
  markCandidates,
  markFeatures,
  pairMarks,
} from '../../src/language/mark-features.ts'
import { Perceptron } from './perceptron.ts'
import { Random } from './random.ts'

/** A sentence whose marks await heads, and the heads they should get. */
export interface MarkExample {
  readonly sentence: MarkedSentence
  readonly gold: Int32Array
}

/** Trains the weights that hang marks of punctuation into trees. */
export function trainMarks(examples: readonly MarkExample[], epochs: number, seed: number): Perceptron {
  const random = new Random(seed)
  const model = new Perceptron(1)
  const attacher = new MarkAttacher(model)
  const features = new Int32Array(64)
  const order = examples.map((_, i) => i)
  const move = (
    sentence: MarkedSentence,
    mark: number,
    partner: number,
    head: number,
    amount: number,
  ): void => {
    const candidates = markCandidates(sentence, mark, partner)
    for (const onLeft of [true, false]) {
      const place = (onLeft ? candidates.left : candidates.right).indexOf(head)
      if (place < 0) continue
      const count = markFeatures(features, sentence, mark, candidates, onLeft, place)
      model.nudge(features, count, 0, amount)
    }
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order)
    for (const index of order) {
      const { sentence, gold } = examples[index]!
      const partners = pairMarks(sentence.forms, sentence.isMark)
      for (let mark = 0; mark < gold.length; mark++) {
        if (!sentence.isMark[mark]) continue
        const { left, right } = markCandidates(sentence, mark, partners[mark]!)
        const head = gold[mark]!
        if (!left.includes(head) && !right.includes(head)) continue
        const guess = attacher.best(sentence, mark, partners[mark]!)
        model.tick()
        if (guess === head) continue
        move(sentence, mark, partners[mark]!, head, 1)
        move(sentence, mark, partners[mark]!, guess, -1)
      }
    }
  }
  return model
}

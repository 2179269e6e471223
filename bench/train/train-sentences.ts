import { boundaryFeatures, boundaryToken } from '../../src/language/boundary-features.ts'
import { MarkCounter, mayEnd } from '../../src/language/split-sentences.ts'
import { tokenize } from '../../src/language/tokenize.ts'
import { type TreebankSentence, textOf } from '../conllu.ts'
import { Perceptron } from './perceptron.ts'
import { Random } from './random.ts'

interface Paragraph {
  readonly forms: readonly string[]
  /** Whether blanks follow each token. */
  readonly blank: readonly boolean[]
  readonly ends: ReadonlySet<number>
}

/** The paragraphs of a treebank as our own tokenizer sees them, with the tokens that end a sentence. */
function paragraphsOf(sentences: readonly TreebankSentence[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let from = 0
  for (let i = 1; i <= sentences.length; i++) {
    if (i < sentences.length && !sentences[i]!.paragraph) continue
    const { text, words } = textOf(sentences.slice(from, i))
    const { bounds, count } = tokenize(text)
    const goldEnds = new Set(words.map((list) => list.at(-1)!.end))
    const forms: string[] = []
    const blank: boolean[] = []
    const ends = new Set<number>()
    for (let t = 0; t < count; t++) {
      forms.push(text.slice(bounds[2 * t], bounds[2 * t + 1]))
      blank.push(t + 1 < count && bounds[2 * t + 2]! > bounds[2 * t + 1]!)
      if (goldEnds.has(bounds[2 * t + 1]!)) ends.add(t)
    }
    paragraphs.push({ forms, blank, ends })
    from = i
  }
  return paragraphs
}

/** Trains the weights that tell sentence ends (class 1) from other gaps (class 0). */
export function trainSentences(
  sentences: readonly TreebankSentence[],
  epochs: number,
  seed: number,
): Perceptron {
  const paragraphs = paragraphsOf(sentences)
  const random = new Random(seed)
  const model = new Perceptron(2)
  const features = new Int32Array(64)
  const order = paragraphs.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order)
    for (const index of order) {
      const { forms, blank, ends } = paragraphs[index]!
      const tokens = forms.map(boundaryToken)
      const marks = new MarkCounter()
      let length = 0
      for (let i = 0; i + 1 < tokens.length; i++) {
        length++
        marks.see(forms[i]!)
        const gap = { length, blank: blank[i]!, inQuotation: marks.inQuotation, inBracket: marks.inBracket }
        const gold = ends.has(i) ? 1 : 0
        if (mayEnd(tokens, i, gap)) {
          const count = boundaryFeatures(features, tokens, i, gap)
          const scores = model.score(features, count)
          const guess = scores[1]! > scores[0]! ? 1 : 0
          model.tick()
          if (guess !== gold) model.update(features, count, gold, guess)
        }
        if (gold === 1) {
          length = 0
          marks.reset()
        }
      }
    }
  }
  return model
}

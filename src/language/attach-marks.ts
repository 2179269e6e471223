import { type MarkedSentence, markCandidates, markFeatures, pairMarks } from './mark-features.ts'
import type { Scorer } from './sparse-weights.ts'

/**
 * Hangs every mark of punctuation into a tree of words: of the words that a mark can hang from without crossing
 * an arc, a linear model takes the best. Marks follow conventions about the whole tree, which a parser that goes
 * from left to right cannot see; leaving them to the end also frees the parser to see past them.
 */
export class MarkAttacher {
  readonly #scorer: Scorer
  readonly #features = new Int32Array(64)

  constructor(scorer: Scorer) {
    this.#scorer = scorer
  }

  /** Writes the head of each mark whose head is -2 into `sentence.heads`; a sentence of marks has the first as root. */
  attach(sentence: MarkedSentence): void {
    const { heads, forms, isMark } = sentence
    const partners = pairMarks(forms, isMark)
    const chosen: [number, number][] = []
    for (let mark = 0; mark < heads.length; mark++) {
      if (isMark[mark]) chosen.push([mark, this.best(sentence, mark, partners[mark]!)])
    }
    for (const [mark, head] of chosen) heads[mark] = head
  }

  /** The best head of a mark. */
  best(sentence: MarkedSentence, mark: number, partner: number): number {
    const candidates = markCandidates(sentence, mark, partner)
    let best = mark === 0 ? -1 : 0
    let bestScore = Number.NEGATIVE_INFINITY
    for (const onLeft of [true, false]) {
      const chain = onLeft ? candidates.left : candidates.right
      for (let place = 0; place < chain.length; place++) {
        const count = markFeatures(this.#features, sentence, mark, candidates, onLeft, place)
        const score = this.#scorer.score(this.#features, count)[0]!
        if (score > bestScore) {
          bestScore = score
          best = chain[place]!
        }
      }
    }
    return best
  }
}

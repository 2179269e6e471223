import type { MarkAttacher } from './attach-marks.ts'
import { parseWords, type TagFacts } from './parse-words.ts'
import type { Parser, Tree } from './parser.ts'
import type { WordAtoms } from './word-atoms.ts'

/** Builds the whole tree of a sentence: first over its words, then with the marks of punctuation. */
export class TreeBuilder {
  readonly #parser: Parser
  readonly #attacher: MarkAttacher
  readonly #facts: TagFacts
  readonly #markLabel: number

  constructor(parser: Parser, attacher: MarkAttacher, facts: TagFacts, markLabel: number) {
    this.#parser = parser
    this.#attacher = attacher
    this.#facts = facts
    this.#markLabel = markLabel
  }

  /** The tree over all tokens of a sentence with their tags. */
  build(words: readonly WordAtoms[], tags: ArrayLike<number>): Tree {
    const laid = parseWords(words, tags, this.#facts)
    const { place } = laid
    const heads = new Int32Array(words.length).fill(-2)
    const labels = new Int32Array(words.length).fill(this.#markLabel)
    const margins = new Int32Array(words.length).fill(127)
    const isMark = new Uint8Array(words.length).fill(1)
    const upos = new Int32Array(words.length)
    for (let i = 0; i < words.length; i++) upos[i] = this.#facts.upos[tags[i]!]!
    if (laid.size > 0) {
      const tree = this.#parser.parse(laid)
      for (let k = 1; k <= laid.size; k++) {
        const at = place[k]!
        const head = tree.heads[k - 1]!
        heads[at] = head < 0 ? -1 : place[head + 1]!
        labels[at] = tree.labels[k - 1]!
        margins[at] = tree.margins[k - 1]!
        isMark[at] = 0
      }
    }
    if (laid.size < words.length) {
      this.#attacher.attach({ forms: words.map((word) => word.form), upos, heads, labels, isMark })
    }
    return { heads, labels, margins }
  }
}

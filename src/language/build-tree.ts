import type { MarkAttacher } from './attach-marks.ts'
import { parseWords, type TagFacts } from './parse-words.ts'
import type { FinishedTree, Parser } from './parser.ts'
import type { TreeReviser } from './revise-tree.ts'
import type { WordAtoms } from './word-atoms.ts'

/** A tree over all tokens of a sentence, in their order. */
export interface Tree {
  /** Index of the head, -1 for the root, -2 for a mark of punctuation without a head yet. */
  readonly heads: Int32Array
  /** Number of the label. */
  readonly labels: Int32Array
  /** Whether the token is a mark of punctuation, which the tree over the words leaves out. */
  readonly isMark: Uint8Array
}

/** A tree over the words of a sentence as one over all its `count` tokens, in which marks have no head. */
export function withMarks({ words, head, label }: FinishedTree, count: number, markLabel: number): Tree {
  const heads = new Int32Array(count).fill(-2)
  const labels = new Int32Array(count).fill(markLabel)
  const isMark = new Uint8Array(count).fill(1)
  const { place, size } = words
  for (let k = 1; k <= size; k++) {
    const at = place[k]!
    heads[at] = head[k]! > size ? -1 : place[head[k]!]!
    labels[at] = label[k]!
    isMark[at] = 0
  }
  return { heads, labels, isMark }
}

/** The words of a sentence with their tags. */
export interface TaggedWords {
  readonly words: readonly WordAtoms[]
  readonly tags: ArrayLike<number>
}

/** The parts that build trees. */
export interface TreeParts {
  readonly parser: Parser
  readonly reviser: TreeReviser
  readonly attacher: MarkAttacher
}

/** Builds the whole tree of a sentence: over its words, then looked through again, then with the marks of punctuation. */
export class TreeBuilder {
  readonly #parts: TreeParts
  readonly #facts: TagFacts
  readonly #markLabel: number

  constructor(parts: TreeParts, facts: TagFacts, markLabel: number) {
    this.#parts = parts
    this.#facts = facts
    this.#markLabel = markLabel
  }

  /** The tree over all tokens of a sentence with their tags. */
  build(words: readonly WordAtoms[], tags: ArrayLike<number>): Tree {
    return this.buildAll([{ words, tags }])[0]!
  }

  /** The trees of sentences. Each part goes through all of them in turn, while its weights are in the processor's cache. */
  buildAll(sentences: readonly TaggedWords[]): Tree[] {
    const { parser, reviser } = this.#parts
    const trees = sentences.map(({ words, tags }) => parser.parse(parseWords(words, tags, this.#facts)))
    for (const tree of trees) reviser.revise(tree)
    return trees.map((tree, i) => this.#withMarks(tree, sentences[i]!))
  }

  #withMarks(finished: FinishedTree, { words, tags }: TaggedWords): Tree {
    const tree = withMarks(finished, words.length, this.#markLabel)
    if (finished.words.size < words.length) {
      const upos = Int32Array.from(words, (_, i) => this.#facts.upos[tags[i]!]!)
      const lower = Int32Array.from(words, (word) => word.lower)
      this.#parts.attacher.attach({ ...tree, forms: words.map((word) => word.form), lower, upos })
    }
    return tree
  }
}

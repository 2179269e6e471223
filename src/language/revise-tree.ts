import type { FinishedTree } from './parser.ts'
import { type Dependent, REVISE_FEATURES, reviseFeatures } from './revise-features.ts'
import type { Scorer } from './sparse-weights.ts'

/** The longest way up from a word that is looked at. */
const LONGEST_CHAIN = 8
/** Longer sentences stay as parsed, which keeps the time linear. */
const LONGEST_SENTENCE = 200
/** Attachments with this margin or more stay. */
const SUREST = 150

/** A choice of head and label for a word. */
export interface Attachment {
  readonly head: number
  readonly label: number
}

/** Labels that mark what role a word has, and that of a coordinator. */
export interface MarkerLabels {
  readonly isMarker: Uint8Array
  readonly coordinator: number
}

/** The labels by name. */
export function markerLabels(labels: readonly string[]): MarkerLabels {
  return {
    isMarker: Uint8Array.from(labels, (label) => (label === 'case' || label === 'mark' ? 1 : 0)),
    coordinator: labels.indexOf('cc'),
  }
}

/** Whether the attachment of a word has a margin below `surest`, and is not the root's. */
export function isUnsure({ words, head, margin }: FinishedTree, index: number, surest: number): boolean {
  return words.size <= LONGEST_SENTENCE && margin[index]! < surest && head[index]! <= words.size
}

/** What the features use of the word at an index of a tree. */
export function dependentAt(tree: FinishedTree, index: number, markers: MarkerLabels): Dependent {
  const { head, label, words } = tree
  const { size } = words
  let first = index
  while (first > 1 && isUnder(tree, first - 1, index)) first--
  let last = index
  while (last < size && isUnder(tree, last + 1, index)) last++
  let marker = 0
  let coordinator = 0
  for (let i = first; i <= last; i++) {
    if (head[i] !== index) continue
    if (marker === 0 && markers.isMarker[label[i]!]) marker = i
    if (coordinator === 0 && label[i] === markers.coordinator) coordinator = i
  }
  return {
    index,
    first,
    last,
    marker,
    coordinator,
    left: wayUp(tree, first - 1, index),
    right: wayUp(tree, last + 1, index),
  }
}

/** Whether a word is the one at an index or hangs from it. */
function isUnder({ head, words: { size } }: FinishedTree, word: number, index: number): boolean {
  let at = word
  for (let step = 0; at <= size && step <= size; step++) {
    if (at === index) return true
    at = head[at]!
  }
  return false
}

/** A word and the words above it, as long as they stay on its side of an index. */
function wayUp({ head, words: { size } }: FinishedTree, start: number, index: number): number[] {
  const list: number[] = []
  let at = start
  while (at >= 1 && at <= size && at < index === start < index && list.length < LONGEST_CHAIN) {
    list.push(at)
    at = head[at]!
  }
  return list
}

/**
 * Looks again at the attachments that the parser was least sure of, now that the whole tree is there (after Attardi
 * and Ciaramita 2007): a linear model takes the best head, of those that cross no arc, and label. The tree stays a
 * tree, and projective.
 */
export class TreeReviser {
  readonly #scorer: Scorer
  readonly #markers: MarkerLabels
  readonly #rootLabel: number
  readonly #features = new Int32Array(REVISE_FEATURES)

  constructor(scorer: Scorer, labels: readonly string[]) {
    this.#scorer = scorer
    this.#markers = markerLabels(labels)
    this.#rootLabel = labels.indexOf('root')
  }

  /** Revises a tree in place: from left to right, and once more when that changed something. */
  revise(tree: FinishedTree): void {
    const last = this.#pass(tree, tree.words.size)
    if (last > 0) this.#pass(tree, last)
  }

  /**
   * Looks at the words up to an index, and at those after it if any of them changes: what was looked at last with the
   * tree as it is now would stay. Returns the index of the last change, or 0.
   */
  #pass(tree: FinishedTree, end: number): number {
    let last = 0
    for (let index = 1; index <= (last > 0 ? tree.words.size : end); index++) {
      if (!isUnsure(tree, index, SUREST)) continue
      const dependent = dependentAt(tree, index, this.#markers)
      // With one possible head there is little to decide.
      if (dependent.left.length + dependent.right.length < 2) continue
      const { head, label } = this.best(tree, dependent, tree.words.isFunctional)
      if (head !== tree.head[index] || label !== tree.label[index]) last = index
      tree.head[index] = head
      tree.label[index] = label
    }
    return last
  }

  /** The best head and label of a dependent; words that are `skipped` are no new heads. */
  best(tree: FinishedTree, dependent: Dependent, skipped?: Uint8Array): Attachment {
    let head = tree.head[dependent.index]!
    let label = tree.label[dependent.index]!
    let best = Number.NEGATIVE_INFINITY
    for (const onLeft of [true, false]) {
      const chain = onLeft ? dependent.left : dependent.right
      for (let place = 0; place < chain.length; place++) {
        if (skipped?.[chain[place]!] && chain[place] !== tree.head[dependent.index]) continue
        const count = reviseFeatures(this.#features, tree, dependent, onLeft, place)
        const scores = this.#scorer.score(this.#features, count)
        for (let c = 0; c < scores.length; c++) {
          if (scores[c]! <= best || c === this.#rootLabel) continue
          best = scores[c]!
          head = chain[place]!
          label = c
        }
      }
    }
    return { head, label }
  }
}

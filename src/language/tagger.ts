import type { Glance } from './glance.ts'
import type { Scorer } from './sparse-weights.ts'
import { tagFeatures } from './tag-features.ts'
import { type Lexicon, type WordAtoms, wordAtoms } from './word-atoms.ts'
import { casingOf } from './word-form.ts'

/** How many word forms are remembered before the memory is emptied. */
const REMEMBERED = 60_000

/** Gives words their tags, from left to right, with a linear model over hashed features. */
export class Tagger {
  readonly #scorer: Scorer
  readonly #lexicon: Lexicon
  readonly #glance: Glance | undefined
  readonly #features = new Int32Array(128)
  #known = new Map<string, WordAtoms>()

  constructor(scorer: Scorer, lexicon: Lexicon, glance?: Glance) {
    this.#scorer = scorer
    this.#lexicon = lexicon
    this.#glance = glance
  }

  /** The atoms of each form. */
  atomsOf(forms: readonly string[]): WordAtoms[] {
    const known = this.#known
    return forms.map((form) => {
      let atoms = known.get(form)
      if (!atoms) {
        if (known.size >= REMEMBERED) known.clear()
        atoms = wordAtoms(form, this.#lexicon)
        known.set(form, atoms)
      }
      return atoms
    })
  }

  /** The number of the tag of each word of a sentence. */
  tag(words: readonly WordAtoms[]): Uint8Array {
    const tags = new Uint8Array(words.length)
    const casing = casingOf(words)
    let previous = -1
    let beforePrevious = -1
    for (let i = 0; i < words.length; i++) {
      let best = words[i]!.certain
      if (best < 0) {
        const count = tagFeatures(this.#features, words, i, previous, beforePrevious, casing)
        best = this.#glanceAt()
        if (best < 0) best = highest(this.#scorer.score(this.#features, count))
      }
      tags[i] = best
      beforePrevious = previous
      previous = best
    }
    return tags
  }

  /** The tag that a glance at the features is sure of, or -1. */
  #glanceAt(): number {
    if (!this.#glance) return -1
    const scores = this.#glance.score(this.#features)
    const best = highest(scores)
    const least = scores[best]! - this.#glance.sure
    for (let c = 0; c < scores.length; c++) if (scores[c]! > least && c !== best) return -1
    return best
  }
}

/** The first of the highest scores. */
function highest(scores: ArrayLike<number>): number {
  let best = 0
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c
  return best
}

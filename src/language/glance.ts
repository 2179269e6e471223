import type { Scorer } from './sparse-weights.ts'

/** What a glance is made of. */
export interface GlanceParts {
  /** The places of its features in the whole model's list of them. */
  readonly templates: ArrayLike<number>
  readonly scorer: Scorer
  /** How far a choice must stand above all others to be taken. */
  readonly sure: number
}

/**
 * Foretells what a model will choose from a few of its features. Most choices are easy, and need not be weighed with all
 * of them (He, Daumé and Eisner 2013; a cascade as by Weiss and Taskar 2010).
 */
export class Glance {
  readonly #templates: ArrayLike<number>
  readonly #scorer: Scorer
  readonly #few: Int32Array
  readonly sure: number

  constructor({ templates, scorer, sure }: GlanceParts) {
    this.#templates = templates
    this.#scorer = scorer
    this.#few = new Int32Array(templates.length)
    this.sure = sure
  }

  /** Scores of all choices by the few among the whole model's features. Valid until the next call. */
  score(features: Int32Array): ArrayLike<number> {
    const few = this.#few
    for (let i = 0; i < few.length; i++) few[i] = features[this.#templates[i]!]!
    return this.#scorer.score(few, few.length)
  }
}

/** A relation read in one of the views: all parts are tokens in the order in which they are said. */
export interface Extraction {
  readonly subject: readonly number[]
  /** What the text leaves out: "the boat, [is] a ketch", "the boat [is] built in", "the mayor's boat" [has]. */
  readonly implied?: 'is' | 'is in' | 'has'
  readonly relation: readonly number[]
  /** The arguments after the subject; the minimal view gives exactly one. */
  readonly objects: readonly (readonly number[])[]
  /** Which rule read it. */
  readonly rule: string
}

/** Gathers extractions, leaving out those with an empty part and repeats. */
export class ExtractionList {
  readonly extractions: Extraction[] = []
  readonly #seen = new Set<string>()

  add(extraction: Extraction): void {
    const { subject, relation, implied, objects } = extraction
    if (subject.length === 0 || (relation.length === 0 && !implied)) return
    const filled = objects.filter((object) => object.length > 0)
    if (filled.length === 0) return
    const key = [subject, relation, filled.flat()].map((part) => part.join(' ')).join('|')
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.extractions.push({ ...extraction, objects: filled })
  }
}

/** Bits of a dictionary entry: which parts of speech a word is listed with, and whether always capitalised. */
export const NOUN = 1
export const VERB = 2
export const ADJECTIVE = 4
export const ADVERB = 8
export const NAME = 16
/** Where the category of a word's first sense as a noun stands in its entry. */
export const CATEGORY_SHIFT = 5

/** The category of a form as a noun, singular or plural, the number of WordNet's lexicographer file less two; 0 for none. */
export function nounCategory(form: string, dictionary: ReadonlyMap<string, number>): number {
  let entry = dictionary.get(form)
  if (entry === undefined && form.endsWith('s')) {
    entry = dictionary.get(form.slice(0, -1))
    if (entry === undefined && form.endsWith('ies')) entry = dictionary.get(`${form.slice(0, -3)}y`)
    if (entry === undefined && form.endsWith('es')) entry = dictionary.get(form.slice(0, -2))
  }
  return entry === undefined ? 0 : entry >> CATEGORY_SHIFT
}

/**
 * What a dictionary says of a form as one number: the parts of speech of the form itself, and of the words it
 * may be an inflection of (plural, -ed, -ing, -er, -est, -ly). 0 when nothing is known.
 */
export function sensesOf(form: string, dictionary: ReadonlyMap<string, number>): number {
  const base = (stem: string): number => (dictionary.get(stem) ?? 0) & 31
  let senses = base(form)
  if (form.endsWith('s') && form.length > 3) {
    let plain = base(form.slice(0, -1))
    if (form.endsWith('es')) plain |= base(form.slice(0, -2))
    if (form.endsWith('ies')) plain |= base(`${form.slice(0, -3)}y`)
    senses |= (plain & (NOUN | VERB)) << 5
  }
  if (form.endsWith('ed') && form.length > 3) senses |= (stemSenses(form, 2, base) & VERB) << 6
  if (form.endsWith('ing') && form.length > 4) senses |= (stemSenses(form, 3, base) & VERB) << 7
  if (form.endsWith('er') && form.length > 3) senses |= (stemSenses(form, 2, base) & (VERB | ADJECTIVE)) << 8
  if (form.endsWith('est') && form.length > 4) senses |= (stemSenses(form, 3, base) & ADJECTIVE) << 9
  if (form.endsWith('ly') && form.length > 4) senses |= (base(form.slice(0, -2)) & ADJECTIVE) << 10
  return senses
}

/** The stem without the ending, with a final e put back, with a doubled consonant undone, or y for i. */
function stemSenses(form: string, ending: number, base: (stem: string) => number): number {
  const stem = form.slice(0, -ending)
  const length = stem.length
  let senses = base(stem) | base(`${stem}e`)
  if (length > 2 && stem[length - 1] === stem[length - 2]) senses |= base(stem.slice(0, -1))
  if (stem.endsWith('i')) senses |= base(`${stem.slice(0, -1)}y`)
  return senses
}

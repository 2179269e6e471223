import type { Span } from '../../src/model/index.ts'
import type { Phrase } from '../../src/resolve/within/phrase.ts'

/** What may follow the words of a name within its mention: a possessive, "of", a hyphen, or one more name. */
const keeps = /^\s*(['’]s?(?![\p{L}])|of\b|[-–]|,\s*\p{Lu})/u

/**
 * The part of a phrase that OntoGUM marks: all of a description, but a name without the brackets, clauses and
 * prepositional phrases after it. They belong to it in half of the cases only, and seldom the same way twice.
 */
export function markedSpan({ kind, mention, start, end }: Phrase, text: string): Span {
  const whole = kind !== 'name' || !mention || mention.end >= end || keeps.test(text.slice(mention.end, end))
  return { start, end: whole ? end : mention.end }
}

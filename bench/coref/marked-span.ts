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

/** A place named within the name of a body, and the phrase that names it alone. */
export interface PlaceWithin {
  readonly span: Span
  readonly place: Phrase
}

/**
 * The places within names of organisations that the text also names alone: "Varnholm" in "Varnholm University"
 * or "University of Varnholm". OntoGUM counts them as mentions; a graph has no use for them.
 */
export function placesWithin(phrases: readonly Phrase[]): PlaceWithin[] {
  const places = new Map<string, Phrase>()
  for (const phrase of phrases)
    if (phrase.kind === 'name' && phrase.mention?.type === 'Place')
      places.set(phrase.mention.text.replace(/^the /i, ''), phrase)
  return phrases.flatMap(({ kind, mention }) => {
    if (kind !== 'name' || mention?.type !== 'Organization') return []
    return [...places].flatMap(([name, place]): PlaceWithin[] => {
      const at = mention.text.indexOf(name)
      const end = at + name.length
      if (
        at < 0 ||
        name === mention.text ||
        /\w/.test(mention.text.charAt(at - 1) + mention.text.charAt(end))
      )
        return []
      return [{ span: { start: mention.start + at, end: mention.start + end }, place }]
    })
  })
}

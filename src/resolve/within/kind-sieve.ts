import type { DocumentClaims } from '../../model/index.ts'
import { append } from '../append.ts'
import { type Chains, nested } from './chains.ts'
import { kindWords } from './kind-words.ts'
import type { Join } from './link.ts'
import type { Phrase } from './phrase.ts'

const small = /^(for|of|and|the|in|on)$/

/**
 * Joins descriptions with the names they stand for: "the federation" with the one name of the document that
 * ends in the word, "the watchdog" with the one that such a word fits, and what the text says is named so
 * ("the inquiry, called Operation Lantern").
 */
export function joinKinds(
  phrases: readonly Phrase[],
  document: DocumentClaims,
  chains: Chains,
  join: Join,
): void {
  joinNamed(phrases, document, join)
  const bodies = phrases.filter(
    (p) => p.kind === 'name' && p.words.length > 0 && !/^(Person|Role)$/.test(p.mention?.type ?? ''),
  )
  const byLast = new Map<string, Phrase[]>()
  for (const name of bodies) if (name.words.length > 1) append(byLast, name.words.at(-1)!, name)
  const namesOf = new Map<number, Phrase[]>()
  for (const phrase of phrases) if (phrase.kind === 'name') append(namesOf, chains.find(phrase), phrase)
  // Descriptions are joined with names below, names with names no more: what a body is called is known now.
  const called = new Map(bodies.map((name) => [name, namesOf.get(chains.find(name))!]))
  const wordSets = new Map(
    [...new Set(called.values())].map((names) => [names, new Set(names.flatMap((n) => n.words))]),
  )
  const wordsOf = (name: Phrase): ReadonlySet<string> => wordSets.get(called.get(name)!)!
  const fittingKind = new Map<string, Phrase[]>()
  const ofKind = (word: string): readonly Phrase[] => {
    const pattern = kindWords.get(word)
    if (!pattern) return []
    let found = fittingKind.get(word)
    if (!found) {
      const fits = new Set([...wordSets.keys()].filter((names) => names.some((n) => pattern.test(nameOf(n)))))
      found = bodies.filter((name) => fits.has(called.get(name)!))
      fittingKind.set(word, found)
    }
    return found
  }
  for (const phrase of phrases) {
    const { mention } = phrase
    if (phrase.kind !== 'nominal' || phrase.number !== 'singular') continue
    if (!/^(definite|demonstrative)$/.test(mention?.determiner ?? '') || mention?.predicative) continue
    // What else the phrase says must be in the name too: "the police watchdog".
    const others = phrase.words.filter((word) => word !== phrase.word)
    const says = (name: Phrase): boolean => others.every((word) => wordsOf(name).has(word))
    const fitting = [...(byLast.get(phrase.word) ?? []), ...ofKind(phrase.word)].filter(
      (name) => says(name) && !nested(name, phrase),
    )
    if (new Set(fitting.map(chains.find)).size !== 1) continue
    const target = fitting.filter((name) => name.index < phrase.index).at(-1)
    if (target) join(phrase, target, 'kind', 0.8)
  }
}

const nameOf = (name: Phrase): string => name.words.filter((word, i) => i > 0 || !small.test(word)).join(' ')

function joinNamed(phrases: readonly Phrase[], document: DocumentClaims, join: Join): void {
  const byId = new Map(phrases.flatMap((p) => (p.mention ? [[p.mention.id, p] as const] : [])))
  const byPlace = new Map<string, Phrase>()
  for (const phrase of phrases)
    if (phrase.kind === 'name') byPlace.set(`${phrase.mention?.start} ${phrase.mention?.end}`, phrase)
  for (const claim of document.claims) {
    if (claim.relation !== 'named' || claim.polarity === 'negative') continue
    const described = byId.get(claim.subject)
    const { start, end } = claim.objectSpan
    const name = byPlace.get(`${start} ${end}`)
    if (described?.kind === 'nominal' && name) join(described, name, 'named', 0.9)
  }
}

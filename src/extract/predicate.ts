import type { Tree } from '../annotate/tree.ts'

const relativePronouns = new Set(['who', 'which', 'that', 'whom', 'whose', 'where', 'when'])

/** Relations to the head under which a verb form heads no clause. */
const nonPredicates = new Set([
  'amod',
  'compound',
  'fixed',
  'flat',
  'case',
  'mark',
  'aux',
  'cop',
  'det',
  'advmod',
  'goeswith',
])

/** Whether a token is "who", "which" or "that" standing for a noun before it. */
export const isRelativePronoun = (tree: Tree, token: number): boolean =>
  relativePronouns.has(tree.lower(token)) && (/^W/.test(tree.xpos(token)) || tree.upos(token) === 'PRON')

/** Whether a token is the nominal or adjectival predicate of a copula: "mayor" in "is the mayor". */
export const hasCopula = (tree: Tree, token: number): boolean => tree.children(token, 'cop').length > 0

/** Whether a token is a verb, or an auxiliary that stands as one ("who is in charge"). */
export const isVerb = (tree: Tree, token: number): boolean =>
  tree.upos(token) === 'VERB' ||
  (tree.upos(token) === 'AUX' && !['aux', 'cop'].includes(tree.relation(token)))

/** Whether a token can head a noun phrase. */
export const isNominal = (tree: Tree, token: number): boolean =>
  /^(NOUN|PROPN|PRON|NUM)$/.test(tree.upos(token))

/** Whether a token heads a clause. */
export const isPredicate = (tree: Tree, token: number): boolean =>
  hasCopula(tree, token) || (isVerb(tree, token) && !nonPredicates.has(tree.relation(token)))

/** Whether the verb stands in the passive, or as a participle after its noun. */
export function isPassive(tree: Tree, verb: number): boolean {
  if (tree.children(verb).some((c) => tree.label(c) === 'aux:pass' || tree.label(c) === 'nsubj:pass'))
    return true
  if (tree.xpos(verb) !== 'VBN') return false
  const auxiliaries = tree.children(verb, 'aux')
  if (auxiliaries.some((a) => tree.lemma(a) === 'have')) return false
  if (auxiliaries.some((a) => /^(be|get)$/.test(tree.lemma(a)))) return true
  const relation = tree.relation(verb)
  if (relation === 'conj' && auxiliaries.length === 0 && tree.head(verb) >= 0)
    return isPassive(tree, tree.head(verb))
  return auxiliaries.length === 0 && (relation === 'acl' || relation === 'advcl')
}

/** The tokens of the preposition before a noun, in text order: "as part of" is three. */
export function prepositionTokens(tree: Tree, token: number): number[] {
  return tree
    .children(token, 'case')
    .filter((c) => c < token && tree.xpos(c) !== 'POS')
    .flatMap((c) => [c, ...tree.children(c, 'fixed')])
    .sort((a, b) => a - b)
}

/** The words of a preposition before a noun, joined: `as part of` is `as-part-of`. */
export function prepositionOf(tree: Tree, token: number): string | undefined {
  const words = prepositionTokens(tree, token)
  return words.length > 0 ? words.map((w) => tree.lower(w)).join('-') : undefined
}

/** A noun with the nouns joined to it: "A, B and C" gives three. What has a preposition that it lacks is not joined. */
export function conjuncts(tree: Tree, token: number): number[] {
  const joined = tree
    .children(token, 'conj')
    .filter((c) => isNominal(tree, c) || tree.upos(c) === tree.upos(token))
  if (joined.length === 0) return [token]
  const own = prepositionOf(tree, token)
  return [token, ...joined.filter((c) => [undefined, own].includes(prepositionOf(tree, c)))]
}

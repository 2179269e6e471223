import type { NameSpan } from '../model/index.ts'
import type { HeadTypes } from './head-types.ts'
import { nominal, type TokenRange } from './token-range.ts'
import type { Tree } from './tree.ts'

/** Words of offices that also stand inside names of people and bodies. */
const inNames = /^(king|queen|prince|princess|pope|head|chief|chair)$/

/** Whether a word names an office, and is none that names are made of. */
export const isOfficeWord = (tree: Tree, token: number, heads: HeadTypes): boolean =>
  heads.isRole(tree.lower(token)) && !inNames.test(tree.lower(token))

/**
 * Leaves out a determiner before and a possessive mark after a name, and the office that a name finder takes
 * for its last word: "Ostland Police Commissioner" is an office of the Ostland Police.
 */
export function trimName(tree: Tree, range: TokenRange, heads: HeadTypes): TokenRange | undefined {
  let { first, end } = range
  while (end > first && /^(['’]s?|[.,;:])$/.test(tree.form(end - 1))) end--
  while (end > first && isOfficeWord(tree, end - 1, heads)) end--
  while (end > first && isOfficeWord(tree, first, heads) && tree.relation(first) !== 'flat') first++
  while (first < end && /^(the|a|an)$/i.test(tree.form(first))) first++
  return end > first ? { first, end } : undefined
}

/**
 * The office written before a person's name: "Port Director Olga Brandt", "Mayor of Varnholm Lena
 * Okafor". `token` is the first of the name with its titles; `nameEnding` gives the name that ends at an offset.
 */
export function roleBefore(
  tree: Tree,
  token: number,
  nameEnding: ReadonlyMap<number, NameSpan>,
  heads: HeadTypes,
): (TokenRange & { token: number }) | undefined {
  const isRole = (i: number): boolean =>
    i >= 0 && nominal.test(tree.upos(i)) && heads.isRole(tree.lemma(i)) && !/^(NNS|NNPS)$/.test(tree.xpos(i))
  const joins = (i: number): boolean =>
    (i >= 0 && tree.sentence(i) === tree.sentence(token) && /^(NOUN|PROPN|ADJ)$/.test(tree.upos(i))) ||
    /^['’]s?$/.test(tree.form(i) ?? '')
  let head = token - 1
  if (!isRole(head)) {
    // "Mayor of Varnholm" directly before the name.
    const place = nameEnding.get(tree.tokens[token - 1]?.end ?? -1)
    if (!place) return undefined
    let i = token - 1
    while (i > 0 && tree.tokens[i]!.start > place.start) i--
    i--
    if (i > 0 && /^the$/i.test(tree.form(i))) i--
    if (i < 1 || !/^(of|for)$/i.test(tree.form(i)) || !isRole(i - 1)) return undefined
    head = i - 1
  }
  if (tree.sentence(head) !== tree.sentence(token)) return undefined
  let first = head
  while (first > 0 && joins(first - 1)) first--
  return { first, end: token, token: head }
}

import type { TokenMention } from './annotated-document.ts'
import type { Tree } from './tree.ts'

/**
 * The name in apposition to a description, which says who or what is meant: "his publisher, Nordkai Press,",
 * "the ketch Heron". A list that a parser takes for an apposition names none.
 */
export function nameBeside(
  tree: Tree,
  description: TokenMention,
  mentionOf: readonly (TokenMention | undefined)[],
): TokenMention | undefined {
  const { token, endToken, number, type } = description
  if (number !== 'singular' || description.determiner === undefined) return undefined
  for (const child of tree.children(token, 'appos', 'flat')) {
    const name = mentionOf[child]
    if (name?.kind !== 'named' || name.type === 'Role' || name.firstToken < endToken) continue
    if (type !== undefined && name.type !== undefined && type !== name.type) continue
    if (tree.children(child, 'conj', 'cc').length > 0 || tree.children(token, 'conj', 'cc').length > 0)
      continue
    const tight = name.firstToken === endToken || /^["“'‘]$|^``$/.test(tree.form(endToken))
    const closed =
      /^[,;.:)–—]$/.test(tree.form(name.endToken)) || tree.sentence(name.endToken) !== tree.sentence(token)
    if (tight || (closed && tree.form(endToken) === ',')) return name
  }
  return undefined
}

import { numberOf } from './gender-and-number.ts'
import type { HeadTypes } from './head-types.ts'
import type { Tree } from './tree.ts'

/**
 * How many people a numeral alone stands for: "nine of the pilots", "another two left". Undefined where it is no
 * numeral for people: it must be of people, or be a number word that does something.
 */
export function countedGroup(tree: Tree, token: number, heads: HeadTypes): number | undefined {
  if (tree.upos(token) !== 'NUM') return undefined
  const count = numberOf(tree.form(token))
  if (count === undefined || count === 0) return undefined
  const whole = tree
    .children(token, 'nmod')
    .find((c) => tree.children(c, 'case').some((p) => tree.lower(p) === 'of'))
  if (whole !== undefined) {
    const type = heads.typeOf(tree.lemma(whole), /^(NNS|NNPS)$/.test(tree.xpos(whole)))
    return type === 'Group' || type === 'Person' || /^(those|them|these)$/.test(tree.lower(whole))
      ? count
      : undefined
  }
  const acts = tree.relation(token) === 'nsubj' && tree.upos(tree.head(token)) === 'VERB'
  return acts && !/\d/.test(tree.form(token)) && count > 1 ? count : undefined
}

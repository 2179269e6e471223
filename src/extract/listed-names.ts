import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { Tree } from '../annotate/tree.ts'
import { conjuncts, prepositionOf } from './predicate.ts'

/** Whether a phrase lists some of the group that it hangs on: "such as the Heron". */
export const listsSome = (tree: Tree, token: number): boolean =>
  /^(such-as|including|like)$/.test(prepositionOf(tree, token) ?? '')

/**
 * The names that a plural phrase goes on to list, of each of which holds what is said of all: "two boats: the
 * Heron and the Tern", "towns such as Varnholm".
 */
export function listedNames({ tree, mentionAt }: AnnotatedDocument, token: number): number[] {
  const group = mentionAt(token)
  if (group?.kind !== 'nominal' || group.number !== 'plural') return []
  return tree
    .children(token, 'appos', 'nmod')
    .filter((child) => child > token && (tree.relation(child) === 'appos' || listsSome(tree, child)))
    .flatMap((child) => conjuncts(tree, child))
    .filter((child) => {
      const mention = mentionAt(child)
      return mention?.kind === 'named' && mention.type !== 'Date'
    })
}

import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { Tree } from '../annotate/tree.ts'
import type { ClauseWithSubject } from './clause.ts'
import type { ClauseArgument } from './clause-arguments.ts'
import { isNominal, prepositionTokens } from './predicate.ts'
import { isLightVerb, isSetPhrase, takesTwoObjects } from './verb-classes.ts'

/** A phrase that names something beside a verb or noun. */
export interface Beside {
  readonly preposition: string
  readonly head: number
}

const isBeside = ({ role }: ClauseArgument): boolean => role === 'oblique' || role === 'agent'

/** The prepositional phrases of a clause that name something, set phrases such as "by the way" left out. */
export function besides(tree: Tree, args: readonly ClauseArgument[]): Beside[] {
  return args
    .filter(
      (a) => isBeside(a) && a.preposition.length > 0 && isNominal(tree, a.head) && !isSetPhrase(tree, a),
    )
    .map(({ preposition, head }) => ({
      preposition: preposition.map((t) => tree.lower(t)).join(' '),
      head,
    }))
}

/** The prepositional phrases of a noun: "of the town" of "mayor". */
export const nominals = (tree: Tree, noun: number): Beside[] =>
  tree
    .children(noun, 'nmod')
    .filter((c) => c > noun && isNominal(tree, c))
    .map((head) => ({
      head,
      preposition: prepositionTokens(tree, head)
        .map((t) => tree.lower(t))
        .join(' '),
    }))
    .filter((b) => b.preposition !== '')

/**
 * The noun that is done something to or become. A date there is a time that the parser took for an object, and
 * a passive keeps an object only where its verb takes two ("was given a medal", "was named director").
 */
export function mainObject(
  { tree, mentionAt }: AnnotatedDocument,
  { passive, predicate, arguments: args }: ClauseWithSubject,
): number | undefined {
  if (passive && !takesTwoObjects(tree, predicate)) return undefined
  const of = (role: string): number | undefined =>
    args.find((a) => a.role === role && isNominal(tree, a.head) && mentionAt(a.head)?.type !== 'Date')?.head
  return of('object') ?? of('indirect') ?? of('predicative')
}

/**
 * Where the object carries the meaning of the verb ("take action against", "have faith in"), the phrase that
 * it governs is what the relation leads to.
 */
export function lightObject(
  tree: Tree,
  { predicate }: ClauseWithSubject,
  object: number,
  beside: readonly Beside[],
): Beside | undefined {
  if (object < predicate || tree.upos(object) !== 'NOUN' || !isLightVerb(tree, predicate)) return undefined
  const own = tree
    .children(object, 'det', 'nmod', 'nummod', 'compound')
    .some(
      (c) =>
        (c < object && !/^(an?|no|any)$/.test(tree.lower(c))) ||
        tree.children(c, 'case').some((p) => tree.lower(p) === 'of'),
    )
  if (own || tree.children(object, 'conj').length > 0) return undefined
  return [...nominals(tree, object), ...beside].find((b) => b.head > object)
}

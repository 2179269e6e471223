import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { Tree } from '../annotate/tree.ts'
import type { ClauseWithSubject } from './clause.ts'
import type { ClauseArgument } from './clause-arguments.ts'
import { isNominal, prepositionTokens } from './predicate.ts'
import { isTemporal } from './temporal-words.ts'
import { isLightVerb, isSetPhrase, takesTwoObjects } from './verb-classes.ts'

/** A phrase that names something beside a verb or noun. */
export interface Beside {
  readonly preposition: string
  readonly head: number
}

/** Prepositions that set a thing beside another or give a source, so that the verb says nothing of it. */
const comparing =
  /^(according to|apart from|as well as|aside from|besides|but|despite|except|excluding|in addition to|including|in spite of|instead of|like|rather than|regardless of|such as|than|unlike)( |$)/

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
    .filter(({ preposition }) => !comparing.test(preposition))
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
    .filter(({ preposition }) => preposition !== '' && !comparing.test(preposition))

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

/** Nouns of time, manner and circumstance, which name no thing that a relation could lead to. */
const circumstances = new Set(
  `age basis beginning bit case career childhood circumstance course degree end event example extent fact front hand
  interest kind least level life lifetime manner middle mind nature number order part pace place point rate reason regard rest
  result scale sense side sort stage start term top total turn use vicinity view way youth`
    .trim()
    .split(/\s+/),
)

/** Whether a noun is one of time, manner or circumstance. */
export const isCircumstance = (tree: Tree, token: number): boolean => circumstances.has(tree.lemma(token))

/** Whether a noun stands for a thing of its own: a name, or a description that is typed, counted or determined. */
export function isThing({ tree, mentionAt }: AnnotatedDocument, head: number): boolean {
  const mention = mentionAt(head)
  if (!mention || mention.type === 'Date' || isTemporal(tree, head)) return false
  if (mention.kind === 'named' || mention.kind === 'pronoun') return true
  if (mention.kind !== 'nominal' || mention.type === 'Quantity') return false
  if (circumstances.has(tree.lemma(head)) && mention.type === undefined) return false
  return mention.type !== undefined || mention.determiner !== undefined || mention.count !== undefined
}

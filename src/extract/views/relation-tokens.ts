import type { Tree } from '../../annotate/tree.ts'
import type { ClauseWithSubject } from '../clause.ts'
import { hasCopula } from '../predicate.ts'
import { verbGroup } from '../verb-group.ts'
import { coreTokens } from './phrase.ts'

const infinitiveMark = (tree: Tree, predicate: number): number[] =>
  tree.children(predicate, 'mark').filter((m) => m < predicate && tree.lower(m) === 'to')

/** The words of the verbs that lead to a predicate, each with the "to" that follows it. */
function leading(tree: Tree, verbs: readonly number[], adverbs: boolean): number[] {
  return verbs.flatMap((verb, i) => [
    ...(i > 0 ? infinitiveMark(tree, verb) : []),
    ...verbGroup(tree, verb, adverbs),
    ...(hasCopula(tree, verb) ? [verb] : []),
  ])
}

/** The verb group of a clause; of the second clause of "the aim is to win" only what follows the copula. */
function ownGroup(tree: Tree, { predicate, kind }: ClauseWithSubject, adverbs: boolean): number[] {
  const copula = tree.children(predicate, 'cop')[0]
  const group = verbGroup(tree, predicate, adverbs)
  return kind === 'verb' && copula !== undefined
    ? [...group.filter((t) => t > copula && t < predicate), predicate]
    : group
}

/** The words of a clause's relation without preposition or object: "has been asked to leave". */
export function relationTokens(tree: Tree, clause: ClauseWithSubject, adverbs: boolean): number[] {
  const { predicate, chain } = clause
  const mark = chain.verbs.length > 0 ? infinitiveMark(tree, clauseOfChain(tree, predicate)) : []
  const over = chain.over || tree.relation(predicate) === 'xcomp' ? infinitiveMark(tree, predicate) : mark
  return [...leading(tree, chain.verbs, adverbs), ...over, ...ownGroup(tree, clause, adverbs)]
}

/** The verb that stands in the chain for one joined to it. */
const clauseOfChain = (tree: Tree, predicate: number): number =>
  tree.relation(predicate) === 'conj' ? tree.head(predicate) : predicate

/** The words of the relation read over the object: who "persuaded her to leave". */
export function relationOverObject(tree: Tree, clause: ClauseWithSubject, adverbs: boolean): number[] {
  const over = clause.chain.over!
  return [
    ...leading(tree, over.verbs, adverbs),
    ...coreTokens(tree, over.object),
    ...infinitiveMark(tree, clauseOfChain(tree, clause.predicate)),
    ...ownGroup(tree, clause, adverbs),
  ]
}

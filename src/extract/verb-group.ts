import type { Tree } from '../annotate/tree.ts'
import { hasCopula, isPredicate, isVerb } from './predicate.ts'
import { type Subject, subjectOf } from './subject.ts'

const negations = new Set(['not', "n't", 'n’t', 'never', 'no', 'hardly'])

/** Whether a token is an adverb that denies its verb. */
export const isNegation = (tree: Tree, token: number): boolean => negations.has(tree.lower(token))

/**
 * The words that stand for a predicate: its auxiliaries (those of the verb it is joined to where it has the
 * same form and none of its own: "has come and gone"), negation, verb and particles; with `adverbs` also
 * those right before the verb. The predicate of a copula is not among them, its copula is. In text order.
 */
export function verbGroup(tree: Tree, predicate: number, adverbs: boolean): number[] {
  const copula = hasCopula(tree, predicate)
  const group = new Set<number>()
  let auxiliaries: readonly number[] = tree.children(predicate, 'aux', 'cop')
  const head = tree.head(predicate)
  if (
    auxiliaries.length === 0 &&
    tree.relation(predicate) === 'conj' &&
    head >= 0 &&
    isVerb(tree, head) &&
    tree.xpos(head) === tree.xpos(predicate)
  )
    auxiliaries = tree.children(head, 'aux').filter((a) => a < head)
  for (const auxiliary of auxiliaries) group.add(auxiliary)
  for (const child of tree.children(predicate)) {
    const relation = tree.relation(child)
    if (relation === 'advmod' && child < predicate) {
      if (isNegation(tree, child) || (adverbs && !copula && isAdjacent(tree, child, predicate)))
        group.add(child)
    } else if (tree.label(child) === 'compound:prt') group.add(child)
  }
  if (!copula) group.add(predicate)
  return [...group].sort((a, b) => a - b)
}

/** Whether only auxiliaries and adverbs stand between a bare adverb and its verb. */
function isAdjacent(tree: Tree, adverb: number, verb: number): boolean {
  if (tree.children(adverb).length > 0 || /^W/.test(tree.xpos(adverb))) return false
  for (let token = adverb + 1; token < verb; token++)
    if (tree.head(token) !== verb || !/^(aux|advmod)$/.test(tree.relation(token))) return false
  return true
}

/**
 * How a verb hangs on others through `xcomp`: `verbs` are those above it that pass their subject down,
 * outermost first ("wants" and "try" of "wants to try to go"). Where the verb above has an object, that is
 * the subject, and `over` tells the other reading: who "persuaded her to go", with the object as words.
 */
export interface VerbChain {
  readonly verbs: readonly number[]
  readonly subject?: Subject
  readonly over?: { readonly verbs: readonly number[]; readonly object: number; readonly subject: Subject }
}

/** The chain of verbs above a predicate. */
export function chainOf(tree: Tree, predicate: number, depth = 0): VerbChain {
  const head = tree.head(predicate)
  const relation = tree.relation(predicate)
  if (
    relation === 'conj' &&
    tree.relation(head) === 'xcomp' &&
    isVerb(tree, predicate) &&
    tree.children(predicate, 'nsubj').length === 0
  )
    return chainOf(tree, head, depth + 1)
  const subject = subjectOf(tree, predicate)
  const alone = subject ? { verbs: [], subject } : { verbs: [] }
  if (depth > 4 || relation !== 'xcomp' || head < 0 || !isPredicate(tree, head)) return alone
  const above = chainOf(tree, head, depth + 1)
  const verbs = [...above.verbs, head]
  const object = tree.children(head, 'obj')[0]
  if (object === undefined) return { verbs, ...(above.subject ? { subject: above.subject } : {}) }
  return above.subject ? { ...alone, over: { verbs, object, subject: above.subject } } : alone
}

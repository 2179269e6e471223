import type { Tree } from '../../annotate/tree.ts'
import { argumentsOf, type ClauseArgument } from '../clause-arguments.ts'
import { hasCopula, isPassive, isPredicate, isVerb, prepositionTokens } from '../predicate.ts'
import type { Subject } from '../subject.ts'
import { chainOf, type VerbChain } from '../verb-group.ts'

/** A predicate with its subject, the verbs it hangs on, and its arguments: what both views render. */
export interface ViewClause {
  readonly predicate: number
  readonly kind: 'verb' | 'copula' | 'existential' | 'identity'
  readonly subject: Subject
  readonly chain: VerbChain
  readonly passive: boolean
  readonly arguments: readonly ClauseArgument[]
}

/**
 * "The aim is to win": the parser makes the verb of the complement the predicate, with two subjects or with
 * one that stands before the copula. Gives the sentence of the copula, whose argument is all that follows.
 */
function identity(tree: Tree, predicate: number): ViewClause | undefined {
  const copula = tree.children(predicate, 'cop')[0]
  const subjects = tree.children(predicate, 'nsubj')
  if (copula === undefined || !isVerb(tree, predicate) || subjects.length < 2 || subjects[0]! > copula)
    return undefined
  const subject: Subject = { token: subjects[0]!, source: 'own' }
  return {
    predicate: copula,
    kind: 'identity',
    subject,
    chain: { verbs: [] },
    passive: false,
    arguments: [{ role: 'content', head: predicate, preposition: [] }],
  }
}

/** "There was a boat in the harbour": "there" is the subject, what there was the object. */
function existential(tree: Tree, predicate: number): ViewClause | undefined {
  const there = tree.children(predicate, 'expl')[0]
  const subject = tree.children(predicate, 'nsubj')[0]
  if (there === undefined || subject === undefined || tree.lower(there) !== 'there') return undefined
  if (!/^(be|exist|remain)$/.test(tree.lemma(predicate))) return undefined
  return {
    predicate,
    kind: 'existential',
    subject: { token: there, source: 'own' },
    chain: { verbs: [] },
    passive: false,
    arguments: [
      { role: 'object', head: subject, preposition: [] },
      ...tree
        .children(predicate, 'obl')
        .map((head) => ({ role: 'oblique' as const, head, preposition: prepositionTokens(tree, head) })),
    ],
  }
}

/** The clauses of the tokens from `first` to before `end` that have a subject, in text order. */
export function viewClauses(tree: Tree, first: number, end: number): ViewClause[] {
  const clauses: ViewClause[] = []
  for (let token = first; token < end; token++) {
    if (!isPredicate(tree, token)) continue
    const special = identity(tree, token) ?? existential(tree, token)
    if (special) clauses.push(special)
    if (special?.kind === 'existential') continue
    const chain = chainOf(tree, token)
    const own = special?.kind === 'identity' ? tree.children(token, 'nsubj')[1] : undefined
    const subject = own === undefined ? chain.subject : { token: own, source: 'own' as const }
    if (!subject) continue
    const copula = special === undefined && hasCopula(tree, token)
    clauses.push({
      predicate: token,
      kind: copula ? 'copula' : 'verb',
      subject,
      chain,
      passive: !copula && isPassive(tree, token),
      arguments: argumentsOf(tree, token, subject),
    })
  }
  return clauses
}

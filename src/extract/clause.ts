import type { Tree } from '../annotate/tree.ts'
import { argumentsOf, type ClauseArgument } from './clause-arguments.ts'
import {
  hasCopula,
  isPassive,
  isPredicate,
  isRelativePronoun,
  isVerb,
  prepositionOf,
  prepositionTokens,
} from './predicate.ts'
import type { SubjectSource } from './subject.ts'
import { chainOf, type VerbChain } from './verb-group.ts'

export { conjuncts, hasCopula, isPassive, isPredicate, prepositionOf } from './predicate.ts'
export { type SubjectSource, subjectOf } from './subject.ts'

/** An argument behind a preposition; `head` is a noun, or the verb of "after speaking". */
export interface Oblique {
  readonly preposition: string
  readonly head: number
}

/**
 * `copula`: "is the mayor", whose predicate is the noun; `existential`: "there was a boat", whose subject is
 * "there"; `identity`: "the aim is to win", whose predicate is the copula.
 */
export type ClauseKind = 'verb' | 'copula' | 'existential' | 'identity'

/**
 * A predicate with its arguments, as written: a passive keeps its surface subject. What every reading of
 * clauses starts from. All numbers are tokens.
 */
export interface Clause {
  readonly predicate: number
  readonly kind: ClauseKind
  readonly passive: boolean
  readonly subject?: number
  readonly subjectSource?: SubjectSource
  /** The verbs that it hangs on through `xcomp`. */
  readonly chain: VerbChain
  /** All its arguments in text order. */
  readonly arguments: readonly ClauseArgument[]
  readonly objects: readonly number[]
  readonly obliques: readonly Oblique[]
  readonly particles: readonly string[]
  /** Clausal complements: `ccomp` and `xcomp`. */
  readonly complements: readonly number[]
}

const cache = new WeakMap<Tree, Map<number, Clause>>()

/** The clause of a predicate. */
export function clauseOf(tree: Tree, predicate: number): Clause {
  let known = cache.get(tree)
  if (!known) {
    known = new Map()
    cache.set(tree, known)
  }
  let clause = known.get(predicate)
  if (!clause) {
    clause = readClause(tree, predicate)
    known.set(predicate, clause)
  }
  return clause
}

function readClause(tree: Tree, predicate: number): Clause {
  const chain = chainOf(tree, predicate)
  const { subject } = chain
  const copula = hasCopula(tree, predicate)
  const relative = tree.label(predicate) === 'acl:relcl'
  const args = argumentsOf(tree, predicate, subject)
  const antecedent = relative && tree.head(predicate) >= 0 ? [tree.head(predicate)] : []
  const objects: number[] = []
  const obliques: Oblique[] = []
  const particles: string[] = []
  const complements: number[] = []
  for (const child of tree.children(predicate)) {
    const relation = tree.relation(child)
    const stands = relative && isRelativePronoun(tree, child)
    if (relation === 'obj' || relation === 'iobj')
      objects.push(...(stands && tree.upos(child) === 'PRON' ? antecedent : [child]))
    else if (relation === 'obl' || (relation === 'nmod' && isVerb(tree, predicate)))
      obliques.push({
        preposition: prepositionOf(tree, child) ?? '',
        head: (stands ? antecedent[0] : undefined) ?? child,
      })
    else if (relation === 'ccomp' || relation === 'xcomp') complements.push(child)
    else if (relation === 'advcl') {
      const mark = tree.children(child, 'mark').find((m) => m < child)
      if (mark !== undefined && tree.xpos(child) === 'VBG')
        obliques.push({ preposition: tree.lower(mark), head: child })
    } else if (relation === 'compound' || (relation === 'advmod' && tree.children(child).length === 0))
      particles.push(tree.lower(child))
  }
  if (objects.length === 0 && args[0]?.role === 'object') objects.push(args[0].head)
  return {
    predicate,
    kind: copula ? 'copula' : 'verb',
    passive: !copula && isPassive(tree, predicate),
    ...(subject
      ? { subject: subject.token, subjectSource: chain.verbs.length > 0 ? 'control' : subject.source }
      : {}),
    chain,
    arguments: args,
    objects,
    obliques,
    particles,
    complements,
  }
}

/** A clause whose subject is known. */
export interface ClauseWithSubject extends Clause {
  readonly subject: number
  readonly subjectSource: SubjectSource
}

/**
 * "The aim is to win": the parser makes the verb of the complement the predicate, with two subjects. Gives
 * the clause of the copula, whose argument is all that follows, and that of the complement.
 */
function identity(tree: Tree, clause: Clause): ClauseWithSubject[] | undefined {
  const { predicate } = clause
  const copula = tree.children(predicate, 'cop')[0]
  const [outer, inner] = tree.children(predicate, 'nsubj')
  if (copula === undefined || !isVerb(tree, predicate) || inner === undefined || outer! > copula)
    return undefined
  const own = { ...clause, subjectSource: 'own' as const, chain: { verbs: [] }, passive: false }
  const content = { role: 'content' as const, head: predicate, preposition: [] }
  return [
    { ...own, kind: 'identity', predicate: copula, subject: outer!, arguments: [content] },
    { ...own, kind: 'verb', subject: inner },
  ]
}

/** "There was a boat in the harbour": "there" is the subject, what there was the object. */
function existential(tree: Tree, clause: Clause): ClauseWithSubject | undefined {
  const { predicate } = clause
  const there = tree.children(predicate, 'expl')[0]
  const thing = tree.children(predicate, 'nsubj')[0]
  if (there === undefined || thing === undefined || tree.lower(there) !== 'there') return undefined
  if (!/^(be|exist|remain)$/.test(tree.lemma(predicate))) return undefined
  const places = tree
    .children(predicate, 'obl')
    .map((head) => ({ role: 'oblique' as const, head, preposition: prepositionTokens(tree, head) }))
  return {
    ...clause,
    kind: 'existential',
    subject: there,
    subjectSource: 'own',
    chain: { verbs: [] },
    arguments: [{ role: 'object', head: thing, preposition: [] }, ...places],
  }
}

/** The clauses of the tokens from `first` to before `end` that have a subject, in text order. */
export function clausesOf(tree: Tree, first: number, end: number): ClauseWithSubject[] {
  const clauses: ClauseWithSubject[] = []
  for (let token = first; token < end; token++) {
    if (!isPredicate(tree, token)) continue
    const clause = clauseOf(tree, token)
    const special = identity(tree, clause) ?? existential(tree, clause)
    if (special) clauses.push(...(Array.isArray(special) ? special : [special]))
    else if (clause.subject !== undefined && clause.subjectSource !== undefined)
      clauses.push({ ...clause, subject: clause.subject, subjectSource: clause.subjectSource })
  }
  return clauses
}

/** A clause turned into the active voice: who does it, and what it is done to. */
export interface ActiveClause extends Clause {
  readonly agent?: number
  readonly patients: readonly number[]
}

/** Turns a passive round: its subject becomes a patient, the by-phrase the agent. */
export function activeVoice(clause: Clause): ActiveClause {
  if (!clause.passive)
    return {
      ...clause,
      ...(clause.subject === undefined ? {} : { agent: clause.subject }),
      patients: clause.objects,
    }
  const by = clause.obliques.find((o) => o.preposition === 'by')
  return {
    ...clause,
    ...(by ? { agent: by.head } : {}),
    patients: clause.subject === undefined ? clause.objects : [clause.subject, ...clause.objects],
    obliques: clause.obliques.filter((o) => o !== by),
  }
}

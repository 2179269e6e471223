import type { Tree } from '../annotate/tree.ts'
import {
  hasCopula,
  isPassive,
  isPredicate,
  isRelativePronoun,
  isVerb,
  prepositionOf,
  prepositionTokens,
} from './predicate.ts'
import { type SubjectSource, subjectOf } from './subject.ts'

export { conjuncts, hasCopula, isPassive, isPredicate, isVerb, prepositionOf } from './predicate.ts'
export { type SubjectSource, subjectOf } from './subject.ts'

/** An argument behind a preposition; `head` is a noun, or the verb of "after speaking". */
export interface Oblique {
  readonly preposition: string
  readonly head: number
}

/**
 * What an argument is to its verb: `predicative` is a noun or adjective that completes it ("became rich"),
 * `infinitive` a verb that does, `content` a clause that it governs ("said that"), `adverbial` a clause
 * beside it, `quoted` the words that "he said" follows.
 */
export type ArgumentRole =
  | 'object'
  | 'indirect'
  | 'oblique'
  | 'agent'
  | 'time'
  | 'predicative'
  | 'infinitive'
  | 'content'
  | 'adverbial'
  | 'adverb'
  | 'quoted'

/** One argument of a clause: the token that heads it, and the tokens of its preposition. */
export interface ClauseArgument {
  readonly role: ArgumentRole
  readonly head: number
  readonly preposition: readonly number[]
}

/** A predicate with its arguments, as written: a passive keeps its surface subject. All numbers are tokens. */
export interface Clause {
  readonly predicate: number
  readonly kind: 'verb' | 'copula'
  readonly passive: boolean
  readonly subject?: number
  readonly subjectSource?: SubjectSource
  readonly objects: readonly number[]
  readonly obliques: readonly Oblique[]
  readonly particles: readonly string[]
  /** Clausal complements: `ccomp` and `xcomp`. */
  readonly complements: readonly number[]
}

/** The clause of a predicate. */
export function clauseOf(tree: Tree, predicate: number): Clause {
  const subject = subjectOf(tree, predicate)
  const objects: number[] = []
  const obliques: Oblique[] = []
  const particles: string[] = []
  const complements: number[] = []
  const relative = tree.label(predicate) === 'acl:relcl'
  for (const child of tree.children(predicate)) {
    const relation = tree.relation(child)
    if (relation === 'obj' || relation === 'iobj') {
      if (!(isRelativePronoun(tree, child) && tree.upos(child) === 'PRON' && relative)) objects.push(child)
      else if (tree.head(predicate) >= 0) objects.push(tree.head(predicate))
    } else if (relation === 'obl' || (relation === 'nmod' && isVerb(tree, predicate))) {
      const preposition = prepositionOf(tree, child) ?? ''
      const antecedent = isRelativePronoun(tree, child) && relative ? tree.head(predicate) : child
      obliques.push({ preposition, head: antecedent })
    } else if (relation === 'ccomp' || relation === 'xcomp') complements.push(child)
    else if (relation === 'advcl') {
      const mark = tree.children(child, 'mark').find((m) => m < child)
      if (mark !== undefined && tree.xpos(child) === 'VBG')
        obliques.push({ preposition: tree.lower(mark), head: child })
    } else if (relation === 'compound' || (relation === 'advmod' && tree.children(child).length === 0))
      particles.push(tree.lower(child))
  }
  const copula = hasCopula(tree, predicate)
  if (relative && subject?.source === 'own' && !copula && objects.length === 0 && tree.head(predicate) >= 0) {
    const adverb = tree
      .children(predicate, 'advmod')
      .some((a) => /^(where|when|why|how)$/.test(tree.lower(a)))
    const stranded = obliques.some((o) => o.head === tree.head(predicate))
    if (!adverb && !stranded) objects.push(tree.head(predicate))
  }
  return {
    predicate,
    kind: copula ? 'copula' : 'verb',
    passive: !copula && isPassive(tree, predicate),
    ...(subject ? { subject: subject.token, subjectSource: subject.source } : {}),
    objects,
    obliques,
    particles,
    complements,
  }
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

import type { Tree } from '../annotate/tree.ts'
import { hasCopula, isNominal, isPredicate, isRelativePronoun, isVerb } from './predicate.ts'

/** How the subject of a clause was found; the order is that of trust. */
export type SubjectSource = 'own' | 'relative' | 'conjunct' | 'control' | 'matrix' | 'participle'

/** The head of a subject, and how it was found. */
export interface Subject {
  readonly token: number
  readonly source: SubjectSource
}

/** Whether a token heads a noun phrase of its own, not a part of one. */
const headsPhrase = (tree: Tree, token: number): boolean =>
  isNominal(tree, token) &&
  !['compound', 'flat', 'det'].includes(tree.relation(token)) &&
  tree.label(token) !== 'nmod:poss'

/**
 * The noun that a relative clause belongs to. Where the parser hung the clause on no noun, the nearest noun
 * phrase before the pronoun, taken whole: "the owner of a boat, who".
 */
export function antecedentOf(tree: Tree, clause: number, pronoun: number): number {
  const head = tree.head(clause)
  if (headsPhrase(tree, head)) {
    // "She is the officer who resigned" says that she resigned; "it was she who resigned" does not say it of "it".
    const told = tree.children(head, 'nsubj')[0]
    if (told === undefined || !hasCopula(tree, head) || head > clause) return head
    return /^(it|this|that|there|one)$/.test(tree.lower(told)) ? head : told
  }
  for (let token = pronoun - 1; token >= 0 && tree.sentence(token) === tree.sentence(pronoun); token--) {
    if (tree.upos(token) === 'VERB') break
    if (!headsPhrase(tree, token)) continue
    let top = token
    while (tree.relation(top) === 'nmod' && tree.head(top) < pronoun && headsPhrase(tree, tree.head(top)))
      top = tree.head(top)
    return top
  }
  return head
}

/**
 * The subject of a predicate: its own; the noun that a relative clause belongs to; that of the verb it is
 * joined to; the object or subject that controls an infinitive; that of the main clause for a clause
 * without one; the noun before a participle.
 */
export function subjectOf(tree: Tree, verb: number, depth = 0): Subject | undefined {
  if (depth > 6) return undefined
  const subjects = tree.children(verb, 'nsubj')
  const own = subjects.find((c) => tree.label(c) !== 'nsubj:outer') ?? subjects[0]
  const head = tree.head(verb)
  const relation = tree.relation(verb)
  if (own !== undefined) {
    if (
      !isRelativePronoun(tree, own) ||
      (/^(this|that)$/.test(tree.lower(own)) && tree.label(verb) !== 'acl:relcl')
    )
      return { token: own, source: 'own' }
    let at = verb
    while (tree.relation(at) === 'conj' && tree.head(at) >= 0) at = tree.head(at)
    return tree.relation(at) === 'acl' && tree.head(at) >= 0
      ? { token: antecedentOf(tree, at, own), source: 'relative' }
      : undefined
  }
  if (head < 0 || tree.children(verb, 'expl', 'csubj').length > 0) return undefined
  if (relation === 'conj' && (isPredicate(tree, head) || isVerb(tree, head))) {
    const shared = subjectOf(tree, head, depth + 1)
    return shared && { token: shared.token, source: shared.source === 'own' ? 'conjunct' : shared.source }
  }
  if (relation === 'xcomp') {
    const object = isVerb(tree, head) ? tree.children(head, 'obj', 'iobj')[0] : undefined
    const controller = object !== undefined ? object : subjectOf(tree, head, depth + 1)?.token
    return controller === undefined ? undefined : { token: controller, source: 'control' }
  }
  if (relation === 'advcl') {
    const main = subjectOf(tree, head, depth + 1)
    return main && { token: main.token, source: 'matrix' }
  }
  if (relation === 'acl' && tree.label(verb) !== 'acl:relcl' && /^(NOUN|PROPN|PRON)$/.test(tree.upos(head))) {
    const infinitive = tree.children(verb, 'mark').some((m) => tree.lower(m) === 'to')
    return infinitive ? undefined : { token: head, source: 'participle' }
  }
  return undefined
}

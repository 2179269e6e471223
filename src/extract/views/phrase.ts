import type { Tree } from '../../annotate/tree.ts'
import { hasCopula, prepositionTokens } from '../predicate.ts'
import { isNegation } from '../verb-group.ts'
import { trimmed } from './trim.ts'

/** How much of what hangs on a noun belongs to the phrase. */
export interface PhraseOptions {
  /** `short`: determiners, adjectives, compounds, numbers, possessives, of-phrases. `whole`: nearly all. */
  readonly length: 'whole' | 'short'
  /** Keeps the nouns joined to the head. */
  readonly conjuncts?: boolean
  /** Keeps the preposition or marker before the head. */
  readonly preposition?: boolean
  /** The head is the predicate of a copula, whose subject and copula are no part of the phrase. */
  readonly predicate?: boolean
  /** A clause that is told of this phrase and so cannot be part of it. */
  readonly without?: number
  /** Which prepositional phrases of the head a short phrase keeps; `of` unless told. */
  readonly nominals?: 'of' | 'all' | 'none'
}

const notInPredicate = new Set([
  'nsubj',
  'csubj',
  'cop',
  'aux',
  'expl',
  'advcl',
  'parataxis',
  'ccomp',
  'mark',
  'discourse',
  'vocative',
  'obl',
])

/** Whether a comma, bracket, colon or dash stands between an apposition and its noun. */
export function isLooseApposition(tree: Tree, apposition: number, head: number): boolean {
  for (let token = Math.min(apposition, head) + 1; token < apposition; token++)
    if (/^(,|-LRB-|\(|:|--|–|—)$/.test(tree.form(token))) return true
  return false
}

const isOf = (tree: Tree, token: number): boolean =>
  tree.children(token, 'case').some((c) => tree.lower(c) === 'of')

/** Whether a child of the head of a phrase is cut off. */
function cutsAtHead(
  tree: Tree,
  child: number,
  head: number,
  options: PhraseOptions,
  predicate: boolean,
): boolean {
  const relation = tree.relation(child)
  const before = child < head
  if (relation === 'case' && !options.preposition && tree.xpos(child) !== 'POS' && before) return true
  if (relation === 'mark' && !options.preposition) return before
  if (relation === 'cc' && before)
    return !/^(both|either|neither)$/.test(tree.lower(child)) || !options.conjuncts
  if (predicate) {
    if (notInPredicate.has(relation)) return true
    const copulas = tree.children(head, 'cop')
    if (relation === 'advmod' && before && copulas.some((c) => c > child)) return true
    if (relation === 'advmod' && isNegation(tree, child) && copulas.length > 0) return true
  }
  if (!options.conjuncts) {
    if (relation === 'conj' || relation === 'cc') return true
    if (relation === 'punct' && tree.form(child) === ',' && tree.children(head, 'conj').length > 0)
      return true
  }
  return child === options.without
}

/** Whether a short phrase leaves out a child. */
function cutsWhenShort(
  tree: Tree,
  child: number,
  parent: number,
  head: number,
  options: PhraseOptions,
  predicate: boolean,
): boolean {
  const relation = tree.relation(child)
  if (relation === 'acl' || relation === 'advcl' || relation === 'appos') return true
  if (relation === 'conj' && !options.conjuncts) return true
  if (relation === 'nmod' && tree.label(child) !== 'nmod:poss') {
    if (parent !== head) return !isOf(tree, child)
    const nominals = options.nominals ?? 'of'
    // A bare noun beside the head is a date or a number: "the 5 May meeting".
    if (nominals === 'all' || tree.children(child, 'case').length === 0) return false
    return nominals === 'none' || !isOf(tree, child)
  }
  return relation === 'obl' && parent === head && !predicate
}

const isQuotationMark = (tree: Tree, token: number): boolean => /^(``|''|["“”])$/.test(tree.form(token))

/** The tokens of the phrase that a noun or predicate heads, in text order. */
export function phraseTokens(tree: Tree, head: number, options: PhraseOptions): number[] {
  const short = options.length === 'short'
  const predicate = options.predicate === true || hasCopula(tree, head)
  const tokens = tree.subtree(head, (child, parent) => {
    const relation = tree.relation(child)
    if (parent === head && cutsAtHead(tree, child, head, options, predicate)) return true
    if (relation === 'parataxis' || relation === 'discourse' || relation === 'dislocated') return true
    if (parent === head) {
      if (predicate && relation === 'punct' && child < head) return false
      if (tree.label(child) === 'acl:relcl' && !short) return true
      if (relation === 'appos') {
        if (!isLooseApposition(tree, child, head)) return false
        if (!short) return true
      }
      if (relation === 'advcl' && !short) return true
    }
    return short && cutsWhenShort(tree, child, parent, head, options, predicate)
  })
  // Marks round a name are no part of it.
  return trimmed(tree, short ? tokens.filter((t) => !isQuotationMark(tree, t)) : tokens)
}

/** The tokens of a whole clause below its head, but for the markers given and what hangs on them. */
export const clauseTokens = (tree: Tree, head: number, without: readonly number[] = []): number[] =>
  trimmed(
    tree,
    tree.subtree(head, (child) => without.includes(child)),
  )

/** The noun with its close words only, as it stands inside a relation: "a final offer" in "made a final offer on". */
export const coreTokens = (tree: Tree, head: number): number[] => {
  const prepositions = prepositionTokens(tree, head)
  return tree
    .subtree(
      head,
      (child) =>
        ['acl', 'advcl', 'appos', 'conj', 'parataxis', 'cc', 'punct'].includes(tree.relation(child)) ||
        (tree.relation(child) === 'nmod' && tree.label(child) !== 'nmod:poss'),
    )
    .filter((t) => !prepositions.includes(t))
}

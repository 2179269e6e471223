import type { Tree } from '../annotate/tree.ts'
import { type Modality, modalities } from '../model/index.ts'
import {
  almostAdverbs,
  conditionalAuxiliaries,
  conditionMarks,
  doubtAdverbs,
  doubtAuxiliaries,
  futureAuxiliaries,
  hearsayAdverbs,
  negators,
} from './cues.ts'

/** Of two modalities the weaker. */
export const weaker = (a: Modality, b: Modality = 'asserted'): Modality =>
  modalities.indexOf(b) < modalities.indexOf(a) ? b : a

/** Whether "no" stands before a noun: "held no hearing". */
export const isDenied = (tree: Tree, noun: number): boolean =>
  tree.children(noun, 'det').some((d) => /^(no|neither)$/.test(tree.lower(d)))

/** Whether the clause of a predicate is negated by a word of its own. */
export function isNegated(tree: Tree, predicate: number): boolean {
  let negative = false
  for (const child of tree.children(predicate)) {
    const word = tree.lower(child)
    const relation = tree.relation(child)
    if ((relation === 'advmod' || relation === 'aux' || relation === 'cc') && negators.has(word))
      negative = !negative
    if (
      relation === 'advmod' &&
      word === 'longer' &&
      tree.children(child, 'advmod').some((c) => tree.lower(c) === 'no')
    )
      negative = !negative
    if (relation === 'mark' && word === 'without') negative = !negative
    if (isInstead(tree, child)) negative = !negative
    if (relation === 'advmod' && almostAdverbs.has(word) && tree.upos(predicate) === 'VERB')
      negative = !negative
    if (
      ['nsubj', 'obj'].includes(relation) &&
      (/^(nobody|nothing|none)$/.test(word) || (relation === 'nsubj' && isDenied(tree, child)))
    )
      negative = !negative
  }
  return negative
}

/** "instead of selling", "rather than sell", "far from selling", "has yet to sell". */
function isInstead(tree: Tree, child: number): boolean {
  const word = tree.lower(child)
  if (/^(instead|rather)$/.test(word)) return tree.children(child, 'fixed').length > 0
  if (word === 'from' && tree.relation(child) === 'mark') return tree.lower(child - 1) === 'far'
  return word === 'yet' && tree.lower(child + 1) === 'to' && tree.lemma(child - 1) === 'have'
}

/** Whether an auxiliary stands before the subject in a statement, and not after "never" or "only". */
function isInverted(tree: Tree, predicate: number, auxiliary: number): boolean {
  const subject = tree.children(predicate, 'nsubj').find((s) => s > auxiliary && s < predicate)
  if (subject === undefined || tree.children(predicate).some((c) => tree.form(c) === '?')) return false
  return !tree.children(predicate, 'advmod').some((a) => a < auxiliary)
}

/** The modality that the auxiliaries, adverbs and marks of a clause give it. */
export function ownModality(tree: Tree, predicate: number): Modality {
  let found: Modality = 'asserted'
  const take = (modality: Modality): void => {
    found = weaker(found, modality)
  }
  for (const child of tree.children(predicate)) {
    const word = tree.lower(child)
    const relation = tree.relation(child)
    if (relation === 'aux') {
      if (futureAuxiliaries.has(word)) take('future')
      if (conditionalAuxiliaries.has(word) && tree.xpos(child) !== 'VBD') take('conditional')
      if (doubtAuxiliaries.has(word)) take('opinion')
    }
    if (relation === 'mark' && conditionMarks.has(word)) take('conditional')
    if (relation === 'advmod') {
      if (hearsayAdverbs.has(word)) take('alleged')
      if (doubtAdverbs.has(word)) take('opinion')
    }
    // "Had they not resigned", "should the firm refuse": an auxiliary before its subject opens a condition.
    if (relation === 'aux' && /^(had|should|were)$/.test(word) && isInverted(tree, predicate, child))
      take('conditional')
  }
  if (
    tree.relation(predicate) === 'conj' &&
    tree.head(predicate) >= 0 &&
    tree.children(predicate, 'aux', 'nsubj').length === 0
  )
    take(ownModality(tree, tree.head(predicate)))
  return found
}

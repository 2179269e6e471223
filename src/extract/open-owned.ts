import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import { sayVerbs } from '../annotate/speech-verbs.ts'
import type { Tree } from '../annotate/tree.ts'
import type { ClauseWithSubject } from './clause.ts'
import { isNominal, isPassive, isVerb } from './predicate.ts'
import { isReportVerb } from './verb-classes.ts'

/** Whether a participle has been taken for the verb of a clause. */
function looksFinite(tree: Tree, predicate: number): boolean {
  if (tree.children(predicate, 'aux', 'cop', 'obj').length > 0) return false
  const head = tree.head(predicate)
  if (tree.xpos(predicate) === 'VBN')
    return tree.relation(predicate) !== 'conj' || tree.children(predicate, 'nsubj').length > 0
  if (tree.xpos(predicate) !== 'VBD' || tree.relation(predicate) !== 'ccomp' || head < 0) return false
  if (tree.children(predicate, 'mark').length > 0 || tree.upos(head) !== 'VERB') return false
  return !sayVerbs.has(tree.lemma(head)) && !isReportVerb(tree, head)
}

/** What a clause brings about, not whoever it is about. */
const results = /^(allow|bring|cause|create|enable|end|force|make|mark|prevent|raise|result)$/

/** Whether a bare verb joined to others shares their "will" or "did". */
function isToldBare(tree: Tree, predicate: number): boolean {
  for (let at = predicate; ; at = tree.head(at)) {
    if (tree.children(at, 'aux').some((a) => tree.xpos(a) === 'MD' || tree.lemma(a) === 'do')) return true
    if (tree.relation(at) !== 'conj' || tree.head(at) < 0)
      return tree.xpos(at) !== 'VB' && !hasInfinitive(tree, at)
  }
}

const hasInfinitive = (tree: Tree, verb: number): boolean =>
  tree.children(verb, 'xcomp', 'advcl', 'ccomp').length > 0 || tree.children(verb, 'cop').length > 0

/** Verbs that say nothing without an object. */
const empty = /^(bring|give|have|keep|make|put|set|take)$/

const isAddressed =
  /^(advise|ask|assure|convince|encourage|inform|invite|order|persuade|remind|tell|urge|warn)$/

const objectControl = new Set(
  `advise allow ask assist authorise authorize cause challenge command compel convince direct enable encourage expect
  forbid force get have help hear instruct invite lead leave let make observe order permit persuade press prompt push
  request require see send teach tell tempt train trust urge want warn watch`
    .trim()
    .split(/\s+/),
)

/**
 * Whether a subject that was looked for elsewhere in the sentence is the clause's: not where another noun stands
 * closer, where a finite verb must have lost its own, or where the verb above does not hand its object on.
 */
export function isOwned(document: AnnotatedDocument, clause: ClauseWithSubject): boolean {
  const { tree, mentionAt } = document
  const { predicate, subject, subjectSource, passive } = clause
  const type = mentionAt(subject)?.type ?? ''
  const acts =
    /^(Person|Organization|Group|Role|Product|Place)$/.test(type) ||
    /^(named|pronoun)$/.test(mentionAt(subject)?.kind ?? '')
  // Prepositions that look like verbs: "including at the quay".
  if (tree.lemma(predicate) === 'during') return false
  if (
    /^(include|regard|concern|follow|accord)$/.test(tree.lemma(predicate)) &&
    /^(VBG|IN)$/.test(tree.xpos(predicate)) &&
    tree.children(predicate, 'aux').length === 0
  )
    return false
  // What "continued to sail" or "made clear that" says stands in the verb that completes it.
  if (
    clause.complements.some((c) => !isNominal(tree, c)) &&
    !sayVerbs.has(tree.lemma(predicate)) &&
    !isAddressed.test(tree.lemma(predicate))
  )
    return false
  if (
    clause.kind === 'copula' &&
    tree
      .children(predicate, 'xcomp', 'ccomp', 'advcl')
      .some((c) => tree.children(c, 'mark').some((m) => tree.lower(m) === 'to'))
  )
    return false
  if (
    tree
      .children(predicate, 'advcl')
      .some((c) =>
        tree
          .children(c, 'mark')
          .some((m) => tree.lower(m) === 'to' && m > predicate && tree.xpos(c) === 'VBG'),
      )
  )
    return false
  if (
    empty.test(tree.lemma(predicate)) &&
    !passive &&
    clause.kind === 'verb' &&
    !clause.arguments.some((a) => /^(object|indirect|predicative)$/.test(a.role))
  )
    return false
  switch (subjectSource) {
    case 'own':
      // "boats seized off Varnholm" misread: a participle that passes for a verb.
      if (clause.kind === 'verb' && !passive && looksFinite(tree, predicate)) return false
      // "It is vital for all to help": nobody is said to.
      return !tree.children(predicate, 'mark').some((m) => /^(to|for)$/.test(tree.lower(m)))
    case 'matrix': {
      let top = predicate
      while (tree.relation(top) === 'conj' && tree.head(top) >= 0) top = tree.head(top)
      if (tree.children(top, 'mark').length > 0) return false
      if (tree.children(predicate, 'aux').some((a) => tree.xpos(a) === 'MD')) return false
      const main = tree.head(top)
      if (tree.xpos(predicate) === 'VBG' && main >= 0) {
        // "The walls were rebuilt, keeping the sea out": it is the rebuilding that does.
        if (isPassive(tree, main)) return false
        if (predicate > main && results.test(tree.lemma(predicate))) return false
      }
      if (clause.kind === 'verb' && !/^VB[GN]$/.test(tree.xpos(predicate))) return false
      // "the valley bordering the sea": a participle right behind a noun belongs to it.
      const before = predicate - 1
      return before < 0 || tree.sentence(before) !== tree.sentence(predicate) || !isNominal(tree, before)
    }
    case 'conjunct':
      // "It is meant to help, warn and guide": no more than is meant.
      if (tree.xpos(predicate) === 'VB' && !isToldBare(tree, predicate)) return false
      // "tugs and heavily armed boats": an adjective.
      return !(
        /^VB[ND]$/.test(tree.xpos(predicate)) &&
        /ly$/.test(tree.lower(predicate - 1)) &&
        /^(NOUN|ADJ)$/.test(tree.upos(predicate + 1))
      )
    case 'participle':
      // A past tense that hangs on a noun has that noun for its subject.
      if (tree.xpos(predicate) === 'VBD' && tree.head(predicate) === predicate - 1) return true
      if (
        tree.form(predicate - 1) === ',' &&
        (!passive || !/^(nsubj|obj|root|appos|conj)/.test(tree.relation(subject)))
      )
        return false
      return (
        passive ||
        ((acts || type !== '' || mentionAt(subject)?.count !== undefined) &&
          !/^(use|include|involve|concern|regard|follow)$/.test(tree.lemma(predicate)))
      )
    case 'control': {
      const above = tree.head(predicate)
      if (tree.relation(predicate) !== 'xcomp' || !isVerb(tree, above)) return acts
      const handed = tree.children(above, 'obj', 'iobj').includes(subject)
      return handed ? acts && objectControl.has(tree.lemma(above)) : acts
    }
    case 'relative': {
      // Behind "the quarter of the town which", the clause may belong to either noun.
      const first = tree.children(predicate, 'nsubj')[0] ?? predicate
      if (tree.lower(first) === 'who' && /^(Place|Facility|Product|Event|Date)$/.test(type)) return false
      const near = first - 1 - (tree.form(first - 1) === ',' ? 1 : 0)
      const end = document.mentionAt(subject)?.endToken ?? subject + 1
      return near < end ? near >= subject || acts : acts && type !== 'Place'
    }
    default:
      return true
  }
}

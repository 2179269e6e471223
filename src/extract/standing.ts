import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import { sayVerbs } from '../annotate/speech-verbs.ts'
import type { Tree } from '../annotate/tree.ts'
import { type Modality, modalities, type Polarity, type Time } from '../model/index.ts'
import { isPassive, prepositionOf, subjectOf } from './clause.ts'
import {
  allegeVerbs,
  clauseNouns,
  conditionalAuxiliaries,
  conditionMarks,
  denyVerbs,
  doubtAdjectives,
  doubtAdverbs,
  doubtAuxiliaries,
  failVerbs,
  futureAuxiliaries,
  futureVerbs,
  hearsayAdverbs,
  negators,
  thinkVerbs,
} from './cues.ts'

/** How a predicate stands in its text: whether it holds, how it is put forward, by whom, and when. */
export interface Standing {
  readonly polarity: Polarity
  readonly modality: Modality
  /** Head tokens of the speakers, outermost first. */
  readonly speakers: readonly number[]
  readonly times: readonly Time[]
}

const rank = (modality: Modality): number => modalities.indexOf(modality)

/** Whether the clause of a predicate is negated by a word of its own. */
function isNegated(tree: Tree, predicate: number): boolean {
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
    if (
      ['nsubj', 'obj'].includes(relation) &&
      (/^(nobody|nothing|none)$/.test(word) ||
        (relation === 'nsubj' && tree.children(child, 'det').some((d) => tree.lower(d) === 'no')))
    )
      negative = !negative
  }
  return negative
}

/** Whether an auxiliary stands before the subject in a statement, and not after "never" or "only". */
function isInverted(tree: Tree, predicate: number, auxiliary: number): boolean {
  const subject = tree.children(predicate, 'nsubj').find((s) => s > auxiliary && s < predicate)
  if (subject === undefined || tree.children(predicate).some((c) => tree.form(c) === '?')) return false
  return !tree.children(predicate, 'advmod').some((a) => a < auxiliary)
}

/** The modality that the auxiliaries, adverbs and marks of a clause give it. */
function ownModality(tree: Tree, predicate: number): Modality {
  let found: Modality = 'asserted'
  const take = (modality: Modality): void => {
    if (rank(modality) < rank(found)) found = modality
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

/** A clause that completes a word above it: with a subject of its own, or bare ("to resign", "resigning"). */
interface Complement {
  readonly verb: number
  readonly kind: 'finite' | 'bare'
}

const takesClause = (lemma: string): boolean =>
  sayVerbs.has(lemma) || denyVerbs.has(lemma) || allegeVerbs.has(lemma) || thinkVerbs.has(lemma)

/**
 * The word that a clause completes, if it is a complement. Parsers take many complements for relative or
 * adverbial clauses; the mark and the verb tell better than the label, and a report must not become a fact.
 */
function complementOf(tree: Tree, clause: number, head: number): Complement | undefined {
  const relation = tree.relation(clause)
  if (relation === 'ccomp') return { verb: head, kind: 'finite' }
  if (relation === 'xcomp') return { verb: head, kind: 'bare' }
  const lemma = tree.lemma(head)
  const mark = tree.children(clause, 'mark').map((m) => tree.lower(m))
  if (relation === 'csubj')
    return doubtAdjectives.has(lemma) || takesClause(lemma) ? { verb: head, kind: 'finite' } : undefined
  if (relation !== 'advcl' && relation !== 'acl') return undefined
  const saysThat = clause > head && tree.tokens[head + 1] !== undefined && tree.lower(head + 1) === 'that'
  const verbal = tree.upos(head) === 'VERB' || (saysThat && tree.children(head, 'det', 'amod').length === 0)
  if (verbal && takesClause(lemma)) {
    if (mark.includes('that') || saysThat) return { verb: head, kind: 'finite' }
    if (denyVerbs.has(lemma) || (allegeVerbs.has(lemma) && mark.includes('of')))
      return { verb: head, kind: 'bare' }
  }
  if (relation === 'acl' && mark.includes('that') && !clauseNouns[lemma]) {
    // "said on Wednesday that": the clause hangs on the noun before "that", but is the verb's.
    let above = tree.head(head)
    for (let step = 0; step < 2 && above >= 0 && tree.upos(above) !== 'VERB'; step++) above = tree.head(above)
    if (above >= 0 && tree.upos(above) === 'VERB' && takesClause(tree.lemma(above)))
      return { verb: above, kind: 'finite' }
  }
  if (!mark.includes('to')) return undefined
  const orders = (verb: number): boolean =>
    tree.upos(verb) === 'VERB' && (futureVerbs.has(tree.lemma(verb)) || tree.lemma(verb) === 'tell')
  if (relation === 'advcl' && orders(head)) return { verb: head, kind: 'bare' }
  const above = tree.head(head)
  return relation === 'acl' && ['obj', 'iobj'].includes(tree.relation(head)) && above >= 0 && orders(above)
    ? { verb: above, kind: 'bare' }
    : undefined
}

/** What the word above a clause makes of it. */
function embedding(
  tree: Tree,
  verb: number,
  kind: Complement['kind'],
): { modality?: Modality; negates?: boolean; speaks?: boolean } {
  const lemma = tree.lemma(verb)
  const clausal = kind === 'finite'
  if (doubtAdjectives.has(lemma)) return { modality: 'opinion' }
  // "They have to pay"; with a clause it is a misread "had she resigned".
  if (lemma === 'have') return { modality: kind === 'bare' ? 'opinion' : 'conditional' }
  if (denyVerbs.has(lemma)) return { modality: 'denied', negates: true, speaks: true }
  if (failVerbs.has(lemma)) return { negates: true }
  if (allegeVerbs.has(lemma)) return { modality: 'alleged', speaks: true }
  if (lemma === 'tell' && !clausal) return { modality: 'future' }
  if (sayVerbs.has(lemma)) {
    // "is said to have", "it is reported that": nobody is named, so it is hearsay.
    if (isPassive(tree, verb) && speakerOf(tree, verb) === undefined) return { modality: 'alleged' }
    return clausal ? { modality: 'reported', speaks: true } : {}
  }
  if (futureVerbs.has(lemma)) return { modality: 'future', speaks: clausal }
  if (thinkVerbs.has(lemma)) return { modality: 'opinion', speaks: clausal }
  return {}
}

/** Whether a clause below a noun says what the noun holds: "the claim that", "plans to", "the idea of going". */
const opensContent = (tree: Tree, clause: number): boolean =>
  tree.children(clause, 'mark').some((m) => /^(that|to|of|whether)$/.test(tree.lower(m)))

const speakerOf = (tree: Tree, verb: number): number | undefined => {
  if (isPassive(tree, verb)) return tree.children(verb, 'obl').find((c) => prepositionOf(tree, c) === 'by')
  const subject = subjectOf(tree, verb)?.token
  return subject !== undefined && tree.upos(subject) === 'PRON' && /^(it|there)$/.test(tree.lower(subject))
    ? undefined
    : subject
}

/** Says how the claim that hangs on a token stands, by what is around it up to the top of its sentence. */
export function standingOf(document: AnnotatedDocument, predicate: number): Standing {
  const { tree } = document
  let negative = isNegated(tree, predicate)
  let modality = ownModality(tree, predicate)
  const speakers: number[] = []
  const take = (found: Modality | undefined): void => {
    if (found && rank(found) < rank(modality)) modality = found
  }
  const speak = (token: number | undefined): void => {
    if (token === undefined || speakers.includes(token)) return
    // "I believe" inside a quotation: who speaks is named at its end.
    if (tree.lower(token) === 'i' && document.quotationAt(token)?.speakerToken !== undefined) return
    speakers.unshift(token)
  }

  const inner = document.quotationAt(predicate)
  let quotation = inner
  const leaveQuotation = (): void => {
    if (!quotation) return
    take('reported')
    speak(quotation.speakerToken)
    quotation = undefined
  }
  let at = predicate
  for (let head = tree.head(at); head >= 0; at = head, head = tree.head(at)) {
    if (quotation && document.quotationAt(head) !== inner) leaveQuotation()
    const relation = tree.relation(at)
    const complement = complementOf(tree, at, head)
    if (complement) {
      const { verb, kind } = complement
      const found = embedding(tree, verb, kind)
      if (found.negates) negative = !negative
      else if (isNegated(tree, verb) && kind === 'bare') negative = !negative
      take(found.modality)
      if (found.speaks) speak(speakerOf(tree, verb))
      if (kind === 'bare' || found.modality) take(ownModality(tree, verb))
    } else if (tree.label(at) === 'acl' && clauseNouns[tree.lemma(head)] && opensContent(tree, at)) {
      take(clauseNouns[tree.lemma(head)])
      if (tree.children(head, 'det').some((d) => tree.lower(d) === 'no')) negative = !negative
    } else if (relation === 'advcl' && ownModality(tree, at) === 'conditional') take('conditional')
    else if (relation === 'advcl') {
      // What happens after or by a thing that has not happened, or is only heard of, is no surer.
      const main = ownModality(tree, head)
      if (main === 'conditional' || main === 'future' || main === 'alleged') take(main)
    }
  }
  leaveQuotation()

  // "..., the Times reports": the verb of speech hangs beside the clause that it gives.
  for (let node = predicate, steps = 0; node >= 0 && steps < 12; node = tree.head(node), steps++)
    for (const beside of tree.children(node, 'parataxis')) {
      if (
        beside === predicate ||
        !sayVerbs.has(tree.lemma(beside)) ||
        tree.children(beside, 'ccomp').length > 0
      )
        continue
      const quoted = document.quotationAt(beside)
      if (quoted !== undefined && quoted === inner) continue
      take(isPassive(tree, beside) ? 'alleged' : 'reported')
      speak(speakerOf(tree, beside))
    }
  // "according to the union"
  for (let node = predicate, steps = 0; node >= 0 && steps < 12; node = tree.head(node), steps++)
    for (const child of tree.children(node, 'obl'))
      if (/^according/.test(prepositionOf(tree, child) ?? '')) {
        take('reported')
        speak(child)
      }
  return {
    polarity: negative ? 'negative' : 'positive',
    modality,
    speakers,
    times: timesOf(document, predicate),
  }
}

/** The times written beside a predicate, or beside the verb that it completes. */
function timesOf(document: AnnotatedDocument, predicate: number): Time[] {
  const { tree } = document
  const found: Time[] = []
  const look = (token: number): void => {
    for (const child of tree.children(token, 'obl', 'nmod', 'advmod')) {
      const time = document.mentionAt(child)?.time
      if (time) found.push(time)
    }
    for (const object of tree.children(token, 'obj', 'obl'))
      for (const child of tree.children(object, 'nmod')) {
        const time = document.mentionAt(child)?.time
        if (time && child > token) found.push(time)
      }
  }
  look(predicate)
  if (found.length === 0 && tree.relation(predicate) === 'xcomp') look(tree.head(predicate))
  return found
}

import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import { sayVerbs } from '../annotate/speech-verbs.ts'
import type { Modality, Polarity, Time } from '../model/index.ts'
import { attributionsOf, speakerOf } from './attribution.ts'
import { timesOf } from './claim-times.ts'
import { complementOf, embedding, opensContent } from './complements.ts'
import { clauseNouns, denyVerbs, failVerbs } from './cues.ts'
import { isNegated, ownModality, weaker } from './own-standing.ts'

/** How a predicate stands in its text: whether it holds, how it is put forward, by whom, and when. */
export interface Standing {
  readonly polarity: Polarity
  readonly modality: Modality
  /** Head tokens of the speakers, outermost first. */
  readonly speakers: readonly number[]
  readonly times: readonly Time[]
}

/** Says how the claim that hangs on a token stands, by what is around it up to the top of its sentence. */
export function standingOf(document: AnnotatedDocument, predicate: number): Standing {
  const { tree } = document
  let negative = isNegated(tree, predicate)
  let modality = ownModality(tree, predicate)
  const speakers: number[] = []
  const take = (found: Modality | undefined): void => {
    modality = weaker(modality, found)
  }
  const speak = (token: number | undefined): void => {
    if (token === undefined || speakers.includes(token)) return
    // "I believe" inside a quotation: who speaks is named at its end.
    if (tree.lower(token) === 'i' && document.quotationAt(token)?.speakerToken !== undefined) return
    speakers.unshift(token)
  }

  // "Reports are that he left": the first of two subjects is what the clause is.
  for (let node = predicate, step = 0; node >= 0 && step < 4; node = tree.head(node), step++) {
    const [what, own] = tree.children(node, 'nsubj')
    if (own !== undefined && tree.children(node, 'cop').length > 0) take(clauseNouns.get(tree.lemma(what!)))
  }

  const inner = document.quotationAt(predicate)
  let quotation = inner
  const leaveQuotation = (): void => {
    if (!quotation) return
    take('reported')
    speak(quotation.speakerToken)
    quotation = undefined
  }
  // Above a verb of speech nothing turns round what is said: "denied telling police that he slept".
  let said = false
  let contentNoun: number | undefined
  let at = predicate
  for (let head = tree.head(at); head >= 0; at = head, head = tree.head(at)) {
    if (quotation && document.quotationAt(head) !== inner) leaveQuotation()
    const relation = tree.relation(at)
    const complement = complementOf(tree, at, head)
    if (tree.upos(head) === 'NOUN' && relation === 'acl' && opensContent(tree, at)) contentNoun = head
    if (complement) {
      const { verb, kind } = complement
      const found = embedding(tree, verb, kind)
      const turns = found.negates === true || (kind === 'bare' && isNegated(tree, verb))
      // "refused to say whether": then nobody has said it.
      if (said && (turns || denyVerbs.has(tree.lemma(verb)))) take('conditional')
      else {
        if (turns) negative = !negative
        take(found.modality)
        if (found.speaks && !isUnsaid(verb)) speak(speakerOf(tree, verb))
      }
      said ||= kind === 'finite' && sayVerbs.has(tree.lemma(verb))
      if (kind === 'bare' || found.modality) take(ownModality(tree, verb))
    } else if (tree.label(at) === 'acl' && clauseNouns.has(tree.lemma(head)) && opensContent(tree, at)) {
      take(clauseNouns.get(tree.lemma(head)))
      if (tree.children(head, 'det').some((d) => tree.lower(d) === 'no')) negative = !negative
    } else if (relation === 'obj' && contentNoun === at && denyVerbs.has(tree.lemma(head))) {
      // "denied reports that he had met": what the noun holds is denied with it.
      negative = !negative
      take('denied')
      speak(speakerOf(tree, head))
    } else if (relation === 'acl' && /^(nothing|little)$/.test(tree.lower(head)) && opensContent(tree, at)) {
      negative = !negative
      take('reported')
    } else if (relation === 'advcl' && ownModality(tree, at) === 'conditional') take('conditional')
    else if (relation === 'advcl') {
      // What happens after or by a thing that has not happened, or is only heard of, is no surer.
      const main = ownModality(tree, head)
      if (main === 'conditional' || main === 'future' || main === 'alleged') take(main)
    }
  }
  leaveQuotation()
  for (const beside of attributionsOf(document, predicate)) {
    take(beside.modality)
    speak(beside.speaker)
  }
  return {
    polarity: negative ? 'negative' : 'positive',
    modality,
    speakers,
    times: timesOf(document, predicate),
  }

  /** Whether a verb of speech completes one that says that it was not said: "refused to confirm that". */
  function isUnsaid(verb: number): boolean {
    const above = tree.head(verb)
    return tree.relation(verb) === 'xcomp' && above >= 0 && failVerbs.has(tree.lemma(above))
  }
}

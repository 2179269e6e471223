import { sayVerbs } from '../annotate/speech-verbs.ts'
import type { Tree } from '../annotate/tree.ts'
import type { Modality } from '../model/index.ts'
import { speakerOf } from './attribution.ts'
import { isPassive } from './clause.ts'
import {
  allegeVerbs,
  chargeVerbs,
  clauseNouns,
  clearVerbs,
  denyVerbs,
  doubtAdjectives,
  failAdjectives,
  failVerbs,
  falseAdjectives,
  futureAdjectives,
  futureVerbs,
  thinkVerbs,
  trueAdjectives,
} from './cues.ts'
import { isNegated } from './own-standing.ts'

/** A clause that completes a word above it: with a subject of its own, or bare ("to resign", "resigning"). */
export interface Complement {
  readonly verb: number
  readonly kind: 'finite' | 'bare'
}

const takesClause = (lemma: string): boolean =>
  sayVerbs.has(lemma) || denyVerbs.has(lemma) || allegeVerbs.has(lemma) || thinkVerbs.has(lemma)

/**
 * The word that a clause completes, if it is a complement. Parsers take many complements for relative or
 * adverbial clauses; the mark and the verb tell better than the label, and a report must not become a fact.
 */
export function complementOf(tree: Tree, clause: number, head: number): Complement | undefined {
  const relation = tree.relation(clause)
  if (relation === 'ccomp') return { verb: head, kind: 'finite' }
  if (relation === 'xcomp') return { verb: head, kind: 'bare' }
  const lemma = tree.lemma(head)
  const mark = tree.children(clause, 'mark').map((m) => tree.lower(m))
  if (relation === 'csubj')
    return doubtAdjectives.has(lemma) || takesClause(lemma) ? { verb: head, kind: 'finite' } : undefined
  if (relation !== 'advcl' && relation !== 'acl' && relation !== 'obl') return undefined
  const charge = chargeOf(tree, clause, head)
  if (charge !== undefined) return { verb: charge, kind: 'bare' }
  if (relation === 'obl') return undefined
  const saysThat = clause > head && tree.tokens[head + 1] !== undefined && tree.lower(head + 1) === 'that'
  const verbal = tree.upos(head) === 'VERB' || (saysThat && tree.children(head, 'det', 'amod').length === 0)
  if (verbal && takesClause(lemma)) {
    if (mark.includes('that') || saysThat) return { verb: head, kind: 'finite' }
    if (denyVerbs.has(lemma) || (allegeVerbs.has(lemma) && mark.includes('of')))
      return { verb: head, kind: 'bare' }
  }
  if (relation === 'acl' && mark.includes('that') && !clauseNouns.has(lemma)) {
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

/** The verb of "accused the captain of hitting", "charged with hitting", whose clause may hang on its object. */
function chargeOf(tree: Tree, clause: number, head: number): number | undefined {
  if (tree.xpos(clause) !== 'VBG') return undefined
  const mark = tree.children(clause, 'mark', 'case').find((m) => m < clause)
  if (mark === undefined || !/^(of|with|for|over|on)$/.test(tree.lower(mark))) return undefined
  const verb = /^(obj|nsubj)$/.test(tree.relation(head)) ? tree.head(head) : head
  const lemma = tree.lemma(verb)
  return chargeVerbs.has(lemma) || clearVerbs.has(lemma) ? verb : undefined
}

/** What a word makes of the clause that completes it. */
export interface Embedding {
  readonly modality?: Modality
  readonly negates?: boolean
  readonly speaks?: boolean
}

/** What the word above a clause makes of it. */
export function embedding(tree: Tree, verb: number, kind: Complement['kind']): Embedding {
  const lemma = tree.lemma(verb)
  const clausal = kind === 'finite'
  if (doubtAdjectives.has(lemma)) return { modality: 'opinion' }
  if (!clausal && futureAdjectives.has(lemma) && tree.upos(verb) === 'ADJ') return { modality: 'future' }
  if (!clausal && failAdjectives.has(lemma)) return { negates: true }
  if (trueAdjectives.has(lemma)) return { negates: isNegated(tree, verb) }
  if (falseAdjectives.has(lemma) && clausal) return { negates: !isNegated(tree, verb) }
  if (!clausal && clearVerbs.has(lemma)) return { modality: 'alleged', negates: true }
  if (!clausal && chargeVerbs.has(lemma)) return { modality: 'alleged', speaks: lemma === 'accuse' }
  if (clausal && /^(hear|overhear)$/.test(lemma)) return { modality: 'reported' }
  if (lemma === 'understand' && isPassive(tree, verb)) return { modality: 'alleged' }
  // "They have to pay"; with a clause it is a misread "had she resigned".
  if (lemma === 'have') return { modality: kind === 'bare' ? 'opinion' : 'conditional' }
  if (denyVerbs.has(lemma)) return { modality: 'denied', negates: true, speaks: true }
  if (failVerbs.has(lemma)) return { negates: true }
  if (allegeVerbs.has(lemma)) return { modality: 'alleged', speaks: true }
  if (lemma === 'tell' && !clausal) return { modality: 'future' }
  if (sayVerbs.has(lemma)) {
    // "was found to have" says that it was so.
    if (!clausal && /^(find|show|prove|reveal)$/.test(lemma)) return {}
    // "is said to have", "it is reported that": nobody is named, so it is hearsay.
    if (isPassive(tree, verb) && speakerOf(tree, verb) === undefined) return { modality: 'alleged' }
    return clausal ? { modality: 'reported', speaks: true } : {}
  }
  if (futureVerbs.has(lemma)) return { modality: 'future', speaks: clausal }
  if (thinkVerbs.has(lemma)) return { modality: 'opinion', speaks: clausal }
  return {}
}

/** Whether a clause below a noun says what the noun holds: "the claim that", "plans to", "the idea of going". */
export const opensContent = (tree: Tree, clause: number): boolean =>
  tree.children(clause, 'mark').some((m) => /^(that|to|of|whether)$/.test(tree.lower(m)))

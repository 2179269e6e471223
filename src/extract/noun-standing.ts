import type { Tree } from '../annotate/tree.ts'
import type { Modality } from '../model/index.ts'
import { allegeVerbs, clauseNouns, denyVerbs, failVerbs, futureVerbs, negators, thinkVerbs } from './cues.ts'
import { isDenied, weaker } from './own-standing.ts'
import { prepositionOf } from './predicate.ts'
import { subjectOf } from './subject.ts'

/** How an event that a noun names is put forward by the words that govern it. */
export interface NounStanding {
  readonly modality: Modality
  readonly negative: boolean
  /** Head token of who denies or alleges it. */
  readonly speaker?: number
}

const ofNoun = new Set(['obj', 'obl', 'nmod', 'nsubj', 'conj', 'appos', 'xcomp', 'iobj'])

/** Nouns that ask for what follows them. */
const wishes = /^(call|demand|request|appeal|plea|need|bid)$/

/** Verbs that ask for what their object names, or keep it from being. */
const wanting = new Set(
  'call seek demand request await schedule set urge press face avert avoid prevent cancel postpone block rule'.split(
    ' ',
  ),
)

/**
 * Whether the event that a noun names is told as having happened: not "denied the theft", "called for an
 * inquiry", "plans for a meeting", "held no hearing".
 */
export function nounStanding(tree: Tree, noun: number): NounStanding {
  let modality: Modality = 'asserted'
  let negative = isDenied(tree, noun)
  let at = noun
  for (let step = 0; step < 6; step++) {
    const head = tree.head(at)
    const relation = tree.relation(at)
    if (head < 0 || !ofNoun.has(relation)) break
    const lemma = tree.lemma(head)
    if (tree.upos(head) === 'NOUN' || tree.upos(head) === 'PROPN') {
      const content = relation !== 'nmod' ? undefined : wishes.test(lemma) ? 'future' : clauseNouns.get(lemma)
      modality = weaker(modality, content)
      if (content && isDenied(tree, head)) negative = true
      at = head
      continue
    }
    if (tree.upos(head) === 'VERB' && relation !== 'nsubj') {
      // "announced plans for a meeting": the phrase is the noun's, whatever the parser hung it on.
      if (relation === 'obl' && /^(for|of|to)$/.test(prepositionOf(tree, at) ?? ''))
        for (const object of tree.children(head, 'obj'))
          if (object < at) modality = weaker(modality, clauseNouns.get(tree.lemma(object)))
      if (denyVerbs.has(lemma) && lemma !== 'reject') {
        const speaker = subjectOf(tree, head)?.token
        return { modality: 'denied', negative: !negative, ...(speaker === undefined ? {} : { speaker }) }
      }
      if (failVerbs.has(lemma) || (isIndefinite(tree, at) && isNegated(tree, head))) negative = true
      if (allegeVerbs.has(lemma)) modality = weaker(modality, 'alleged')
      if (thinkVerbs.has(lemma)) modality = weaker(modality, 'opinion')
      if (futureVerbs.has(lemma) || wanting.has(lemma)) modality = weaker(modality, 'future')
      const unsure = tree
        .children(head, 'aux')
        .some((a) => /^(will|would|may|might|could|should|can|must|'ll|shall)$/.test(tree.lower(a)))
      if (unsure && isIndefinite(tree, at)) modality = weaker(modality, 'future')
    }
    break
  }
  return { modality, negative }
}

const isNegated = (tree: Tree, verb: number): boolean =>
  tree.children(verb, 'advmod').some((c) => negators.has(tree.lower(c)))

const isIndefinite = (tree: Tree, noun: number): boolean =>
  !tree
    .children(noun, 'det', 'nmod')
    .some((c) => /^(the|this|that|these|those)$/.test(tree.lower(c)) || tree.label(c) === 'nmod:poss')

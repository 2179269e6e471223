import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import { sayVerbs } from '../annotate/speech-verbs.ts'
import type { Tree } from '../annotate/tree.ts'
import type { Modality, Sentence } from '../model/index.ts'
import { isPassive, prepositionOf, subjectOf } from './clause.ts'
import { allegeVerbs, thinkVerbs } from './cues.ts'

/** Who a verb of speech makes speak: its subject, of a passive the agent. Nobody where that is "it" or "no one". */
export function speakerOf(tree: Tree, verb: number): number | undefined {
  if (isPassive(tree, verb)) return tree.children(verb, 'obl').find((c) => prepositionOf(tree, c) === 'by')
  const subject =
    subjectOf(tree, verb)?.token ??
    // "..., says watchdog": behind the verb without an article parsers take the speaker for an object.
    (tree.relation(verb) === 'parataxis' ? tree.children(verb, 'obj').find((c) => c === verb + 1) : undefined)
  const nobody = /^(it|there|nobody|nothing|none|one)$/
  return subject !== undefined && tree.upos(subject) !== 'PROPN' && nobody.test(tree.lower(subject))
    ? undefined
    : subject
}

/** What words beside a clause say of it. */
export interface Attribution {
  readonly modality: Modality
  /** Head token of the speaker. */
  readonly speaker?: number
}

const gives = (tree: Tree, verb: number): boolean =>
  sayVerbs.has(tree.lemma(verb)) ||
  allegeVerbs.has(tree.lemma(verb)) ||
  (isPassive(tree, verb) && (thinkVerbs.has(tree.lemma(verb)) || tree.lemma(verb) === 'understand'))

const attribution = (modality: Modality, speaker: number | undefined): Attribution => ({
  modality,
  ...(speaker === undefined ? {} : { speaker }),
})

/** What a verb of speech beside a clause makes of it: "..., the Echo reports", "it is claimed", "or so the union says". */
const bySpeech = (tree: Tree, verb: number): Attribution =>
  attribution(
    isPassive(tree, verb) || allegeVerbs.has(tree.lemma(verb)) ? 'alleged' : 'reported',
    speakerOf(tree, verb),
  )

/** "according to the union", "in the union's view": the speaker of such a phrase, if a noun heads one. */
function phraseOf(tree: Tree, noun: number): Attribution | undefined {
  const preposition = prepositionOf(tree, noun) ?? ''
  if (/^according/.test(preposition)) return attribution('reported', noun)
  if (
    !/^(in|to|from)$/.test(preposition) ||
    !/^(view|opinion|eye|mind|judgement|judgment|estimation)$/.test(tree.lemma(noun))
  )
    return undefined
  const whose = tree
    .children(noun, 'nmod')
    .find((c) => tree.label(c) === 'nmod:poss' || prepositionOf(tree, c) === 'of')
  return whose === undefined ? undefined : attribution('opinion', whose)
}

/** "as the mayor sees it", "or so the union says". */
function clauseBeside(tree: Tree, clause: number): Attribution | undefined {
  const relation = tree.relation(clause)
  const as = relation === 'advcl' && tree.children(clause, 'mark').some((m) => tree.lower(m) === 'as')
  if (as && (gives(tree, clause) || /^(see|put|view)$/.test(tree.lemma(clause))))
    return attribution(gives(tree, clause) ? 'reported' : 'opinion', speakerOf(tree, clause))
  const so =
    relation === 'conj' &&
    sayVerbs.has(tree.lemma(clause)) &&
    tree.children(clause, 'advmod').some((a) => tree.lower(a) === 'so') &&
    tree.children(clause, 'ccomp', 'obj').length === 0
  return so ? bySpeech(tree, clause) : undefined
}

/** "Watchdog: mayor took bribes": in a headline somebody before a colon says what follows. */
function headlineOf(
  { tree, mentionAt }: AnnotatedDocument,
  { firstToken }: Sentence,
  predicate: number,
): Attribution | undefined {
  for (let colon = firstToken + 1; colon < Math.min(firstToken + 6, predicate); colon++) {
    if (/^(VERB|AUX)$/.test(tree.upos(colon))) return undefined
    if (tree.form(colon) !== ':') continue
    const mention = mentionAt(colon - 1)
    const speaks =
      mention?.endToken === colon && /^(Person|Organization|Group|Role)$/.test(mention.type ?? '')
    return speaks ? attribution('reported', mention.token) : undefined
  }
  return undefined
}

/**
 * Who is said to say a thing by words beside its clause or beside one above it, inside and outside the quotation
 * that the predicate stands in apart. A phrase at the edge of the sentence counts wherever the parser hung it.
 */
export function attributionsOf(document: AnnotatedDocument, predicate: number): Attribution[] {
  const { tree } = document
  const inner = document.quotationAt(predicate)
  const found: Attribution[] = []
  const taken = new Set<number>()
  const take = (token: number, what: Attribution | undefined): void => {
    if (!what || taken.has(token)) return
    taken.add(token)
    found.push(what)
  }
  for (let node = predicate, steps = 0; node >= 0 && steps < 12; node = tree.head(node), steps++)
    for (const child of tree.children(node)) {
      const relation = tree.relation(child)
      if (relation === 'parataxis') {
        if (child === predicate || !gives(tree, child) || tree.children(child, 'ccomp').length > 0) continue
        const quoted = document.quotationAt(child)
        if (quoted === undefined || quoted !== inner) take(child, bySpeech(tree, child))
      } else if (relation === 'obl' || relation === 'nmod') {
        if (relation === 'obl' || /^according/.test(prepositionOf(tree, child) ?? ''))
          take(child, phraseOf(tree, child))
        if (relation === 'obl' || child < predicate) continue
      } else if (child !== predicate && (relation === 'advcl' || relation === 'conj'))
        take(child, clauseBeside(tree, child))
    }
  const home = document.sentences[tree.sentence(predicate)]
  if (home) take(home.firstToken, headlineOf(document, home, predicate))
  // "..., according to the union's lawyer": hung on a noun before it.
  if (home)
    for (let token = home.firstToken; token < home.endToken && token < home.firstToken + 200; token++)
      if (tree.lower(token) === 'according' && tree.lower(token + 1) === 'to' && tree.form(token - 1) === ',')
        take(tree.head(token), phraseOf(tree, tree.head(token)))
  return found
}

import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import { sayVerbs } from '../annotate/speech-verbs.ts'
import type { Tree } from '../annotate/tree.ts'
import type { ClauseWithSubject } from './clause.ts'
import { clauseNouns } from './cues.ts'
import type { Reading } from './extractor.ts'
import { type Beside, besides, isThing, lightObject, mainObject, nominals } from './open-arguments.ts'
import { openReadings } from './open-readings.ts'
import { lemmaWord, participleOf, plainWord, type RelationWord, verbWords } from './relation-words.ts'
import { isTemporal } from './temporal-words.ts'
import { isLightVerb } from './verb-classes.ts'

/** Where the thing that a verb acts on goes to or comes from. */
const ofMotion = /^(to|into|onto|from)$/

/** What a verb says of its subject: with its object, else with each phrase beside it, and of the object itself. */
export function* verbalReadings(document: AnnotatedDocument, clause: ClauseWithSubject): Generator<Reading> {
  const { tree } = document
  const { predicate, subject, passive } = clause
  const beside = besides(tree, clause.arguments)
  const words = verbWords(tree, predicate, passive)
  const by = passive ? beside.find((b) => b.preposition === 'by') : undefined
  if (by) {
    const others = beside.filter((b) => b !== by)
    yield* openReadings(document, clause, verbWords(tree, predicate, false), [by.head, subject], others)
    yield* eachBeside(document, clause, words, others, beside)
    return
  }
  const object = mainObject(document, clause)
  if (object !== undefined) {
    yield* withObject(document, clause, words, object, beside)
    return
  }
  // A date is the time of what happened; it is an argument only where there is no other.
  const things = beside.filter(
    (b) =>
      document.mentionAt(b.head)?.type !== 'Date' &&
      !isTemporal(tree, b.head) &&
      !isWhereSaid(tree, predicate, b),
  )
  if (things.length === 0 && beside.length === 0)
    for (const { role, head } of clause.arguments)
      if (role === 'time' && document.mentionAt(head)?.time)
        yield* openReadings(document, clause, [...words, plainWord('on')], [subject, head], [])
  for (const phrase of things.length > 0 ? things : beside.filter((b) => !isWhereSaid(tree, predicate, b)))
    yield* phraseReadings(document, clause, words, phrase, beside)
}

/** Nouns that count another and say nothing by themselves: "cleared a third of the town". */
const measures =
  /^(billion|dozen|half|hundred|lot|majority|million|number|percent|quarter|third|thousand|total)$/

/** "said in a statement": where or in what something is said is no relation of who says it. */
const isWhereSaid = (tree: Tree, verb: number, { preposition }: Beside): boolean =>
  sayVerbs.has(tree.lemma(verb)) && /^(in|on|at|during|as)$/.test(preposition)

/** A phrase beside a verb, and the names that it leads on to: "served as director of Nordkai Shipping". */
function* phraseReadings(
  document: AnnotatedDocument,
  clause: ClauseWithSubject,
  words: readonly RelationWord[],
  { preposition, head }: Beside,
  beside: readonly Beside[],
): Generator<Reading> {
  const { tree } = document
  const others = beside.filter((b) => b.head !== head)
  const led = [...words, plainWord(preposition)]
  yield* openReadings(document, clause, led, [clause.subject, head], others)
  if (tree.upos(head) !== 'NOUN') return
  for (const inner of nominals(tree, head))
    if (isName(document, inner))
      yield* openReadings(
        document,
        clause,
        [...led, lemmaWord(tree, head), plainWord(inner.preposition)],
        [clause.subject, inner.head],
        others,
        [head],
      )
}

const isName = ({ mentionAt }: AnnotatedDocument, { head }: Beside): boolean => {
  const mention = mentionAt(head)
  return mention?.kind === 'named' && mention.type !== 'Date'
}

/** What a noun leads on to: behind "of" only what is definite and of a type, since the rest is part of its name. */
function isKnown(document: AnnotatedDocument, { preposition, head }: Beside): boolean {
  if (!isThing(document, head)) return false
  const mention = document.mentionAt(head)
  return preposition !== 'of' || (mention?.type !== undefined && mention.determiner === 'definite')
}

function* withObject(
  document: AnnotatedDocument,
  clause: ClauseWithSubject,
  words: readonly RelationWord[],
  object: number,
  beside: readonly Beside[],
): Generator<Reading> {
  const { tree } = document
  const { predicate, subject, passive } = clause
  // "saying Dame Ann left" misread: nobody says somebody.
  const agent = /^(Person|Organization|Group)$/.test(document.mentionAt(object)?.type ?? '')
  if (!passive && /^(say|state|insist|argue|think)$/.test(tree.lemma(predicate))) return
  if (agent && !passive && /^(say|claim|state|insist|argue|add|suggest)$/.test(tree.lemma(predicate))) return
  // "the rumour that she sails": what the rumour holds is no object of it.
  if (object < predicate && clauseNouns.has(tree.lemma(object))) return
  const noun = lemmaWord(tree, object)
  const light = passive ? undefined : lightObject(tree, clause, object, beside)
  if (light) {
    const others = beside.filter((b) => b.head !== light.head)
    const led = [...words, noun, plainWord(light.preposition)]
    yield* openReadings(document, clause, led, [subject, light.head], others, [object])
    return
  }
  yield* openReadings(document, clause, words, [subject, object], beside)
  const all = [...beside, { preposition: 'object', head: object }]
  // "made a visit to Varn" is about the visit; "moved the boat to the quay" does not say that the mover went there.
  const isCommon = object > predicate && tree.upos(object) === 'NOUN' && !measures.test(tree.lemma(object))
  const isLight = !passive && isCommon && isLightVerb(tree, predicate)
  yield* eachBeside(
    document,
    clause,
    !passive && isCommon ? [...words, noun] : words,
    passive || isCommon ? beside : [],
    all,
  )
  for (const phrase of measures.test(tree.lemma(object)) ? [] : nominals(tree, object))
    if (isName(document, phrase) || isKnown(document, phrase))
      yield* openReadings(
        document,
        clause,
        [...words, noun, plainWord(phrase.preposition)],
        [subject, phrase.head],
        beside,
        [object],
      )
  // "sent the boat to Varn" says of the boat that it was sent there.
  if (passive || isLight || object < predicate || tree.upos(object) === 'PRON') return
  const sent = [plainWord('be'), plainWord(participleOf(tree.lemma(predicate)))]
  for (const { preposition, head } of beside)
    if (ofMotion.test(preposition) && head > object && isThing(document, head))
      yield* openReadings(document, clause, [...sent, plainWord(preposition)], [object, head], [])
}

/** Where an object or agent stands in the way, what stands beside it: "sent the boat to Varn". */
function* eachBeside(
  document: AnnotatedDocument,
  clause: ClauseWithSubject,
  words: readonly RelationWord[],
  phrases: readonly Beside[],
  all: readonly Beside[],
): Generator<Reading> {
  for (const phrase of phrases)
    if (isThing(document, phrase.head))
      yield* openReadings(
        document,
        clause,
        [...words, plainWord(phrase.preposition)],
        [clause.subject, phrase.head],
        all.filter((other) => other.head !== phrase.head),
      )
}

import type { AnnotatedDocument, TokenMention } from '../annotate/annotated-document.ts'
import type { Schema } from '../model/index.ts'
import { isEvent } from './event-nouns.ts'
import type { Extractor, Reading } from './extractor.ts'
import { nounStanding } from './noun-standing.ts'
import { type Beside, isThing, nominals } from './open-arguments.ts'
import { isWhole } from './open-whole.ts'
import { conjuncts, isNominal } from './predicate.ts'
import { lemmaWord, plainWord, type RelationWord, relationLabel, relationName } from './relation-words.ts'

const placeTypes = /^(Place|Facility)$/
const agentTypes = /^(Person|Organization|Group|Role)$/
const ofPlace = /^(in|at|on|near|outside|inside|aboard)$/
const withOthers = /^(with|between|against|by|of)$/
const ofTopic = /^(of|into|over|about|on|regarding|concerning|for)$/

/** Works that whoever they belong to has usually made. */
const made = new Set(
  `album article ballad book cantata composition comedy concerto drawing drama essay film hymn letter memoir novel opera
  opus overture painting photograph photo play poem portrait quartet quintet requiem sculpture setting sketch sonata song
  speech story study suite symphony tale trilogy trio waltz`
    .trim()
    .split(/\s+/),
)

/**
 * Reads what noun phrases say by themselves: where and with whom an event takes place, where a named body or
 * building is, whose work a work is, and what "X's setting of Y" and "her native Y" say.
 */
export const nominalRelations: Extractor = {
  name: 'nominal-relations',
  version: '1',
  requires: ['tokens', 'sentences', 'tags', 'lemmas', 'trees', 'mentions'],
  emits: (schema) => [
    'open',
    ...['located-in', 'took-place-in', 'created'].filter((r) => schema.relations.has(r)),
  ],
  *extract(document, { schema }): Generator<Reading> {
    const { tree } = document
    for (const mention of document.mentions) {
      if (mention.kind !== 'named' && mention.kind !== 'nominal') continue
      const write = writer(document, schema, mention)
      const phrases = nominals(tree, mention.token)
      if (isEvent(mention)) yield* ofEvent(document, mention, phrases, write)
      else if (mention.kind === 'named') yield* ofNamed(document, mention, phrases, write)
      if (!isEvent(mention)) yield* ofItem(document, mention, phrases, write)
      if (mention.type === 'Place') yield* ofHome(document, mention, write)
      if (mention.kind === 'nominal' || mention.type === 'Work')
        yield* ofOwner(document, mention, phrases, write)
    }
  },
}

type Write = (
  words: readonly RelationWord[],
  subject: number,
  object: number,
  rule: string,
) => Generator<Reading>

/** Writes readings that hang on the head of a phrase, with the standing that the words around give it. */
function writer(document: AnnotatedDocument, schema: Schema, { token, head, type }: TokenMention): Write {
  const { tree } = document
  const standing = type === 'Place' ? undefined : nounStanding(tree, token)
  return function* (words, subject, object, rule) {
    const relation = relationName(words)
    const declared = schema.relations.get(relation)
    if (!declared && !isWhole(document, subject)) return
    for (const one of conjuncts(tree, object)) {
      if (!declared && !isWhole(document, one)) continue
      yield {
        relation,
        label: declared?.label ?? relationLabel(words),
        open: !declared,
        subject: { token: subject },
        object: { token: one },
        predicate: token,
        relationSpan: { start: head.start, end: head.end },
        rule,
        confidence: 0.6,
        ...(standing?.negative ? { polarity: 'negative' as const } : {}),
        ...(standing ? { modality: standing.modality } : {}),
        ...(standing?.speaker === undefined ? {} : { speakers: [standing.speaker] }),
      }
    }
  }
}

const plain = (...words: readonly string[]): RelationWord[] => words.map(plainWord)
const hasParticipant = plain('has', 'participant')

/** "the hearing in Varnholm", "a meeting with the mayor", "the inquiry into the crash". */
function* ofEvent(
  document: AnnotatedDocument,
  event: TokenMention,
  phrases: readonly Beside[],
  write: Write,
): Generator<Reading> {
  const { tree, mentionAt } = document
  for (const { preposition, head } of phrases) {
    const mention = mentionAt(head)
    if (!mention) continue
    const type = mention.type ?? ''
    if (
      ofPlace.test(preposition) &&
      (placeTypes.test(type) || (type === 'Organization' && preposition === 'at'))
    )
      yield* write(plain('took', 'place', 'in'), event.token, head, 'place of an event')
    else if (withOthers.test(preposition) && agentTypes.test(type)) yield* participants(head)
    else if (ofTopic.test(preposition) && isThing(document, head) && type !== '')
      yield* write(plain('concerns'), event.token, head, 'topic of an event')
    // "readings of her own poems in Varnholm": the readings were there, whatever the parser makes of it.
    if (preposition === 'of' && mention.kind === 'nominal' && type === '')
      for (const inner of nominals(tree, head))
        if (ofPlace.test(inner.preposition) && placeTypes.test(mentionAt(inner.head)?.type ?? ''))
          yield* write(plain('took', 'place', 'in'), event.token, inner.head, 'place of an event')
  }
  /** Whoever is joined to a participant, as long as they can take part as well. */
  function* participants(head: number): Generator<Reading> {
    for (const reading of write(hasParticipant, event.token, head, 'participant of an event')) {
      const joined = 'token' in reading.object ? mentionAt(reading.object.token) : undefined
      if (joined && agentTypes.test(joined.type ?? '')) yield reading
    }
  }
  for (const owner of tree.children(event.token, 'nmod')) {
    if (tree.label(owner) !== 'nmod:poss') continue
    const type = mentionAt(owner)?.type ?? ''
    if (agentTypes.test(type) || mentionAt(owner)?.kind === 'pronoun')
      yield* write(hasParticipant, event.token, owner, 'participant of an event')
  }
}

/** "the Maritime Museum in Varnholm", "Varnholm, Ostland". */
function* ofNamed(
  { tree, mentionAt }: AnnotatedDocument,
  named: TokenMention,
  phrases: readonly Beside[],
  write: Write,
): Generator<Reading> {
  if (!/^(Place|Facility|Organization)$/.test(named.type ?? '')) return
  for (const { preposition, head } of phrases) {
    const mention = mentionAt(head)
    if (mention?.kind !== 'named' || !placeTypes.test(mention.type ?? '')) continue
    if (preposition === 'in' || preposition === 'at')
      yield* write(plain('located', 'in'), named.token, head, 'place of a name')
  }
  // "Varnholm, Ostland, ..." is no list: nothing joins the second to a third.
  for (const child of tree.children(named.token, 'appos', 'nmod')) {
    const mention = mentionAt(child)
    const after = named.endToken
    if (mention?.kind !== 'named' || mention.type !== 'Place' || named.type === 'Organization') continue
    if (
      mention.firstToken !== after + 1 ||
      tree.form(after) !== ',' ||
      tree.children(child, 'conj').length > 0
    )
      continue
    if (
      !/^[,.;:)]$/.test(tree.form(mention.endToken)) &&
      tree.sentence(mention.endToken) === tree.sentence(child)
    )
      continue
    yield* write(plain('located', 'in'), named.token, child, 'place after a place')
  }
}

/** "Amsel's first novel", "his setting of the hymn", "her native Ostland". */
function* ofOwner(
  document: AnnotatedDocument,
  thing: TokenMention,
  phrases: readonly Beside[],
  write: Write,
): Generator<Reading> {
  const { tree, mentionAt } = document
  const owner = tree.children(thing.token, 'nmod').find((c) => tree.label(c) === 'nmod:poss')
  if (owner === undefined) return
  const mention = mentionAt(owner)
  const isAgent =
    mention?.kind === 'pronoun' ? !/^its?$/i.test(mention.text) : agentTypes.test(mention?.type ?? '')
  if (!mention || !isAgent || mention.type === 'Role') return
  const favourite = tree.children(thing.token, 'amod').some((a) => /^favou?rite$/.test(tree.lower(a)))
  const isMade = made.has(thing.head.lemma) || (thing.kind === 'named' && thing.type === 'Work')
  if (isMade && !favourite) yield* write(plain('created'), owner, thing.token, 'work of its maker')
  if (isEvent(thing)) return
  for (const { preposition, head } of phrases)
    if (!ofPlace.test(preposition) && mentionAt(head)?.kind === 'named')
      yield* write(
        [lemmaWord(tree, thing.token), plainWord(preposition)],
        owner,
        head,
        'possessor and phrase of a noun',
      )
}

/** "The ship's bell for the Maritime Museum.": a sentence without a verb, as in a list of who gets what. */
function* ofItem(
  { tree, sentences, mentionAt }: AnnotatedDocument,
  item: TokenMention,
  phrases: readonly Beside[],
  write: Write,
): Generator<Reading> {
  const { firstToken, endToken } = sentences[tree.sentence(item.token)]!
  if (tree.form(endToken - 1) !== '.') return
  for (let token = firstToken; token < endToken; token++) {
    if (tree.upos(token) === 'AUX' || /^(VB[DPZ]?|MD)$/.test(tree.xpos(token))) return
    if (tree.head(token) < 0 && !isNominal(tree, token)) return
  }
  for (const { preposition, head } of phrases)
    if (preposition === 'for' && mentionAt(head)?.kind === 'named')
      for (const reading of write(plain('be', 'for'), item.token, head, 'item of a list')) {
        // "the museum in Varn, Ostland": where the place is, is none of those that get it.
        const to = 'token' in reading.object ? mentionAt(reading.object.token) : undefined
        const before = to && mentionAt(to.firstToken - 2)
        if (to?.type === 'Place' && before?.type === 'Place' && before.token !== head) continue
        yield reading
      }
}

/** "her native Ostland", "his home town of Varnholm". */
function* ofHome(
  { tree, mentionAt }: AnnotatedDocument,
  place: TokenMention,
  write: Write,
): Generator<Reading> {
  const owner = tree.children(place.token, 'nmod').find((c) => tree.label(c) === 'nmod:poss')
  if (owner === undefined || place.kind !== 'named') return
  const isNative = tree.children(place.token, 'amod').some((a) => tree.lower(a) === 'native')
  const mention = mentionAt(owner)
  if (isNative && (mention?.type === 'Person' || mention?.kind === 'pronoun'))
    yield* write(plain('be', 'native', 'of'), owner, place.token, 'native place')
}

import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { Tree } from '../annotate/tree.ts'
import { type ClauseWithSubject, clausesOf } from './clause.ts'
import type { Extractor, Reading } from './extractor.ts'
import { type Beside, besides, lightObject, mainObject, nominals } from './open-arguments.ts'
import { conjuncts, isNominal, prepositionTokens } from './predicate.ts'
import { isTemporal } from './temporal-words.ts'
import { isReportVerb } from './verb-classes.ts'
import { isLooseApposition } from './views/phrase.ts'

const kebab = (words: readonly string[]): string =>
  words
    .join('-')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/**
 * Reads every clause by the rules of the minimal view: who, verb, what, and who, verb with preposition, what;
 * one relation for each noun of a list. The lemmas of the words name the relation. What stands beside the
 * object becomes a qualifier.
 */
export const openRelations: Extractor = {
  name: 'open-relations',
  version: '2',
  requires: ['tokens', 'sentences', 'tags', 'lemmas', 'trees', 'mentions'],
  emits: () => ['open'],
  *extract(document): Generator<Reading> {
    const { tree } = document
    for (const clause of clausesOf(tree, 0, tree.tokens.length)) {
      if (!isTold(document, clause)) continue
      if (clause.kind === 'copula') yield* copula(document, clause)
      else yield* verbal(document, clause)
    }
    yield* appositions(document)
  },
}

/** Whether a clause says something by itself: a question, a purpose ("to win") or "before leaving" does not. */
function isTold(document: AnnotatedDocument, clause: ClauseWithSubject): boolean {
  const { tree } = document
  const { predicate, kind, subject, subjectSource, passive } = clause
  if (kind === 'existential' || kind === 'identity' || !isNominal(tree, subject)) return false
  if (/^W/.test(tree.xpos(subject)) || isAsked(document, predicate)) return false
  // "It is alleged that": nobody is told of. A figure alone, as in "a girl, 10, should", is an age.
  if (passive && tree.lower(subject) === 'it' && isReportVerb(tree, predicate)) return false
  if (tree.upos(subject) === 'NUM' && /\d/.test(tree.form(subject))) return false
  const marked = tree.children(predicate, 'mark').length > 0
  if (subjectSource === 'matrix') return !marked
  return subjectSource !== 'participle' || passive || !marked
}

/** Whether a clause is the question of a sentence that ends in a question mark, not one that it takes for granted. */
export function isAsked({ tree, sentences }: AnnotatedDocument, predicate: number): boolean {
  const { firstToken, endToken } = sentences[tree.sentence(predicate)]!
  let last = endToken - 1
  while (last > firstToken && /^["'”’)]$|^''$/.test(tree.form(last))) last--
  return tree.form(last) === '?' && !/^(acl|advcl)$/.test(tree.relation(predicate))
}

/** Confidence by how the subject was found. */
const trust: Readonly<Record<string, number>> = {
  own: 0.65,
  conjunct: 0.65,
  relative: 0.6,
  participle: 0.55,
  control: 0.5,
  matrix: 0.45,
}

/** Builds the readings of one relation, for each noun of the lists at its ends. */
function* readings(
  document: AnnotatedDocument,
  clause: ClauseWithSubject,
  words: readonly string[],
  ends: readonly [subject: number, object: number],
  others: readonly Beside[],
  relationTokens: readonly number[] = [],
): Generator<Reading> {
  const { tree } = document
  const tokens = [clause.predicate, ...relationTokens]
  const span = {
    start: tree.tokens[Math.min(...tokens)]!.start,
    end: tree.tokens[Math.max(...tokens)]!.end,
  }
  for (const subject of conjuncts(tree, ends[0]))
    for (const object of conjuncts(tree, ends[1]))
      if (subject !== object)
        yield {
          relation: kebab(words),
          label: words.join(' '),
          open: true,
          subject: { token: subject },
          object: { token: object },
          predicate: clause.predicate,
          relationSpan: span,
          rule: `${clause.kind} ${clause.subjectSource}`,
          confidence: trust[clause.subjectSource]!,
          qualifiers: others.map(({ preposition, head }) => ({
            role: preposition.replaceAll(' ', '-'),
            token: head,
          })),
        }
}

/** The verb with its particles. */
const verbWords = (tree: Tree, predicate: number, verb: string): string[] => [
  verb,
  ...tree
    .children(predicate, 'compound')
    .filter((c) => tree.label(c) === 'compound:prt')
    .map((c) => tree.lower(c)),
]

function* verbal(document: AnnotatedDocument, clause: ClauseWithSubject): Generator<Reading> {
  const { tree } = document
  const { predicate, subject, passive } = clause
  const beside = besides(tree, clause.arguments)
  const by = passive ? beside.find((b) => b.preposition === 'by') : undefined
  if (by) {
    const others = beside.filter((b) => b !== by)
    const active = verbWords(tree, predicate, tree.lemma(predicate))
    yield* readings(document, clause, active, [by.head, subject], others)
    const passiveWords = ['be', ...verbWords(tree, predicate, tree.lower(predicate))]
    yield* namedBesides(document, clause, passiveWords, others, beside)
    return
  }
  const words = passive
    ? ['be', ...verbWords(tree, predicate, tree.lower(predicate))]
    : verbWords(tree, predicate, tree.lemma(predicate))
  const object = mainObject(document, clause)
  if (object !== undefined) {
    const light = passive ? undefined : lightObject(tree, clause, object, beside)
    if (light)
      yield* readings(
        document,
        clause,
        [...words, tree.lemma(object), light.preposition],
        [subject, light.head],
        beside.filter((b) => b.head !== light.head),
        [object],
      )
    else {
      yield* readings(document, clause, words, [subject, object], beside)
      yield* namedBesides(document, clause, words, beside, [
        ...beside,
        { preposition: 'object', head: object },
      ])
      yield* named(document, nominals(tree, object), (b) =>
        readings(document, clause, [...words, tree.lemma(object), b.preposition], [subject, b.head], beside, [
          object,
        ]),
      )
    }
    return
  }
  // A date is the time of what happened; it is an argument only where there is no other.
  const things = beside.filter((b) => document.mentionAt(b.head)?.type !== 'Date')
  for (const { preposition, head } of things.length > 0 ? things : beside)
    yield* readings(
      document,
      clause,
      [...words, preposition],
      [subject, head],
      beside.filter((b) => b.head !== head),
    )
}

/** What is said of names only: each phrase of a list that leads to a name other than a date. */
function* named(
  { mentionAt, tree }: AnnotatedDocument,
  phrases: readonly Beside[],
  read: (phrase: Beside) => Iterable<Reading>,
): Generator<Reading> {
  for (const phrase of phrases) {
    const mention = mentionAt(phrase.head)
    if (mention?.kind === 'named' && mention.type !== 'Date' && !isTemporal(tree, phrase.head))
      yield* read(phrase)
  }
}

/** Where an object stands in the way, the phrases beside it that lead to a name: "sent the boat to Varn". */
function* namedBesides(
  document: AnnotatedDocument,
  clause: ClauseWithSubject,
  words: readonly string[],
  phrases: readonly Beside[],
  all: readonly Beside[],
): Generator<Reading> {
  yield* named(document, phrases, (b) =>
    readings(
      document,
      clause,
      [...words, b.preposition],
      [clause.subject, b.head],
      all.filter((other) => other.head !== b.head),
    ),
  )
}

function* copula(document: AnnotatedDocument, clause: ClauseWithSubject): Generator<Reading> {
  const { tree } = document
  const { predicate, subject } = clause
  if (/^(NOUN|PROPN)$/.test(tree.upos(predicate))) {
    const preposition = prepositionTokens(tree, predicate).map((t) => tree.lower(t))
    yield* readings(document, clause, ['be', ...preposition], [subject, predicate], [])
    for (const noun of conjuncts(tree, predicate))
      yield* named(document, nominals(tree, noun), (b) =>
        readings(
          document,
          clause,
          ['be', ...preposition, tree.lemma(noun), b.preposition],
          [subject, b.head],
          [],
          [noun],
        ),
      )
  } else if (tree.upos(predicate) === 'ADJ')
    for (const { preposition, head } of besides(tree, clause.arguments))
      yield* readings(document, clause, ['be', tree.lower(predicate), preposition], [subject, head], [])
}

/** "The Heron, a ketch built in Varn, ...": what a name is, in an apposition with an article of its own. */
function* appositions({ tree, mentionAt }: AnnotatedDocument): Generator<Reading> {
  for (let token = 0; token < tree.tokens.length; token++) {
    const head = tree.head(token)
    if (tree.relation(token) !== 'appos' || head < 0 || tree.upos(token) !== 'NOUN') continue
    const described = tree
      .children(token, 'det', 'nmod')
      .some((c) => c < token || tree.relation(c) === 'nmod')
    if (mentionAt(head)?.kind !== 'named' || !described || !isLooseApposition(tree, token, head)) continue
    yield {
      relation: 'be',
      label: 'be',
      open: true,
      subject: { token: head },
      object: { token },
      predicate: token,
      relationSpan: { start: tree.tokens[token]!.start, end: tree.tokens[token]!.end },
      rule: 'apposition',
      confidence: 0.6,
    }
  }
}

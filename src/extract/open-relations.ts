import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import { type ClauseWithSubject, clausesOf } from './clause.ts'
import type { Extractor, Reading, ReadingArgument } from './extractor.ts'
import { type Beside, besides, nominals } from './open-arguments.ts'
import { isOwned } from './open-owned.ts'
import { openReadings } from './open-readings.ts'
import { isWhole } from './open-whole.ts'
import { conjuncts, isNominal, prepositionTokens } from './predicate.ts'
import { lemmaWord, plainWord } from './relation-words.ts'
import { isTemporal } from './temporal-words.ts'
import { isReportVerb } from './verb-classes.ts'
import { verbalReadings } from './verbal-readings.ts'
import { isLooseApposition } from './views/phrase.ts'

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
      if (!isTold(document, clause) || !isOwned(document, clause)) continue
      const readings = clause.kind === 'copula' ? copula(document, clause) : verbalReadings(document, clause)
      for (const reading of readings) {
        const named = { ...reading, object: onName(document, reading.object) }
        if (isSound(document, named)) yield named
      }
    }
    for (const reading of appositions(document)) if (isSound(document, reading)) yield reading
  },
}

const isAlike = (a: string | undefined, b: string | undefined): boolean => a === b || !a || !b

/** "aboard Heron 2": where the parser hangs the name on its number, the name. */
function onName({ tree, mentionAt }: AnnotatedDocument, end: ReadingArgument): ReadingArgument {
  if (!('token' in end) || tree.upos(end.token) !== 'NUM') return end
  const name = end.token - 1
  const isNamed =
    tree.head(name) === end.token && tree.upos(name) === 'PROPN' && mentionAt(name)?.kind === 'named'
  return isNamed && mentionAt(name)?.type !== 'Date' ? { token: name } : end
}

/** Whether both ends of a reading name whole things. */
const isSound = (document: AnnotatedDocument, { subject, object }: Reading): boolean =>
  [subject, object].every((end) => !('token' in end) || isWhole(document, end.token))

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

/** The names other than dates that phrases lead to. */
const names = ({ mentionAt, tree }: AnnotatedDocument, phrases: readonly Beside[]): readonly Beside[] =>
  phrases.filter(({ head }) => {
    const mention = mentionAt(head)
    return mention?.kind === 'named' && mention.type !== 'Date' && !isTemporal(tree, head)
  })

function* copula(document: AnnotatedDocument, clause: ClauseWithSubject): Generator<Reading> {
  const { tree } = document
  const { predicate, subject } = clause
  const be = { name: 'be', label: tree.lower(tree.children(predicate, 'cop')[0] ?? -1) || 'be' }
  if (/^(NOUN|PROPN)$/.test(tree.upos(predicate))) {
    const words = [be, ...prepositionTokens(tree, predicate).map((t) => plainWord(tree.lower(t)))]
    const typeOf = (token: number): string | undefined => document.mentionAt(token)?.type
    // "a commander in the war, and the war over": what is joined is of the same type.
    for (const reading of openReadings(document, clause, words, [subject, predicate], []))
      if (!('token' in reading.object) || isAlike(typeOf(predicate), typeOf(reading.object.token)))
        yield reading
    for (const noun of conjuncts(tree, predicate).filter((n) => isAlike(typeOf(predicate), typeOf(n))))
      for (const { preposition, head } of names(document, nominals(tree, noun)))
        yield* openReadings(
          document,
          clause,
          [...words, lemmaWord(tree, noun), plainWord(preposition)],
          [subject, head],
          [],
          [noun],
        )
  } else if (tree.upos(predicate) === 'ADJ')
    for (const { preposition, head } of besides(tree, clause.arguments))
      yield* openReadings(
        document,
        clause,
        [be, plainWord(tree.lower(predicate)), plainWord(preposition)],
        [subject, head],
        [],
      )
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
    // What stands further off is seldom said of the name.
    if (mentionAt(token)?.firstToken !== (mentionAt(head)?.endToken ?? 0) + 1) continue
    if (/\p{Lu}/u.test(tree.form(token))) continue
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

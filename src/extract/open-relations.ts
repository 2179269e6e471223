import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { Tree } from '../annotate/tree.ts'
import { type ClauseWithSubject, clausesOf } from './clause.ts'
import type { ClauseArgument } from './clause-arguments.ts'
import type { Extractor, Reading } from './extractor.ts'
import { conjuncts, isNominal, prepositionTokens } from './predicate.ts'
import { isLightVerb, isReportVerb, isSetPhrase, takesTwoObjects } from './verb-classes.ts'
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
function isAsked({ tree, sentences }: AnnotatedDocument, predicate: number): boolean {
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

interface Beside {
  readonly preposition: string
  readonly head: number
}

const isBeside = ({ role }: ClauseArgument): boolean => role === 'oblique' || role === 'agent'

/** The prepositional phrases of a clause that name something, set phrases such as "by the way" left out. */
function besides(tree: Tree, args: readonly ClauseArgument[]): Beside[] {
  return args
    .filter(
      (a) => isBeside(a) && a.preposition.length > 0 && isNominal(tree, a.head) && !isSetPhrase(tree, a),
    )
    .map(({ preposition, head }) => ({
      preposition: preposition.map((t) => tree.lower(t)).join(' '),
      head,
    }))
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
    yield* readings(
      document,
      clause,
      verbWords(tree, predicate, tree.lemma(predicate)),
      [by.head, subject],
      others,
    )
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
    else yield* readings(document, clause, words, [subject, object], beside)
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

/**
 * The noun that is done something to or become. A date there is a time that the parser took for an object, and
 * a passive keeps an object only where its verb takes two ("was given a medal", "was named director").
 */
function mainObject(
  { tree, mentionAt }: AnnotatedDocument,
  { passive, predicate, arguments: args }: ClauseWithSubject,
): number | undefined {
  if (passive && !takesTwoObjects(tree, predicate)) return undefined
  const of = (role: string): number | undefined =>
    args.find((a) => a.role === role && isNominal(tree, a.head) && mentionAt(a.head)?.type !== 'Date')?.head
  return of('object') ?? of('indirect') ?? of('predicative')
}

/**
 * Where the object carries the meaning of the verb ("take action against", "have faith in"), the phrase that
 * it governs is what the relation leads to.
 */
function lightObject(
  tree: Tree,
  { predicate }: ClauseWithSubject,
  object: number,
  beside: readonly Beside[],
): Beside | undefined {
  if (object < predicate || tree.upos(object) !== 'NOUN' || !isLightVerb(tree, predicate)) return undefined
  const own = tree
    .children(object, 'det', 'nmod', 'nummod', 'compound')
    .some(
      (c) =>
        (c < object && !/^(an?|no|any)$/.test(tree.lower(c))) ||
        tree.children(c, 'case').some((p) => tree.lower(p) === 'of'),
    )
  if (own || tree.children(object, 'conj').length > 0) return undefined
  const governed = tree
    .children(object, 'nmod')
    .filter((c) => c > object && isNominal(tree, c))
    .map((head) => ({
      head,
      preposition: prepositionTokens(tree, head)
        .map((t) => tree.lower(t))
        .join(' '),
    }))
  return [...governed, ...beside].find((b) => b.preposition !== '' && b.head > object)
}

function* copula(document: AnnotatedDocument, clause: ClauseWithSubject): Generator<Reading> {
  const { tree } = document
  const { predicate, subject } = clause
  if (/^(NOUN|PROPN)$/.test(tree.upos(predicate))) {
    const preposition = prepositionTokens(tree, predicate).map((t) => tree.lower(t))
    yield* readings(document, clause, ['be', ...preposition], [subject, predicate], [])
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

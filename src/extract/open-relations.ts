import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { Tree } from '../annotate/tree.ts'
import { type ActiveClause, activeVoice, clauseOf, conjuncts, isPredicate } from './clause.ts'
import type { Extractor, Reading } from './extractor.ts'

const kebab = (words: readonly string[]): string =>
  words
    .join('-')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

const isNominal = (tree: Tree, token: number): boolean => /^(NOUN|PROPN|PRON|NUM)$/.test(tree.upos(token))

/** The verb with its particles. */
const verbWords = (tree: Tree, clause: ActiveClause): string[] => [
  tree.lemma(clause.predicate),
  ...tree
    .children(clause.predicate, 'compound')
    .filter((c) => tree.label(c) === 'compound:prt')
    .map((c) => tree.lower(c)),
]

/**
 * Reads every other clause: subject, verb, object; and where there is no object, subject, verb with
 * preposition, argument. The words of the verb name the relation. An argument beside the object becomes
 * a qualifier.
 */
export const openRelations: Extractor = {
  name: 'open-relations',
  version: '1',
  requires: ['tokens', 'sentences', 'tags', 'lemmas', 'trees', 'mentions'],
  emits: () => ['open'],
  *extract(document): Generator<Reading> {
    const { tree } = document
    for (let token = 0; token < tree.tokens.length; token++) {
      if (!isPredicate(tree, token)) continue
      const clause = activeVoice(clauseOf(tree, token))
      if (clause.kind === 'copula') yield* copula(tree, clause)
      else yield* verbal(document, clause)
    }
  },
}

function reading(
  tree: Tree,
  clause: ActiveClause,
  words: readonly string[],
  subject: number,
  object: number,
  rest: readonly (readonly [string, number])[],
  confidence: number,
): Reading[] {
  const span = tree.tokens[clause.predicate]!
  return conjuncts(tree, subject).flatMap((s) =>
    conjuncts(tree, object)
      .filter((o) => o !== s)
      .map((o) => ({
        relation: kebab(words),
        label: words.join(' '),
        open: true,
        subject: { token: s },
        object: { token: o },
        predicate: clause.predicate,
        relationSpan: { start: span.start, end: span.end },
        rule: `${clause.kind} ${clause.subjectSource ?? 'passive'}`,
        confidence,
        qualifiers: rest.map(([role, at]) => ({ role, token: at })),
      })),
  )
}

function* verbal(document: AnnotatedDocument, clause: ActiveClause): Generator<Reading> {
  const { tree } = document
  const words = verbWords(tree, clause)
  const nominalObliques = clause.obliques.filter((o) => isNominal(tree, o.head) && o.preposition !== '')
  const others = (except?: number): (readonly [string, number])[] =>
    nominalObliques.filter((o) => o.head !== except).map((o) => [o.preposition, o.head] as const)
  const patient = clause.patients.find((p) => isNominal(tree, p))
  if (clause.agent !== undefined && isNominal(tree, clause.agent)) {
    if (patient !== undefined) yield* reading(tree, clause, words, clause.agent, patient, others(), 0.6)
    else {
      // A date is the time of what happened; it is an argument only where there is no other.
      const things = nominalObliques.filter((o) => document.mentionAt(o.head)?.type !== 'Date')
      for (const { preposition, head } of things.length > 0 ? things : nominalObliques)
        yield* reading(
          tree,
          clause,
          [...words, preposition.replaceAll('-', ' ')],
          clause.agent,
          head,
          others(head),
          0.55,
        )
    }
  } else if (clause.passive && patient !== undefined)
    for (const { preposition, head } of nominalObliques)
      yield* reading(
        tree,
        clause,
        ['be', tree.lower(clause.predicate), preposition.replaceAll('-', ' ')],
        patient,
        head,
        others(head),
        0.55,
      )
}

function* copula(tree: Tree, clause: ActiveClause): Generator<Reading> {
  const { agent: subject, predicate } = clause
  if (subject === undefined || !isNominal(tree, subject)) return
  if (/^(NOUN|PROPN)$/.test(tree.upos(predicate))) {
    const preposition = tree.children(predicate, 'case').find((c) => c < predicate)
    const words = preposition === undefined ? ['be'] : ['be', tree.lower(preposition)]
    yield* reading(tree, clause, words, subject, predicate, [], 0.5)
  } else if (tree.upos(predicate) === 'ADJ')
    for (const { preposition, head } of clause.obliques)
      if (preposition && isNominal(tree, head))
        yield* reading(tree, clause, ['be', tree.lemma(predicate), preposition], subject, head, [], 0.5)
}

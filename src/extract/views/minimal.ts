import type { Tree } from '../../annotate/tree.ts'
import { type ClauseWithSubject, clausesOf } from '../clause.ts'
import type { ClauseArgument } from '../clause-arguments.ts'
import { conjuncts, isRelativePronoun, prepositionTokens } from '../predicate.ts'
import { isTemporal } from '../temporal-words.ts'
import { isSetPhrase } from '../verb-classes.ts'
import { type Extraction, ExtractionList } from './extraction.ts'
import { clauseTokens, coreTokens, phraseTokens } from './phrase.ts'
import { relationOverObject, relationTokens } from './relation-tokens.ts'
import { clausesOfNoun, TripleWriter } from './triple-writer.ts'

/**
 * The minimal view of a stretch of tokens: one triple for every fact, short arguments, one for each noun of a
 * list; what stands before the last argument is part of the relation ("moved the boat to", the harbour).
 */
export function minimalView(tree: Tree, first: number, end: number): readonly Extraction[] {
  const list = new ExtractionList()
  for (const clause of clausesOf(tree, first, end)) {
    if (isSkipped(tree, clause)) continue
    for (const head of conjuncts(tree, clause.subject)) {
      if (isRelativePronoun(tree, head) && /^W/.test(tree.xpos(head))) continue
      const around = clause.subjectSource === 'relative' || clause.subjectSource === 'participle'
      const subject = phraseTokens(tree, head, {
        length: 'short',
        nominals: 'all',
        ...(around ? { without: clause.predicate } : {}),
      })
      const writer = new TripleWriter(tree, list, subject, clause.subjectSource)
      if (clause.kind === 'copula') copula(tree, clause, writer)
      else verbal(tree, clause, writer, relationTokens(tree, clause, false))
    }
    const over = clause.chain.over
    if (over && clause.kind !== 'copula')
      for (const head of conjuncts(tree, over.subject.token)) {
        const subject = phraseTokens(tree, head, { length: 'short' })
        verbal(
          tree,
          clause,
          new TripleWriter(tree, list, subject, 'over object'),
          relationOverObject(tree, clause, false),
        )
      }
  }
  return list.extractions
}

/** A clause behind a marker is told as part of the relation of its verb; a purpose ("to win") is no fact. */
function isSkipped(tree: Tree, { predicate, subjectSource, passive }: ClauseWithSubject): boolean {
  if (tree.children(predicate, 'mark').length === 0) return false
  return subjectSource === 'matrix' || (subjectSource === 'participle' && !passive)
}

function copula(tree: Tree, clause: ClauseWithSubject, writer: TripleWriter): void {
  const { predicate } = clause
  if (clause.arguments.some((a) => a.role === 'infinitive')) return
  const relation = [...relationTokens(tree, clause, false), ...prepositionTokens(tree, predicate)]
  for (const noun of conjuncts(tree, predicate)) {
    writer.noun(relation, noun, 'copula', true)
    const core = phraseTokens(tree, noun, { length: 'short', predicate: true })
    for (const { role, head, preposition } of clause.arguments)
      if (role === 'oblique' || role === 'agent' || role === 'time')
        writer.each([...relation, ...core, ...preposition], head, 'copula oblique')
  }
}

/** The clauses that a verb governs, each "that" by itself: "said that it rained and that it was cold". */
function contents(tree: Tree, head: number): number[][] {
  const joined = tree.children(head, 'conj').filter((c) => tree.children(c, 'mark').length > 0)
  if (joined.length === 0) return [clauseTokens(tree, head)]
  return [head, ...joined].map((clause) =>
    clauseTokens(tree, clause, [...joined.filter((j) => j !== clause), ...tree.children(clause, 'cc')]),
  )
}

function verbal(
  tree: Tree,
  clause: ClauseWithSubject,
  writer: TripleWriter,
  relation: readonly number[],
): void {
  const of = (...roles: readonly string[]): ClauseArgument[] =>
    clause.arguments.filter((a) => roles.includes(a.role))
  const { predicate } = clause
  const objects = of('object', 'indirect', 'predicative')
  const obliques = of('oblique', 'agent', 'time').filter((a) => !isSetPhrase(tree, a))
  if (of('infinitive').length > 0 && objects.length === 0) return
  const main = of('object')[0] ?? objects[0]
  const led = main?.role === 'predicative' ? [...relation, ...main.preposition] : relation
  if (main) for (const noun of conjuncts(tree, main.head)) writer.noun(led, noun, main.role)
  const stems = main
    ? conjuncts(tree, main.head).map((noun) => [...led, ...phraseTokens(tree, noun, { length: 'short' })])
    : [relation]
  const withObject = stems[0]!
  for (const other of objects)
    if (other !== main)
      writer.each(other.role === 'predicative' ? withObject : relation, other.head, 'second object', {
        preposition: true,
      })
  const content = of('content')[0]
  if (clause.kind === 'identity') {
    writer.add(
      relation,
      clauseTokens(tree, content!.head).filter((t) => t > predicate),
      'clause',
    )
    return
  }
  if (content && !main)
    for (const tokens of contents(tree, content.head)) writer.add(relation, tokens, 'content')
  for (const { head, preposition } of obliques) {
    if (preposition.length === 0) {
      if (isTemporal(tree, head))
        writer.add(withObject, phraseTokens(tree, head, { length: 'short' }), 'time')
      continue
    }
    for (const noun of conjuncts(tree, head)) {
      for (const stem of stems) writer.noun([...stem, ...preposition], noun, 'oblique')
      for (const before of obliques)
        if (before.preposition.length > 0 && before.head < head && before.head > predicate)
          writer.add(
            [
              ...withObject,
              ...before.preposition,
              ...phraseTokens(tree, before.head, { length: 'short' }),
              ...preposition,
            ],
            phraseTokens(tree, noun, { length: 'short' }),
            'oblique chain',
          )
    }
  }
  if (!main && obliques.length === 0)
    for (const { head } of of('adverb'))
      if (head > predicate) writer.add(relation, phraseTokens(tree, head, { length: 'short' }), 'adverb')
  for (const { head } of of('adverbial')) {
    const marked = tree.children(head, 'mark').length > 0
    if (head < predicate || !marked || tree.children(head, 'nsubj').length > 0) continue
    if (tree.lower(tree.children(head, 'mark')[0]!) !== 'to') writer.merged(withObject, head, 'merged')
  }
  if (main)
    for (const clauseOfMain of clausesOfNoun(tree, main.head))
      if (tree.children(clauseOfMain, 'nsubj').length === 0)
        writer.merged([...relation, ...coreTokens(tree, main.head)], clauseOfMain, 'object merged')
}

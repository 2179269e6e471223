import type { Tree } from '../../annotate/tree.ts'
import { type ClauseWithSubject, clausesOf } from '../clause.ts'
import type { ClauseArgument } from '../clause-arguments.ts'
import { conjuncts, isRelativePronoun, isVerb, prepositionTokens } from '../predicate.ts'
import { verbGroup } from '../verb-group.ts'
import { type Extraction, ExtractionList } from './extraction.ts'
import { clauseTokens, coreTokens, type PhraseOptions, phraseTokens } from './phrase.ts'
import { relationOverObject, relationTokens } from './relation-tokens.ts'

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

const isPossessive = (tree: Tree, token: number): boolean => tree.label(token) === 'nmod:poss'

/** Prepositional phrases of a noun. */
const nominals = (tree: Tree, noun: number): number[] =>
  tree.children(noun, 'nmod').filter((c) => !isPossessive(tree, c))

/** Participle and infinitive clauses of a noun. */
const clausesOfNoun = (tree: Tree, noun: number): number[] =>
  tree.children(noun, 'acl').filter((c) => tree.label(c) !== 'acl:relcl')

/** Writes the triples of one subject. */
class TripleWriter {
  readonly #tree: Tree
  readonly #list: ExtractionList
  readonly #subject: readonly number[]
  readonly #source: string

  constructor(tree: Tree, list: ExtractionList, subject: readonly number[], source: string) {
    this.#tree = tree
    this.#list = list
    this.#subject = subject
    this.#source = source
  }

  add(relation: readonly number[], object: readonly number[], rule: string): void {
    this.#list.add({ subject: this.#subject, relation, objects: [object], rule: `${this.#source} ${rule}` })
  }

  /** A short phrase for each noun of a list. */
  each(relation: readonly number[], head: number, rule: string, options: Partial<PhraseOptions> = {}): void {
    for (const noun of conjuncts(this.#tree, head))
      this.add(relation, phraseTokens(this.#tree, noun, { length: 'short', ...options }), rule)
  }

  /** A noun, and what its prepositional phrases and theirs add: "is", mayor; "is mayor of", the town. */
  noun(relation: readonly number[], noun: number, rule: string, predicate = false): void {
    const tree = this.#tree
    this.add(relation, phraseTokens(tree, noun, { length: 'short', predicate }), rule)
    if (predicate || rule === 'oblique') {
      const core = phraseTokens(tree, noun, { length: 'short', predicate })
      for (const clause of clausesOfNoun(tree, noun))
        this.merged([...relation, ...core], clause, `${rule} merged`)
    }
    const base = [...relation, ...stem(tree, noun, predicate)]
    for (const nominal of nominals(tree, noun).filter((c) => c > noun)) {
      const preposition = prepositionTokens(tree, nominal)
      if (preposition.length === 0) continue
      const longer = [...base, ...preposition]
      for (const inner of conjuncts(tree, nominal)) {
        const phrase = phraseTokens(tree, inner, { length: 'short' })
        this.add(longer, phrase, `${rule} nominal`)
        for (const clause of clausesOfNoun(tree, inner))
          this.merged([...longer, ...phrase], clause, `${rule} nominal merged`)
      }
      const core = stem(tree, nominal, false)
      for (const deeper of nominals(tree, nominal).filter((c) => c > nominal)) {
        const second = prepositionTokens(tree, deeper)
        if (second.length > 0) this.each([...longer, ...core, ...second], deeper, `${rule} nominal nominal`)
      }
    }
  }

  /** A clause told behind the relation of another: "sold the boat to pay", debts. */
  merged(relation: readonly number[], head: number, rule: string): void {
    const tree = this.#tree
    const marks = tree.children(head, 'mark').filter((m) => m < head)
    const inOrder = (tokens: readonly number[]): number[] => [...tokens].sort((a, b) => a - b)
    let words = [...relation, ...inOrder([...marks, ...verbGroup(tree, head, false)])]
    let verb = head
    const infinitive = tree.children(verb, 'xcomp').find((x) => isVerb(tree, x))
    if (infinitive !== undefined && tree.children(verb, 'obj').length === 0) {
      const mark = tree.children(infinitive, 'mark').filter((m) => m < infinitive)
      words = [...words, ...inOrder([...mark, ...verbGroup(tree, infinitive, false)])]
      verb = infinitive
    }
    const object = tree.children(verb, 'obj')[0]
    if (object !== undefined) {
      this.each(words, object, rule)
      words = [...words, ...coreTokens(tree, object)]
    }
    let before: number[] = []
    for (const oblique of tree.children(verb, 'obl')) {
      const preposition = prepositionTokens(tree, oblique)
      if (preposition.length === 0 || isRelativePronoun(tree, oblique)) continue
      this.each([...words, ...before, ...preposition], oblique, `${rule} oblique`)
      before = [...before, ...preposition, ...phraseTokens(tree, oblique, { length: 'short' })]
    }
  }
}

const stemCuts = new Set([
  'acl',
  'advcl',
  'appos',
  'conj',
  'cc',
  'parataxis',
  'punct',
  'nsubj',
  'cop',
  'aux',
  'obl',
  'mark',
  'ccomp',
])

/** A noun with what stands close to it, before its prepositional phrases. */
function stem(tree: Tree, noun: number, predicate: boolean): number[] {
  return phraseStem(
    tree,
    tree.subtree(noun, (child, parent) => {
      const relation = tree.relation(child)
      if (parent === noun) {
        if (stemCuts.has(relation)) return true
        if (relation === 'advmod') return child > noun || predicate
        if (relation === 'case' && tree.xpos(child) !== 'POS') return true
      }
      return relation === 'nmod' && !isPossessive(tree, child) && child > parent
    }),
  )
}

const phraseStem = (tree: Tree, tokens: readonly number[]): number[] =>
  tokens.filter((t, i) => tree.upos(t) !== 'PUNCT' || (i > 0 && i < tokens.length - 1))

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
  const obliques = of('oblique', 'agent', 'time')
  if (of('infinitive').length > 0 && objects.length === 0) return
  const main = of('object')[0] ?? objects[0]
  if (main?.role === 'predicative') writer.each(relation, main.head, 'predicative', { preposition: true })
  else if (main) for (const noun of conjuncts(tree, main.head)) writer.noun(relation, noun, 'object')
  const withObject = main ? [...relation, ...phraseTokens(tree, main.head, { length: 'short' })] : relation
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
  if (content && !main) writer.add(relation, clauseTokens(tree, content.head), 'content')
  for (const { head, preposition } of obliques) {
    if (preposition.length === 0) {
      writer.add(withObject, phraseTokens(tree, head, { length: 'short' }), 'time')
      continue
    }
    for (const noun of conjuncts(tree, head)) {
      writer.noun([...withObject, ...preposition], noun, 'oblique')
      for (const before of obliques)
        if (
          before.head !== head &&
          before.preposition.length > 0 &&
          before.head < head &&
          before.head > predicate
        )
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

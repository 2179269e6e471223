import type { Tree } from '../../annotate/tree.ts'
import { prepositionalPhrase } from '../multiword-preposition.ts'
import { conjuncts, isRelativePronoun, isVerb } from '../predicate.ts'
import { verbGroup } from '../verb-group.ts'
import type { ExtractionList } from './extraction.ts'
import { coreTokens, type PhraseOptions, phraseTokens } from './phrase.ts'

const isPossessive = (tree: Tree, token: number): boolean => tree.label(token) === 'nmod:poss'

/** Prepositional phrases of a noun. */
const nominals = (tree: Tree, noun: number): number[] =>
  tree.children(noun, 'nmod').filter((c) => !isPossessive(tree, c))

/** Participle and infinitive clauses of a noun. */
export const clausesOfNoun = (tree: Tree, noun: number): number[] =>
  tree.children(noun, 'acl').filter((c) => tree.label(c) !== 'acl:relcl')

/** Writes the triples of one subject into a list. */
export class TripleWriter {
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
      const { preposition, head } = prepositionalPhrase(tree, nominal)
      if (preposition.length === 0) continue
      const longer = [...base, ...preposition]
      for (const inner of conjuncts(tree, head)) {
        const phrase = phraseTokens(tree, inner, { length: 'short' })
        this.add(longer, phrase, `${rule} nominal`)
        for (const clause of clausesOfNoun(tree, inner))
          this.merged([...longer, ...phrase], clause, `${rule} nominal merged`)
      }
      const core = stem(tree, head, false)
      for (const deeper of nominals(tree, head).filter((c) => c > head)) {
        const second = prepositionalPhrase(tree, deeper)
        if (second.preposition.length > 0)
          this.each([...longer, ...core, ...second.preposition], second.head, `${rule} nominal nominal`)
      }
    }
  }

  /** A clause told behind the relation of another: "sold the boat to pay", debts; and those joined to it. */
  merged(relation: readonly number[], first: number, rule: string): void {
    const tree = this.#tree
    const joined = tree
      .children(first, 'conj')
      .filter((c) => isVerb(tree, c) && tree.children(c, 'nsubj').length === 0)
    for (const head of [first, ...joined]) {
      const own = tree.children(head, 'mark').filter((m) => m < head)
      this.#mergedVerb(
        relation,
        head,
        own.length > 0 ? own : tree.children(first, 'mark').filter((m) => m < first),
        rule,
      )
    }
  }

  #mergedVerb(relation: readonly number[], head: number, marks: readonly number[], rule: string): void {
    const tree = this.#tree
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
      const { preposition, head: noun } = prepositionalPhrase(tree, oblique)
      if (preposition.length === 0 || isRelativePronoun(tree, oblique)) continue
      this.each([...words, ...before, ...preposition], noun, `${rule} oblique`)
      before = [...before, ...preposition, ...phraseTokens(tree, noun, { length: 'short' })]
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

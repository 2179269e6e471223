import type { Tree } from '../../annotate/tree.ts'
import { type ClauseWithSubject, clausesOf } from '../clause.ts'
import { listsSome } from '../listed-names.ts'
import { conjuncts, isRelativePronoun, prepositionTokens } from '../predicate.ts'
import { type Extraction, ExtractionList } from './extraction.ts'
import { clauseTokens, isLooseApposition, phraseTokens } from './phrase.ts'
import { relationTokens } from './relation-tokens.ts'

type Nouns = readonly (readonly number[])[]

/**
 * Clauses as tuples of short arguments: like the maximal view one tuple holds all arguments, like the minimal
 * view each noun of a list has its own; and what names and nouns are said to be in passing.
 */
export function shortTuples(tree: Tree, first: number, end: number): readonly Extraction[] {
  const list = new ExtractionList()
  for (const clause of clausesOf(tree, first, end)) {
    const marked = tree.children(clause.predicate, 'mark').length > 0
    if ((marked && clause.subjectSource === 'matrix') || isRelativePronoun(tree, clause.subject)) continue
    for (const head of conjuncts(tree, clause.subject)) {
      const around = clause.subjectSource === 'relative' || clause.subjectSource === 'participle'
      const subject = phraseTokens(tree, head, {
        length: 'short',
        nominals: 'all',
        ...(around ? { without: clause.predicate } : {}),
      })
      const add = (relation: readonly number[], objects: Nouns, rule: string): void =>
        list.add({ subject, relation, objects, rule: `short ${rule}` })
      if (clause.kind === 'copula') copula(tree, clause, add)
      else {
        const turned: Turned = (agent, verb, others) =>
          list.add({ subject: agent, relation: [verb], objects: [subject, ...others], rule: 'short agent' })
        verbal(tree, clause, add, turned)
      }
    }
  }
  for (let token = first; token < end; token++) {
    description(tree, token, list)
    possession(tree, token, list)
    members(tree, token, list)
  }
  return list.extractions
}

/** Adds what an agent does to the subject of a passive. */
type Turned = (agent: readonly number[], verb: number, others: Nouns) => void

type Add = (relation: readonly number[], objects: Nouns, rule: string) => void

const short = (tree: Tree, head: number, preposition = false): number[] =>
  phraseTokens(tree, head, { length: 'short', preposition, conjuncts: preposition })

function copula(tree: Tree, clause: ClauseWithSubject, add: Add): void {
  const { predicate } = clause
  const relation = [...relationTokens(tree, clause, false), ...prepositionTokens(tree, predicate)]
  const beside = clause.arguments.filter((a) => /^(oblique|agent|time)$/.test(a.role))
  for (const noun of conjuncts(tree, predicate)) {
    const complement = phraseTokens(tree, noun, { length: 'short', predicate: true })
    add(relation, [complement, ...beside.map((a) => short(tree, a.head, true))], 'copula')
    const stem = phraseTokens(tree, noun, { length: 'short', predicate: true, nominals: 'none' })
    for (const nominal of tree.children(noun, 'nmod')) {
      const preposition = prepositionTokens(tree, nominal)
      if (preposition.length > 0)
        for (const inner of withMembers(tree, nominal))
          add([...relation, ...stem, ...preposition], [short(tree, inner)], 'copula nominal')
    }
    if (tree.upos(noun) === 'ADJ' && beside[0])
      for (const inner of withMembers(tree, beside[0].head))
        add([...relation, ...complement, ...beside[0].preposition], [short(tree, inner)], 'copula adjective')
    // "is a tall writer" says that one is a writer.
    const bare = complement.filter(
      (t) => t === noun || (tree.head(t) === noun && /^(compound|flat)$/.test(tree.relation(t))),
    )
    if (tree.upos(noun) === 'NOUN') add(relation, [bare], 'copula noun')
  }
}

function verbal(tree: Tree, clause: ClauseWithSubject, add: Add, turned: Turned): void {
  const { arguments: args, predicate } = clause
  const relation = relationTokens(tree, clause, false)
  const objects = args.filter((a) => /^(object|indirect|predicative)$/.test(a.role))
  const beside = args.filter((a) => /^(oblique|agent|time)$/.test(a.role))
  const content = args.find((a) => a.role === 'content')
  const main = objects.find((a) => a.role === 'object') ?? objects[0]
  const others = (than: object): number[][] =>
    [...objects, ...beside].filter((a) => a !== than).map((a) => short(tree, a.head, true))
  if (main)
    for (const noun of withMembers(tree, main.head))
      add(
        main.role === 'predicative' ? [...relation, ...main.preposition] : relation,
        [short(tree, noun), ...others(main)],
        'object',
      )
  else if (args.some((a) => a.role === 'infinitive')) return
  else if (content) add(relation, [clauseTokens(tree, content.head)], 'content')
  else {
    const led =
      beside.find((a) => a.role === 'agent') ??
      beside.find((a) => a.preposition.length > 0 && a.head > predicate) ??
      beside[0]
    if (led)
      for (const noun of withMembers(tree, led.head)) {
        add([...relation, ...led.preposition], [short(tree, noun), ...others(led)], 'oblique')
        if (led.role === 'agent') turned(short(tree, noun), predicate, others(led))
      }
  }
}

/** "the mayor's boat": who has what. */
function possession(tree: Tree, token: number, list: ExtractionList): void {
  const thing = tree.head(token)
  // A pronoun does not tell who.
  if (tree.label(token) !== 'nmod:poss' || thing < 0 || tree.upos(token) === 'PRON') return
  const owner = short(tree, token).filter((t) => tree.xpos(t) !== 'POS')
  const owned = phraseTokens(tree, thing, { length: 'short', nominals: 'none' }).filter(
    (t) => !owner.includes(t) && tree.xpos(t) !== 'POS',
  )
  list.add({ subject: owner, implied: 'has', relation: [], objects: [owned], rule: 'short possession' })
}

/** "the Heron" and "the Tern" of "boats such as the Heron and the Tern". */
const membersOf = (tree: Tree, group: number): number[] =>
  /^(NNS|NNPS)$/.test(tree.xpos(group))
    ? tree
        .children(group, 'nmod')
        .filter((c) => listsSome(tree, c))
        .flatMap((c) => conjuncts(tree, c))
    : []

const withMembers = (tree: Tree, noun: number): number[] =>
  conjuncts(tree, noun).flatMap((one) => [one, ...membersOf(tree, one)])

/** Each of "boats such as the Heron" is a boat. */
function members(tree: Tree, group: number, list: ExtractionList): void {
  for (const member of membersOf(tree, group))
    list.add({
      subject: short(tree, member),
      implied: 'is',
      relation: [],
      objects: [phraseTokens(tree, group, { length: 'short', nominals: 'none' })],
      rule: 'short member',
    })
}

/** "the boat, a ketch" and "the ketch Heron": what a noun or name is. */
function description(tree: Tree, token: number, list: ExtractionList): void {
  const head = tree.head(token)
  if (head < 0 || !/^(appos|flat)$/.test(tree.relation(token))) return
  const loose = tree.relation(token) === 'appos' && isLooseApposition(tree, token, head)
  const isName = (t: number): boolean => tree.upos(t) === 'PROPN' && tree.children(t, 'det').length === 0
  if (loose)
    list.add({
      subject: short(tree, head),
      // "Varnholm, Ostland": a name behind a name is where it is.
      implied: isName(head) && isName(token) && tree.form(token - 1) === ',' ? 'is in' : 'is',
      relation: [],
      objects: [short(tree, token)],
      rule: 'short apposition',
    })
  else if (tree.upos(token) === 'PROPN' && tree.upos(head) === 'NOUN') {
    const noun = tree.subtree(
      head,
      (child) => child === token || /^(acl|punct|case|appos|flat|nmod|conj|cc)$/.test(tree.relation(child)),
    )
    list.add({
      subject: short(tree, token),
      implied: 'is',
      relation: [],
      objects: [noun],
      rule: 'short description',
    })
  }
}

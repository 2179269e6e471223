import type { Tree } from '../../annotate/tree.ts'
import { type ClauseWithSubject, clausesOf } from '../clause.ts'
import type { ClauseArgument } from '../clause-arguments.ts'
import { hasCopula, isRelativePronoun, prepositionTokens } from '../predicate.ts'
import { type Extraction, ExtractionList } from './extraction.ts'
import { clauseTokens, isLooseApposition, phraseTokens } from './phrase.ts'
import { relationTokens } from './relation-tokens.ts'

/**
 * The maximal view of a stretch of tokens: each clause once, with long arguments and all of them, the first
 * preposition inside the relation where there is no object ("resigned from", the post, on Monday).
 */
export function maximalView(tree: Tree, first: number, end: number): readonly Extraction[] {
  const list = new ExtractionList()
  for (const clause of clausesOf(tree, first, end)) {
    if (isSkipped(tree, clause)) continue
    const subject = subjectTokens(tree, clause)
    if (clause.kind === 'copula') copula(tree, clause, subject, list)
    else verbal(tree, clause, subject, list)
  }
  appositions(tree, first, end, list)
  return list.extractions
}

/** A participle or adverbial clause behind a marker ("before leaving") is told as an argument of its verb. */
function isSkipped(tree: Tree, { predicate, subject, subjectSource, passive }: ClauseWithSubject): boolean {
  if (isRelativePronoun(tree, subject) && /^W/.test(tree.xpos(subject))) return true
  const marked = tree.children(predicate, 'mark').length > 0
  return marked && (subjectSource === 'matrix' || (subjectSource === 'participle' && !passive))
}

const isAround = ({ subjectSource }: ClauseWithSubject): boolean =>
  subjectSource === 'relative' || subjectSource === 'participle'

const subjectTokens = (tree: Tree, clause: ClauseWithSubject): number[] =>
  phraseTokens(tree, clause.subject, {
    length: 'whole',
    conjuncts: true,
    ...(isAround(clause) ? { without: clause.predicate } : {}),
  })

/** An argument with its preposition and all that is joined to it. */
const whole = (tree: Tree, { role, head }: ClauseArgument): number[] =>
  role === 'adverbial' || role === 'content'
    ? clauseTokens(tree, head)
    : phraseTokens(tree, head, { length: 'whole', preposition: true, conjuncts: true })

const isBeside = ({ role }: ClauseArgument): boolean =>
  role === 'oblique' || role === 'agent' || role === 'time'

function copula(tree: Tree, clause: ClauseWithSubject, subject: number[], list: ExtractionList): void {
  const { predicate } = clause
  if (clause.arguments.some((a) => a.role === 'infinitive')) return
  const preposition = prepositionTokens(tree, predicate)
  const relation = [...relationTokens(tree, clause, true), ...preposition]
  const complement = phraseTokens(tree, predicate, { length: 'whole', predicate: true })
  const beside = clause.arguments.filter(isBeside)
  const governed = beside[0]
  if (tree.upos(predicate) === 'ADJ' && governed && governed.head > predicate) {
    const object = phraseTokens(tree, governed.head, { length: 'whole' })
    list.add({
      subject,
      relation: [...relation, ...complement, ...governed.preposition],
      objects: [object, ...beside.slice(1).map((a) => whole(tree, a))],
      rule: 'copula adjective',
    })
  } else
    list.add({
      subject,
      relation,
      objects: [complement, ...beside.map((a) => whole(tree, a))],
      rule: 'copula',
    })
}

function verbal(tree: Tree, clause: ClauseWithSubject, subject: number[], list: ExtractionList): void {
  const args = clause.arguments
  const of = (...roles: readonly string[]): ClauseArgument[] => args.filter((a) => roles.includes(a.role))
  const infinitives = of('infinitive')
  if (infinitives.length > 0 && of('object').length === 0) return
  const { predicate } = clause
  const relation = relationTokens(tree, clause, true)
  const implied = needsBe(tree, clause) ? { implied: 'is' as const } : {}
  const add = (more: readonly number[], objects: readonly (readonly number[])[], rule: string): void =>
    list.add({
      subject,
      ...implied,
      relation: [...relation, ...more],
      objects,
      rule: `${clause.subjectSource} ${rule}`,
    })
  const beside = args
    .filter(
      (a) =>
        isBeside(a) ||
        a.role === 'adverb' ||
        (a.role === 'adverbial' && a.head > predicate && tree.children(a.head, 'mark').length > 0),
    )
    .filter((a) => !relation.includes(a.head))
  const quoted = of('quoted')[0]
  const content = of('content')[0]
  const objects = of('object', 'indirect', 'predicative')
  if (clause.kind === 'identity') {
    const tokens = clauseTokens(tree, content!.head).filter((t) => t > predicate)
    const that = tree.lower(tokens[0] ?? predicate) === 'that'
    add(that ? tokens.slice(0, 1) : [], [that ? tokens.slice(1) : tokens], 'clause')
  } else if (quoted)
    add([], [clauseTokens(tree, quoted.head, [predicate]), ...beside.map((a) => whole(tree, a))], 'quoted')
  else if (objects.length > 0) {
    const main = objects.at(-1)!.role === 'indirect' ? objects[0]! : (of('object')[0] ?? objects[0]!)
    const others = objects.filter((a) => a !== main)
    add(
      [],
      [
        phraseTokens(tree, main.head, {
          length: 'whole',
          conjuncts: true,
          preposition: main.role === 'predicative',
        }),
        ...[...(content ? [content] : []), ...infinitives].map((a) => clauseTokens(tree, a.head)),
        ...[...others, ...beside].map((a) => whole(tree, a)),
      ],
      'object',
    )
  } else if (content) {
    const tokens = clauseTokens(tree, content.head)
    const that = tokens.length > 0 && tree.form(tokens[0]!) === 'that'
    add(that ? tokens.slice(0, 1) : [], [that ? tokens.slice(1) : tokens], 'content')
  } else if (beside.length > 0) {
    const behind = beside.filter((a) => a.preposition.length > 0 && a.head > predicate)
    const main = behind.find((a) => a.role === 'agent') ?? behind[0]
    if (main)
      add(
        main.preposition,
        [
          phraseTokens(tree, main.head, { length: 'whole', conjuncts: true }),
          ...beside.filter((a) => a !== main).map((a) => whole(tree, a)),
        ],
        'oblique',
      )
    else if (clause.subjectSource !== 'participle')
      add(
        [],
        beside.map((a) => whole(tree, a)),
        'adverb',
      )
  }
}

/** Whether a participle after its noun lacks the "is" of its passive. */
export const needsBe = (tree: Tree, { predicate, subjectSource }: ClauseWithSubject): boolean =>
  subjectSource === 'participle' &&
  tree.xpos(predicate) === 'VBN' &&
  !tree.children(predicate, 'aux').some((a) => tree.lemma(a) === 'be')

/** An apposition after a comma: "the boat, a ketch" is "the boat is a ketch". */
function appositions(tree: Tree, first: number, end: number, list: ExtractionList): void {
  for (let token = first; token < end; token++) {
    const head = tree.head(token)
    if (tree.relation(token) !== 'appos' || head < 0 || !/^(NOUN|PROPN)$/.test(tree.upos(token))) continue
    if (!isLooseApposition(tree, token, head) || hasCopula(tree, head)) continue
    list.add({
      subject: phraseTokens(tree, head, { length: 'whole' }),
      implied: 'is',
      relation: [],
      objects: [phraseTokens(tree, token, { length: 'whole' })],
      rule: 'apposition',
    })
  }
}

import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { Tree } from '../annotate/tree.ts'
import type { Phrase, Polarity, RelationType, Schema } from '../model/index.ts'
import {
  activeVoice,
  clauseOf,
  conjuncts,
  hasCopula,
  isPassive,
  isPredicate,
  type SubjectSource,
} from './clause.ts'
import type { Extractor, Reading } from './extractor.ts'
import { fill, governedBy, governedByNoun, type Match, matchVerb } from './match-phrase.ts'
import { isAsked } from './open-relations.ts'
import { argumentAt, mayFill } from './phrase-arguments.ts'

interface CompiledPhrase {
  readonly relation: RelationType
  readonly phrase: Phrase
}

const compiled = new WeakMap<Schema, Map<string, CompiledPhrase[]>>()

/** The phrases of a schema by kind and lemma of the predicate. */
function phrasesOf(schema: Schema): Map<string, CompiledPhrase[]> {
  let table = compiled.get(schema)
  if (table) return table
  table = new Map()
  for (const relation of schema.relations.values())
    for (const phrase of relation.phrases)
      for (const lemma of new Set(phrase.lemmas)) {
        const key = `${phrase.kind} ${lemma}`
        const known = table.get(key)
        if (known) known.push({ relation, phrase })
        else table.set(key, [{ relation, phrase }])
      }
  compiled.set(schema, table)
  return table
}

/** Reads the relations that a schema declares, by its phrases, from clauses, nouns and apposition. */
export const schemaRelations: Extractor = {
  name: 'schema-relations',
  version: '2',
  requires: ['tokens', 'sentences', 'tags', 'lemmas', 'trees', 'mentions'],
  emits: (schema) => [...schema.relations.values()].filter((r) => r.phrases.length > 0).map((r) => r.name),
  *extract(document, { schema }) {
    const { tree } = document
    const table = phrasesOf(schema)
    for (let token = 0; token < tree.tokens.length; token++) {
      const upos = tree.upos(token)
      if (!/^(NOUN|ADJ|PROPN|VERB|AUX)$/.test(upos)) continue
      const lemma = tree.lemma(token)
      yield* verbReadings(document, schema, table.get(`verb ${lemma}`) ?? [], token)
      if (upos === 'NOUN')
        for (const { relation, phrase } of table.get(`noun ${lemma}`) ?? []) {
          const match = fill(tree, phrase.parts, (p) =>
            p.position === 'self' ? [token] : governedByNoun(tree, token, p.position),
          )
          if (match && !isSeveral(tree, token, match))
            yield* readings(document, schema, relation, phrase, token, match)
        }
      const described =
        upos === 'NOUN' ? table.get(`predicate ${lemma}`) : table.get(`adjective ${tree.lower(token)}`)
      for (const { relation, phrase } of described ?? [])
        yield* predicateReadings(document, schema, relation, phrase, token)
    }
  },
}

/** "One aspect is the parts of the day": one thing is not several. */
const isSeveral = (tree: Tree, noun: number, { filled }: Match): boolean =>
  tree.xpos(noun) === 'NNS' && /^NNP?$/.test(tree.xpos(filled.subject?.[0] ?? -1))

/** Participles that stand as prepositions: "following the vote". */
const prepositional = new Set(['following', 'including', 'concerning', 'regarding', 'considering'])

/** Verbs that put somebody into an office. */
const appointing = new Set(['appoint', 'choose', 'elect', 'name', 'nominate', 'select', 'hire', 'pick'])

/** Whether a verb tells of something by itself: not as a question, a purpose ("to win") or a preposition. */
function isTold(document: AnnotatedDocument, verb: number): boolean {
  const { tree } = document
  if (isAsked(document, verb)) return false
  // "to win and keep": what is joined to a purpose is one.
  if (tree.relation(verb) === 'conj' && tree.children(verb, 'nsubj', 'aux', 'mark').length === 0)
    return tree.upos(tree.head(verb)) !== 'VERB' || isTold(document, tree.head(verb))
  if (!/^(acl|advcl)$/.test(tree.relation(verb)) || tree.label(verb) === 'acl:relcl') return true
  if (prepositional.has(tree.lower(verb))) return false
  const marks = tree.children(verb, 'mark').map((m) => tree.lower(m))
  const head = tree.head(verb)
  // "was appointed to succeed": who is put into an office does what the office is for.
  if (marks.includes('to')) return appointing.has(tree.lemma(head)) && isPassive(tree, head)
  // "before leaving", "accused of leaving", "help in leaving": nobody is said to have left.
  if (marks.some((mark) => /^(before|of|for|from|in)$/.test(mark))) return false
  // "nominated two judges, replacing two others": after an object it may be the object that is meant.
  const loose = tree.relation(verb) === 'advcl' && tree.xpos(verb) === 'VBG' && marks.length === 0
  // "runs through a province bordering the sea": it is the province that does.
  const afterNoun = /^(NOUN|PROPN)$/.test(tree.upos(verb - 1))
  return !(loose && verb > head && (afterNoun || tree.children(head, 'obj').length > 0))
}

/** The phrases of a verb that its clause fills. */
function* verbReadings(
  document: AnnotatedDocument,
  schema: Schema,
  phrases: readonly CompiledPhrase[],
  token: number,
  agent?: number,
): Generator<Reading> {
  if (phrases.length === 0 || !isPredicate(document.tree, token) || !isTold(document, token)) return
  const clause = { ...activeVoice(clauseOf(document.tree, token)), ...(agent === undefined ? {} : { agent }) }
  if (clause.kind !== 'verb') return
  const found = phrases.flatMap(({ relation, phrase }) => {
    const match = matchVerb(document, clause, phrase)
    return match ? [{ relation, phrase, match }] : []
  })
  for (const { relation, phrase, match } of found) {
    // "quit her role as X" is not "quit her role": a word of the longer phrase is no argument of the shorter.
    const words = new Set(found.filter((f) => f.relation === relation).flatMap((f) => f.match.words))
    const args = [...(match.filled.subject ?? []), ...(match.filled.object ?? [])]
    if (args.some((a) => words.has(a))) continue
    if (found.some((f) => f.relation === relation && outdoes(f, { phrase, match }))) continue
    yield* readings(document, schema, relation, phrase, token, match, clause.subjectSource)
  }
}

/** What the phrases of the schema read in a passive that does not say who did it, if it was `agent`. */
export function readingsDoneBy(
  document: AnnotatedDocument,
  schema: Schema,
  verb: number,
  agent: number,
): Generator<Reading> {
  const phrases = phrasesOf(schema).get(`verb ${document.tree.lemma(verb)}`) ?? []
  return verbReadings(document, schema, phrases, verb, agent)
}

/** Whether another phrase of a relation says more of the same object: "replace Y with X" than "X replace Y". */
const outdoes = (
  a: { readonly phrase: Phrase; readonly match: Match },
  b: { readonly phrase: Phrase; readonly match: Match },
): boolean =>
  a.phrase.text.split(' ').length > b.phrase.text.split(' ').length &&
  a.match.filled.object?.[0] === b.match.filled.object?.[0] &&
  a.match.filled.subject?.[0] !== b.match.filled.subject?.[0]

/** "X is a member of Y", "X, a member of Y", "Y's founder, X". */
function* predicateReadings(
  document: AnnotatedDocument,
  schema: Schema,
  relation: RelationType,
  phrase: Phrase,
  token: number,
): Generator<Reading> {
  const { tree, mentionAt } = document
  const subjects = ((): readonly number[] => {
    if (hasCopula(tree, token)) return [clauseOf(tree, token).subject ?? []].flat()
    if (['appos', 'acl'].includes(tree.relation(token))) return [tree.head(token)]
    return tree
      .children(token, 'appos')
      .filter((c) => mentionAt(c)?.kind === 'named')
      .slice(0, 1)
  })()
  const name = (c: number): boolean => mentionAt(c)?.kind === 'named' && mentionAt(c) !== mentionAt(token)
  const match = fill(tree, phrase.parts, ({ position }) => {
    if (position === 'nsubj') return subjects
    const own = governedBy(tree, token, position)
    // "the Nordkai founder"
    return own.length > 0 || position !== 'of' ? own : tree.children(token, 'compound').filter(name)
  })
  if (match && !isSeveral(tree, token, match))
    yield* readings(document, schema, relation, phrase, token, match)
}

function* readings(
  document: AnnotatedDocument,
  schema: Schema,
  relation: RelationType,
  phrase: Phrase,
  predicate: number,
  match: Match,
  source?: SubjectSource,
): Generator<Reading> {
  const { tree } = document
  const tokens = [predicate, ...match.words]
  const first = Math.min(...tokens)
  const last = Math.max(...tokens)
  // Words far apart are no phrase to point at: then the predicate alone stands for the relation.
  const near = last - first <= 6
  const relationSpan = {
    start: tree.tokens[near ? first : predicate]!.start,
    end: tree.tokens[near ? last : predicate]!.end,
  }
  const polarity: Polarity = match.negated !== phrase.negative ? 'negative' : 'positive'
  const joined = phrase.parts.some((p) => p.position === 'joined')
  const subjects = (match.filled.subject ?? []).slice(0, 1)
  for (const subject of joined ? subjects : subjects.flatMap((t) => conjuncts(tree, t))) {
    if (!mayFill(document, schema, subject, relation.subject, source)) continue
    for (const object of (match.filled.object ?? []).flatMap((t) => conjuncts(tree, t)))
      if (subject !== object && mayFill(document, schema, object, relation.object))
        yield {
          relation: relation.name,
          label: relation.label,
          subject: argumentAt(tree, subject),
          object: argumentAt(tree, object),
          predicate,
          words: match.words,
          relationSpan,
          rule: `${phrase.kind}${source ? ` ${source}` : ''}: ${phrase.text}`,
          confidence: 0.7,
          polarity,
        }
  }
}

import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { Tree } from '../annotate/tree.ts'
import type { Phrase, PhrasePart, Polarity, RelationType, Schema, Slot } from '../model/index.ts'
import {
  type ActiveClause,
  activeVoice,
  clauseOf,
  conjuncts,
  hasCopula,
  isPredicate,
  prepositionOf,
} from './clause.ts'
import type { Extractor, Reading } from './extractor.ts'

interface CompiledPhrase {
  readonly relation: RelationType
  readonly phrase: Phrase
}

type Filled = Partial<Record<Slot, readonly number[]>>

const compiled = new WeakMap<Schema, Map<string, CompiledPhrase[]>>()

/** The phrases of a schema by kind and lemma of the predicate. */
function phrasesOf(schema: Schema): Map<string, CompiledPhrase[]> {
  let table = compiled.get(schema)
  if (table) return table
  table = new Map()
  for (const relation of schema.relations.values())
    for (const phrase of relation.phrases)
      for (const lemma of phrase.lemmas) {
        const key = `${phrase.kind} ${lemma}`
        table.set(key, [...(table.get(key) ?? []), { relation, phrase }])
      }
  compiled.set(schema, table)
  return table
}

const negativeDeterminer = (tree: Tree, token: number): boolean =>
  tree
    .children(token, 'det', 'advmod')
    .some((d) => /^(no|any|little)$/.test(tree.lower(d)) && tree.lower(d) !== 'any')

interface Match {
  readonly filled: Filled
  /** Tokens that express the relation. */
  readonly words: readonly number[]
  readonly negated: boolean
}

/** Nouns that a noun governs by a preposition, or owns as a possessive for "of". */
function governed(tree: Tree, noun: number, preposition: string): number[] {
  const found = tree.children(noun, 'nmod').filter((c) => prepositionOf(tree, c) === preposition)
  if (preposition === 'of')
    found.push(...tree.children(noun, 'nmod').filter((c) => tree.label(c) === 'nmod:poss'))
  return found
}

/** Fills the parts of a phrase from candidates; undefined when one is missing. */
function fill(
  tree: Tree,
  parts: readonly PhrasePart[],
  candidates: (part: PhrasePart) => readonly number[],
  inherited: (preposition: string) => readonly number[],
): Match | undefined {
  let filled: Filled = {}
  const words: number[] = []
  let negated = false
  for (const part of parts) {
    let found = candidates(part)
    if (part.lemmas)
      found = found.filter(
        (t) => part.lemmas!.includes(tree.lemma(t)) || part.lemmas!.includes(tree.lower(t)),
      )
    if (found.length === 0) {
      // Only who did it may stay unsaid.
      if (part.slot === 'any' && part.position === 'nsubj') continue
      return undefined
    }
    if (part.lemmas) {
      const noun = found[0]!
      words.push(noun)
      if (negativeDeterminer(tree, noun)) negated = !negated
      if (part.parts && part.parts.length > 0) {
        const inner = fill(
          tree,
          part.parts,
          // A phrase after the noun may be attached to the noun or, by the parser, to the verb.
          (p) => {
            const own = governed(tree, noun, p.position)
            return own.length > 0 ? own : inherited(p.position).filter((t) => t > noun)
          },
          inherited,
        )
        if (!inner) return undefined
        filled = { ...filled, ...inner.filled }
        words.push(...inner.words)
        if (inner.negated) negated = !negated
      }
    } else if (part.slot && part.slot !== 'any') filled = { ...filled, [part.slot]: found }
  }
  return { filled, words, negated }
}

function matchVerb(tree: Tree, clause: ActiveClause, phrase: Phrase): Match | undefined {
  const obliques = (preposition: string): number[] => {
    const own = clause.obliques.filter((o) => o.preposition === preposition).map((o) => o.head)
    if (own.length > 0) return own
    if (preposition === 'to') {
      const infinitives = clause.complements.filter((c) =>
        tree.children(c, 'mark').some((m) => tree.lower(m) === 'to'),
      )
      if (infinitives.length > 0) return infinitives
    }
    return clause.patients
      .flatMap((p) => (p > clause.predicate ? governed(tree, p, preposition) : []))
      .filter(() => preposition !== 'of')
  }
  return fill(
    tree,
    phrase.parts,
    (part) => {
      if (part.position === 'nsubj') return clause.agent === undefined ? [] : [clause.agent]
      if (part.position === 'obj') return clause.patients
      if (part.position === 'particle') {
        const index = clause.particles.indexOf(part.lemmas?.[0] ?? '')
        const token = tree.children(clause.predicate).find((c) => tree.lower(c) === part.lemmas?.[0])
        return index >= 0 && token !== undefined ? [token] : []
      }
      return obliques(part.position)
    },
    obliques,
  )
}

/** Reads the relations that a schema declares, by its phrases, from clauses, nouns and apposition. */
export const schemaRelations: Extractor = {
  name: 'schema-relations',
  version: '1',
  requires: ['tokens', 'sentences', 'tags', 'lemmas', 'trees', 'mentions'],
  emits: (schema) => [...schema.relations.values()].filter((r) => r.phrases.length > 0).map((r) => r.name),
  *extract(document, { schema }) {
    const { tree } = document
    const table = phrasesOf(schema)
    for (let token = 0; token < tree.tokens.length; token++) {
      if (isPredicate(tree, token)) {
        const clause = activeVoice(clauseOf(tree, token))
        if (clause.kind === 'verb') {
          const found = (table.get(`verb ${tree.lemma(token)}`) ?? []).flatMap(({ relation, phrase }) => {
            const match = matchVerb(tree, clause, phrase)
            return match ? [{ relation, phrase, match }] : []
          })
          for (const { relation, phrase, match } of found) {
            // "quit her role as X" is not "quit her role": a word of the longer phrase is no argument of the shorter.
            const words = found.filter((f) => f.relation === relation).flatMap((f) => f.match.words)
            const args = [...(match.filled.subject ?? []), ...(match.filled.object ?? [])]
            if (args.some((a) => words.includes(a))) continue
            yield* readings(
              document,
              relation,
              phrase,
              token,
              match,
              clause.subjectSource === 'own' ? 0.8 : 0.65,
            )
          }
        }
      }
      if (/^(NOUN|ADJ|PROPN|VERB)$/.test(tree.upos(token))) {
        const lemma = tree.lemma(token)
        for (const { relation, phrase } of table.get(`noun ${lemma}`) ?? []) {
          if (tree.upos(token) !== 'NOUN') continue
          const match = fill(
            tree,
            phrase.parts,
            (p) => (p.position === 'self' ? [token] : governed(tree, token, p.position)),
            () => [],
          )
          if (match) yield* readings(document, relation, phrase, token, match, 0.7)
        }
        const kind = tree.upos(token) === 'NOUN' ? 'predicate' : 'adjective'
        for (const { relation, phrase } of table.get(`${kind} ${lemma}`) ?? [])
          yield* predicateReadings(document, relation, phrase, token)
      }
    }
  },
}

/** "X is a member of Y", "X, a member of Y". */
function* predicateReadings(
  document: AnnotatedDocument,
  relation: RelationType,
  phrase: Phrase,
  token: number,
): Generator<Reading> {
  const { tree } = document
  let subject: number | undefined
  if (hasCopula(tree, token)) subject = clauseOf(tree, token).subject
  else if (['appos', 'acl'].includes(tree.relation(token))) subject = tree.head(token)
  if (subject === undefined) return
  const found = subject
  const inside = (preposition: string): number[] => [
    ...governed(tree, token, preposition),
    ...tree.children(token, 'obl').filter((c) => prepositionOf(tree, c) === preposition),
  ]
  const match = fill(
    tree,
    phrase.parts,
    (p) => (p.position === 'nsubj' ? [found] : inside(p.position)),
    () => [],
  )
  if (match) yield* readings(document, relation, phrase, token, match, 0.7)
}

function* readings(
  { tree }: AnnotatedDocument,
  relation: RelationType,
  phrase: Phrase,
  predicate: number,
  match: Match,
  confidence: number,
): Generator<Reading> {
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
  for (const subject of (match.filled.subject ?? []).slice(0, 1).flatMap((t) => conjuncts(tree, t)))
    for (const object of (match.filled.object ?? []).flatMap((t) => conjuncts(tree, t)))
      if (subject !== object)
        yield {
          relation: relation.name,
          label: relation.label,
          subject: { token: subject },
          object: { token: object },
          predicate,
          words: match.words,
          relationSpan,
          rule: `${phrase.kind}: ${phrase.text}`,
          confidence,
          polarity,
        }
}

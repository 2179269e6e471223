import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { Schema } from '../model/index.ts'
import { type Clause, clausesOf } from './clause.ts'
import type { Extractor, Reading } from './extractor.ts'
import { besides } from './open-arguments.ts'
import { isAsked } from './open-relations.ts'
import { relationLabel, relationName, verbWords } from './relation-words.ts'
import { readingsDoneBy } from './schema-relations.ts'

/** Smaller groups are too common for their number to tell which is meant. */
const leastCount = 3

const rule = 'agentless passive'
/** Below that of every reading whose subject stands in the words. */
const confidence = 0.4

/**
 * Passives that do not say who did it, of a group that its number tells from others: "Some 14 pilots were
 * questioned". What is the subject or agent of a clause of the same sentence, or of the one just before, is a
 * candidate for the agent, and each reading is that of the active clause with a candidate for its subject. They are
 * marked `implied`: what comes of them is settled by what other documents say.
 */
export const agentlessPassives: Extractor = {
  name: 'agentless-passives',
  version: '1',
  requires: ['tokens', 'sentences', 'tags', 'lemmas', 'trees', 'mentions'],
  emits: (schema) => [
    ...[...schema.relations.values()].filter((r) => r.phrases.length > 0).map((r) => r.name),
    'open',
  ],
  *extract(document, { schema }): Generator<Reading> {
    const { tree, mentions } = document
    for (const { token: patient, kind, count = 0, role } of mentions) {
      if (kind !== 'nominal' || count < leastCount || role !== 'nsubj:pass') continue
      const verb = tree.head(patient)
      const [clause] = clausesOf(tree, verb, verb + 1)
      if (!clause || clause.subject !== patient || tree.upos(patient) !== 'NOUN') continue
      if (!isPlainPassive(document, clause)) continue
      for (const agent of candidates(document, tree.sentence(verb)))
        yield* readingsWith(document, schema, clause, patient, agent)
    }
  },
}

/** Whether a passive is told, nothing completes it, and no "by" behind it may lead to its agent. */
function isPlainPassive(document: AnnotatedDocument, clause: Clause): boolean {
  const { tree, sentences } = document
  const { predicate, passive, objects, complements } = clause
  if (!passive || objects.length > 0 || complements.length > 0 || isAsked(document, predicate)) return false
  if (tree.children(predicate, 'mark').some((mark) => tree.lower(mark) !== 'that')) return false
  for (let token = predicate; token < sentences[tree.sentence(predicate)]!.endToken; token++)
    if (tree.lower(token) === 'by') return false
  return true
}

/** Heads of what acts in a sentence and in the one just before, where nothing but white space parts them. */
function candidates({ tree, sentences, referentAt }: AnnotatedDocument, sentence: number): number[] {
  const own = sentences[sentence]!
  const before = sentences[sentence - 1]
  const adjacent = before && tree.text.slice(before.end, own.start).trim() === ''
  const found: number[] = []
  for (let token = (adjacent ? before : own).firstToken; token < own.endToken; token++) {
    if (!/^(nsubj|obl:agent)$/.test(tree.label(token))) continue
    const mention = referentAt(token)
    // A pronoun or a numeral does not show who is meant.
    if (!/^(NOUN|PROPN)$/.test(tree.upos(token)) || !mention || mention.kind === 'pronoun') continue
    // Of two that act together it may be either; the parser may make two subjects of them.
    const subjects = tree.children(tree.head(token)).filter((c) => tree.label(c) === 'nsubj')
    const beside = [...tree.children(token, 'conj'), ...subjects]
    if (beside.every((other) => referentAt(other)?.id === mention.id)) found.push(token)
  }
  return found
}

/** The readings of the active clause, by the phrases of the schema, else by its verb. */
function* readingsWith(
  document: AnnotatedDocument,
  schema: Schema,
  clause: Clause,
  patient: number,
  agent: number,
): Generator<Reading> {
  const { tree } = document
  const { predicate } = clause
  const is = (end: Reading['subject'], token: number): boolean => 'token' in end && end.token === token
  const known = [...readingsDoneBy(document, schema, predicate, agent)].filter(
    ({ subject, object }) => is(subject, agent) && is(object, patient),
  )
  for (const reading of known) yield { ...reading, implied: 'subject', rule, confidence }
  if (known.length > 0) return
  const words = verbWords(tree, predicate, false)
  const { start, end } = tree.tokens[predicate]!
  yield {
    relation: relationName(words),
    label: relationLabel(words),
    open: true,
    implied: 'subject',
    subject: { token: agent },
    object: { token: patient },
    predicate,
    relationSpan: { start, end },
    rule,
    confidence,
    qualifiers: besides(tree, clause.arguments).map(({ preposition, head }) => ({
      role: preposition.replaceAll(' ', '-'),
      token: head,
    })),
  }
}

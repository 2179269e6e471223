import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import { namesWithOffice } from '../annotate/names-with-office.ts'
import { repeatedMentions } from '../annotate/repeated-mentions.ts'
import {
  type Claim,
  type DocumentClaims,
  hashText,
  type Mention,
  type Problem,
  type Quotation,
  type RulePrecision,
  type Schema,
  type Span,
} from '../model/index.ts'
import { officeRelations } from '../schema/office-relations.ts'
import { confidenceOf } from './confidence.ts'
import type { Extractor, Reading, ReadingArgument } from './extractor.ts'
import { listedNames } from './listed-names.ts'
import { numberMentions } from './number-mentions.ts'
import { isAttributed } from './open-whole.ts'
import { isDenied, weaker } from './own-standing.ts'
import { contentWords, passageSignatures } from './passage-signatures.ts'
import { type Standing, standingOf } from './standing.ts'

/** The claims of a document, with the problems that its extractors had. */
export interface Extraction {
  readonly claims: DocumentClaims
  readonly problems: readonly Problem[]
}

/** Words that hang below a verb and belong to the event it names: "speaking to the mayor". */
const eventParts = new Set([
  'obj',
  'iobj',
  'obl',
  'case',
  'det',
  'amod',
  'compound',
  'flat',
  'nmod',
  'nummod',
  'aux',
  'fixed',
  'xcomp',
  'mark',
  'advmod',
])

/** Mentions by id, with those made for arguments that none of the annotated ones covers. */
class MentionTable {
  readonly document: AnnotatedDocument
  readonly byId = new Map<string, Mention>()

  constructor(document: AnnotatedDocument) {
    this.document = document
    for (const { token: _t, firstToken: _f, endToken: _e, ...mention } of document.mentions)
      this.byId.set(mention.id, mention)
  }

  /** The mention of an argument; of an office itself where the relation is about offices. */
  of(argument: ReadingArgument, office = false): Mention | undefined {
    if ('value' in argument) return this.value(argument.value, argument.type)
    // "the captain, Anton Vale, said": what is said of the office's holder is said of the person.
    const known = office ? this.document.mentionAt(argument.token) : this.document.referentAt(argument.token)
    return known ? this.byId.get(known.id) : this.event(argument.token)
  }

  private value({ start, end }: Span, type: string): Mention {
    const text = this.document.document.text.slice(start, end)
    const id = `${start}-${end}v`
    const mention: Mention = {
      id,
      start,
      end,
      kind: 'value',
      type,
      text,
      head: { start, end, text, lemma: text },
      sentence: -1,
    }
    this.byId.set(id, mention)
    return mention
  }

  /** An event named by its verb: "(after) speaking to the mayor". */
  private event(token: number): Mention | undefined {
    const { tree } = this.document
    if (tree.upos(token) !== 'VERB' || tree.xpos(token) !== 'VBG') return undefined
    const tokens = tree.subtree(token, (child) => child < token || !eventParts.has(tree.relation(child)))
    let last = token
    while (tokens.includes(last + 1) && last - token < 14) last++
    const { start } = tree.tokens[token]!
    const { end } = tree.tokens[last]!
    const id = `${start}-${end}`
    const mention: Mention = {
      id,
      start,
      end,
      kind: 'nominal',
      type: 'Event',
      number: 'singular',
      text: tree.text.slice(start, end),
      head: { start, end: tree.tokens[token]!.end, text: tree.form(token), lemma: tree.lemma(token) },
      sentence: tree.sentence(token),
    }
    this.byId.set(id, mention)
    return mention
  }
}

/**
 * How a thing stands that its sentence takes for granted: only that somebody says it makes a difference,
 * unless it is said of the speaker ("said Mayor Ruth Amsel").
 */
function presupposed(standing: Standing, isSubject: (token: number) => boolean): Standing {
  const speakers = standing.speakers.some(isSubject) ? [] : standing.speakers
  return {
    ...standing,
    speakers,
    polarity: 'positive',
    modality: speakers.length > 0 ? 'reported' : 'asserted',
  }
}

/**
 * Whether a verb outside a quotation has got a word inside for an argument: '"The mayor left", tweeted Tom Keller'.
 */
function isTornFromSpeech(
  { quotationAt }: AnnotatedDocument,
  { subject, object, predicate }: Reading,
): boolean {
  return [subject, object].some((end) => {
    const spoken = 'token' in end ? quotationAt(end.token) : undefined
    return spoken?.speakerToken !== undefined && spoken !== quotationAt(predicate)
  })
}

function claimOf(
  document: AnnotatedDocument,
  table: MentionTable,
  extractor: string,
  reading: Reading,
  precision: RulePrecision | undefined,
): Claim | undefined {
  const { tree, sentences } = document
  const subject = table.of(reading.subject)
  const object = table.of(reading.object, officeRelations.has(reading.relation))
  if (!subject || !object || subject.id === object.id) return undefined
  if (isTornFromSpeech(document, reading)) return undefined
  const found = standingOf(document, reading.predicate)
  if (reading.open && !isAttributed(document, reading.predicate, found)) return undefined
  const standing = reading.presupposed
    ? presupposed(found, (token) => document.referentAt(token)?.id === subject.id)
    : found
  const places = [subject, object, reading.relationSpan]
  const first = Math.min(...places.map((p) => p.start))
  const last = Math.max(...places.map((p) => p.end))
  const home = sentences[tree.sentence(reading.predicate)]!
  const start =
    first >= home.start ? home.start : (sentences.findLast((s) => s.start <= first)?.start ?? first)
  const end = last <= home.end ? home.end : (sentences.find((s) => s.end >= last)?.end ?? last)
  const denied = 'token' in reading.object && isDenied(tree, reading.object.token)
  const flips = [reading.polarity === 'negative', standing.polarity === 'negative', denied]
  const negative = flips.filter(Boolean).length % 2 === 1
  const polarity = negative ? 'negative' : 'positive'
  const speakers = [
    ...new Set(
      [...standing.speakers, ...(reading.speakers ?? [])].flatMap(
        (token) => document.referentAt(token)?.id ?? [],
      ),
    ),
  ]
  const qualifiers = (reading.qualifiers ?? []).flatMap(({ role, token }) => {
    const mention = table.of({ token })
    return mention ? [{ role, mention: mention.id, start: mention.start, end: mention.end }] : []
  })
  const span = ({ start, end }: Span): Span => ({ start, end })
  return {
    id: hashText(
      [
        document.document.id,
        start,
        end,
        subject.id,
        object.id,
        reading.rule,
        reading.relation,
        polarity,
      ].join('\t'),
    ),
    start,
    end,
    quote: tree.text.slice(start, end),
    subject: subject.id,
    object: object.id,
    relation: reading.relation,
    label: reading.label ?? reading.relation.replaceAll('-', ' '),
    open: reading.open ?? false,
    subjectSpan: span(subject),
    relationSpan: span(reading.relationSpan),
    objectSpan: span(object),
    extractor,
    rule: reading.rule,
    confidence: confidenceOf(precision, extractor, reading.rule, reading.confidence),
    polarity,
    modality: weaker(standing.modality, reading.modality),
    speakers,
    times: reading.times ?? standing.times,
    qualifiers,
    ...(reading.implied ? { implied: reading.implied } : {}),
  }
}

const inTextOrder = (a: Claim, b: Claim): number =>
  a.start - b.start || a.relationSpan.start - b.relationSpan.start || (a.id < b.id ? -1 : 1)

/** Whether a claim without its subject says that something happened: only then may what others say complete it. */
const mayBeSettled = ({ polarity, modality }: Claim): boolean =>
  polarity === 'positive' && (modality === 'asserted' || modality === 'reported')

/** The quotations with hashes of their words. */
function quotationsOf({ quotations, sentences, tree }: AnnotatedDocument): Quotation[] {
  let sentence = 0
  return quotations.map(({ start, end, speaker, cue }) => {
    while (sentence + 1 < sentences.length && sentences[sentence + 1]!.start <= start) sentence++
    const words = contentWords(tree, { start, end }, sentences[sentence]?.firstToken ?? 0)
    return { start, end, ...(speaker ? { speaker } : {}), ...(cue ? { cue } : {}), words }
  })
}

/** Each reading, and after it the same for every name that a plural argument goes on to list. */
function* withListed(document: AnnotatedDocument, readings: Iterable<Reading>): Generator<Reading> {
  for (const reading of readings) {
    yield reading
    if (reading.relation === 'be') continue
    for (const end of ['subject', 'object'] as const) {
      const argument = reading[end]
      if (!('token' in argument)) continue
      for (const token of listedNames(document, argument.token)) yield { ...reading, [end]: { token } }
    }
  }
}

/** Whether an argument of a reading is a word of another relation of the same clause: "has no faith" in "in Y". */
const usesWord = ({ subject, object, predicate }: Reading, words: ReadonlySet<string>): boolean =>
  [subject, object].some((a) => 'token' in a && words.has(`${predicate} ${a.token}`))

/**
 * Runs the extractors over one document. A pure function of the document and the settings. An extractor
 * that throws is a problem of that document; what the others read stays.
 */
export function extractClaims(
  document: AnnotatedDocument,
  schema: Schema,
  extractors: readonly Extractor[],
): Extraction {
  const table = new MentionTable(document)
  const problems: Problem[] = []
  const claims: Claim[] = []
  const implied: Claim[] = []
  const seen = new Set<string>()
  const covered = new Set<string>()
  const wordsOf = new Set<string>()
  for (const extractor of extractors) {
    try {
      for (const reading of withListed(document, extractor.extract(document, { schema }))) {
        const claim = claimOf(document, table, extractor.name, reading, schema.precision)
        if (!claim) continue
        const pair = [claim.subject, claim.object].sort().join(' ')
        // One place says one relation once; an open reading adds nothing where the schema has a word for it.
        const key = `${claim.subject} ${claim.object} ${claim.relation}`
        if (seen.has(key)) continue
        if (claim.implied) {
          seen.add(key)
          if (mayBeSettled(claim)) implied.push(claim)
          continue
        }
        if (claim.open && (covered.has(`${pair} ${reading.predicate}`) || usesWord(reading, wordsOf)))
          continue
        seen.add(key)
        covered.add(`${pair} ${reading.predicate}`)
        for (const word of reading.words ?? []) wordsOf.add(`${reading.predicate} ${word}`)
        claims.push(claim)
      }
    } catch (error) {
      problems.push({
        severity: 'error',
        code: 'extractor-failed',
        message: `The extractor "${extractor.name}" failed: ${error instanceof Error ? error.message : String(error)}`,
        hint: 'What the other extractors read of this document is kept.',
        file: document.document.source,
      })
    }
  }
  const { id, hash, date, publisher, title, text } = document.document
  const mentions = [...table.byId.values(), ...repeatedMentions(document.document, document.mentions)]
  mentions.push(...namesWithOffice(document.mentions, text).filter(({ id }) => !table.byId.has(id)))
  return {
    problems,
    claims: {
      document: id,
      hash,
      ...(date ? { date } : {}),
      ...(publisher ? { publisher } : {}),
      ...(title ? { title } : {}),
      mentions: numberMentions(mentions, text).sort(
        (a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1),
      ),
      claims: claims.sort(inTextOrder),
      ...(implied.length > 0 ? { implied: implied.sort(inTextOrder) } : {}),
      quotations: quotationsOf(document),
      signatures: passageSignatures(document),
    },
  }
}

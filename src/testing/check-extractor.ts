import { annotateDocument } from '../annotate/annotate-document.ts'
import { checkExtractors } from '../extract/check-extractors.ts'
import { extractClaims } from '../extract/extract-claims.ts'
import type { Extractor, Reading } from '../extract/extractor.ts'
import type { Document, Schema } from '../model/index.ts'
import { loadAnnotator } from '../read/load-annotator.ts'
import { loadSchema } from '../schema/load-schema.ts'
import { hostileTexts, plainTexts } from './hostile-texts.ts'

/** A text with what the extractor must read in it, as `subject | relation | object`, and `not` before a negative relation. */
export interface ExtractorExample {
  readonly text: string
  readonly gives: readonly string[]
}

/** What `checkExtractor` takes beside the extractor. */
export interface CheckOptions {
  /** Schema files that declare the extractor's own relations, read after the shipped ones. */
  readonly schemas?: readonly string[]
  readonly examples?: readonly ExtractorExample[]
  /** Further texts in which nothing is expected, but nothing may break. */
  readonly texts?: readonly string[]
}

/**
 * Checks that an extractor keeps to what the pipeline relies on: it declares its layers and relations and gives no
 * other; its spans and tokens lie in the text; it gives the same for the same text, whatever it has read before;
 * it throws on no text; and it reads what the examples say. Throws an Error that lists everything that is wrong,
 * so that it fails a test under any runner.
 */
export function checkExtractor(extractor: Extractor, options: CheckOptions = {}): void {
  const wrong: string[] = []
  const form = formErrors(extractor)
  if (form.length > 0) fail(extractor, form)
  const { schema, problems } = loadSchema(options.schemas)
  const declared = [...problems, ...checkExtractors([extractor], loadAnnotator(), schema)]
  for (const { severity, message, hint } of declared)
    if (severity === 'error') wrong.push(hint ? `${message}. ${hint}` : message)
  if (wrong.length > 0) fail(extractor, wrong)

  const examples = options.examples ?? []
  const texts = [...plainTexts, ...hostileTexts, ...(options.texts ?? []), ...examples.map((e) => e.text)]
  const first = texts.map((text) => readText(extractor, schema, text, wrong))
  const again = texts
    .toReversed()
    .map((text) => readText(extractor, schema, text, []))
    .reverse()
  first.forEach((claims, i) => {
    if (claims !== again[i])
      wrong.push(`it reads ${short(texts[i]!)} in another way when it has read other texts before`)
  })
  for (const { text, gives } of examples) {
    const found = linesOf(text, schema, extractor)
    for (const line of gives)
      if (!found.includes(line))
        wrong.push(
          `in ${short(text)} it must read "${line}", but reads ${found.length > 0 ? found.join('; ') : 'nothing'}`,
        )
  }
  if (wrong.length > 0) fail(extractor, wrong)
}

function fail(extractor: Extractor, wrong: readonly string[]): never {
  const name = typeof extractor?.name === 'string' ? extractor.name : '?'
  throw new Error(
    `The extractor "${name}" is not sound:\n${[...new Set(wrong)].map((w) => `- ${w}`).join('\n')}`,
  )
}

const short = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)

function formErrors(extractor: Extractor): string[] {
  const { name, version, requires, emits, extract } = (extractor ?? {}) as Partial<
    Record<keyof Extractor, unknown>
  >
  return [
    ...(typeof name === 'string' && name !== '' ? [] : ['`name` must be a string that is not empty']),
    ...(typeof version === 'string' && version !== ''
      ? []
      : ['`version` must be a string that is not empty']),
    ...(Array.isArray(requires) ? [] : ['`requires` must be a list of layers']),
    ...(typeof emits === 'function'
      ? []
      : ['`emits` must be a function that gives a list of relation names']),
    ...(typeof extract === 'function' ? [] : ['`extract` must be a function that gives readings']),
  ]
}

const documentOf = (text: string): Document => ({
  id: 'text.txt',
  source: 'text.txt',
  hash: '',
  format: 'text',
  date: '2031-03-06',
  language: 'en',
  text,
  zones: [],
})

/** Reads one text and checks its readings; gives all that was read, to compare. */
function readText(extractor: Extractor, schema: Schema, text: string, wrong: string[]): string {
  const document = annotateDocument(documentOf(text), loadAnnotator(), schema)
  const emits = new Set(extractor.emits(schema))
  const checked: Extractor = {
    ...extractor,
    name: extractor.name,
    version: extractor.version,
    requires: extractor.requires,
    emits: (s) => extractor.emits(s),
    *extract(given, context) {
      for (const reading of extractor.extract(given, context)) {
        wrong.push(
          ...readingErrors(reading, emits, text, document.tree.tokens.length).map(
            (e) => `in ${short(text)} ${e}`,
          ),
        )
        yield reading
      }
    },
  }
  const { claims, problems } = extractClaims(document, schema, [checked])
  for (const { message } of problems) wrong.push(`in ${short(text)}: ${message}`)
  const read = [...claims.claims, ...(claims.implied ?? [])]
  for (const claim of read)
    if (claim.quote !== text.slice(claim.start, claim.end))
      wrong.push(`in ${short(text)} the quote of a claim is not what stands there: ${short(claim.quote)}`)
  return JSON.stringify(read)
}

function readingErrors(reading: Reading, emits: ReadonlySet<string>, text: string, tokens: number): string[] {
  const { relation, subject, object, predicate, relationSpan, confidence, rule } = reading
  const found: string[] = []
  const isToken = (token: number): boolean => Number.isInteger(token) && token >= 0 && token < tokens
  const isSpan = ({ start, end }: { start: number; end: number }): boolean =>
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length
  if (!emits.has(reading.open ? 'open' : relation))
    found.push(
      `it reads "${relation}"${reading.open ? ', an open relation,' : ''} which \`emits\` does not name`,
    )
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(relation)) found.push(`the relation "${relation}" is not kebab-case`)
  for (const [end, argument] of [
    ['subject', subject],
    ['object', object],
  ] as const) {
    if ('token' in argument ? !isToken(argument.token) : !isSpan(argument.value))
      found.push(`the ${end} of "${relation}" is no token and no span of the text`)
  }
  if (!isToken(predicate)) found.push(`the predicate of "${relation}" is no token of the text`)
  if (!isSpan(relationSpan)) found.push(`the relationSpan of "${relation}" is no span of the text`)
  if (!(confidence >= 0 && confidence <= 1)) found.push(`the confidence of "${relation}" is not from 0 to 1`)
  if (typeof rule !== 'string' || rule === '') found.push(`a reading of "${relation}" names no rule`)
  return found
}

/** Claims as lines, articles left out. */
function linesOf(text: string, schema: Schema, extractor: Extractor): string[] {
  const document = annotateDocument(documentOf(text), loadAnnotator(), schema)
  const { claims } = extractClaims(document, schema, [extractor])
  const words = new Map(claims.mentions.map((m) => [m.id, m.text.replace(/^(the|a|an)\s+/i, '')]))
  return claims.claims.map(
    ({ subject, relation, object, polarity }) =>
      `${words.get(subject)} | ${polarity === 'negative' ? 'not ' : ''}${relation} | ${words.get(object)}`,
  )
}

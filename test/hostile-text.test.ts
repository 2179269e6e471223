import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotateDocument } from '../src/annotate/annotate-document.ts'
import { extractClaims } from '../src/extract/extract-claims.ts'
import { extractors } from '../src/extract/extractors.ts'
import type { Document } from '../src/model/index.ts'
import { loadAnnotator } from '../src/read/load-annotator.ts'
import { loadRanker } from '../src/read/load-ranker.ts'
import { resolve } from '../src/resolve/resolve.ts'
import { loadSchema } from '../src/schema/load-schema.ts'

const { schema } = loadSchema()
const annotator = loadAnnotator()
const ranker = loadRanker()

function readAll(text: string) {
  const document: Document = {
    id: 'hostile.txt',
    source: 'hostile.txt',
    hash: '',
    format: 'text',
    language: 'en',
    text,
    zones: [],
    date: '2031-03-06',
  }
  const { claims, problems } = extractClaims(
    annotateDocument(document, annotator, schema),
    schema,
    extractors,
  )
  return { claims, problems, resolution: resolve([claims], schema, { ranker }) }
}

/** Words that rules look around: what stands before and after them may be missing. */
const cues =
  'called named said say according to by of for not no the a who that whom which and or if had been will would may after before since until on in “ ” " ’ ‘ , ; : ( ) - – . ? 2031 March Monday 14 two more than £3m 5% Mr Dame mayor director chief police Ruth Amsel Varnholm he she it they I we her resigned appointed denied told'.split(
    ' ',
  )

describe('hostile text', () => {
  it('any heap of words is read without a failure, and every span slices back', () => {
    const heap = fc
      .array(
        fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...cues) },
          fc.string({ unit: 'binary', maxLength: 4 }),
        ),
        {
          maxLength: 40,
        },
      )
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(heap, (text) => {
        const { claims, problems, resolution } = readAll(text)
        expect(problems).toEqual([])
        for (const mention of claims.mentions)
          expect(text.slice(mention.start, mention.end)).toBe(mention.text)
        for (const claim of claims.claims) expect(text.slice(claim.start, claim.end)).toBe(claim.quote)
        for (const { evidence } of resolution.relations)
          for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    'He ',
    'it, ',
    'and he ',
    'He said he ',
    'The mayor said ',
    'the man and ',
    'The officer of ',
    'Ann Lee (',
    'The Met. ',
    "'tis ",
    '‘s’ ',
    'said ',
  ])('5,000 characters of "%s" are read within seconds', (unit) => {
    const started = performance.now()
    readAll(unit.repeat(5000 / unit.length))
    expect(performance.now() - started).toBeLessThan(8000)
  })
})

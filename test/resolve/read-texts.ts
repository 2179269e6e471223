import { annotateDocument } from '../../src/annotate/annotate-document.ts'
import { extractClaims } from '../../src/extract/extract-claims.ts'
import { extractors } from '../../src/extract/extractors.ts'
import type { DocumentClaims } from '../../src/model/index.ts'
import { loadAnnotator } from '../../src/read/load-annotator.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'

const { schema } = loadSchema()

/** What the shipped stages read in a text of 6 March 2031. */
export function readClaims(document: string, text: string): DocumentClaims {
  const of = { id: document, source: document, hash: '', format: 'txt', date: '2031-03-06', language: 'en' }
  return extractClaims(
    annotateDocument({ ...of, text, zones: [] }, loadAnnotator(), schema),
    schema,
    extractors,
  ).claims
}

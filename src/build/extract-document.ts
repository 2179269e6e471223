import { annotateDocument } from '../annotate/annotate-document.ts'
import { extractClaims } from '../extract/extract-claims.ts'
import type { Extractor } from '../extract/extractor.ts'
import type { Annotator, Document, Ranker, Schema } from '../model/index.ts'
import type { LinkedClaims } from '../resolve/resolvable-claims.ts'
import { linkedClaims } from '../resolve/within-document.ts'

/** What reads claims. */
export interface Reader {
  readonly schema: Schema
  readonly extractors: readonly Extractor[]
  readonly annotator: Annotator
  readonly ranker: Ranker
}

/** Reads the claims of one document and links its mentions: a pure function of the document and the reader. */
export function extractDocument(
  document: Document,
  { schema, extractors, annotator, ranker }: Reader,
): LinkedClaims {
  const { claims, problems } = extractClaims(
    annotateDocument(document, annotator, schema),
    schema,
    extractors,
  )
  return { ...linkedClaims(claims, schema, ranker), ...(problems.length > 0 ? { problems } : {}) }
}

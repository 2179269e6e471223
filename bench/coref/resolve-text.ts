import { annotateDocument } from '../../src/annotate/annotate-document.ts'
import { extractClaims } from '../../src/extract/extract-claims.ts'
import { extractors } from '../../src/extract/extractors.ts'
import type { Annotation, Annotator, Schema } from '../../src/model/index.ts'
import { findLinks, type Linking, type LinkOptions } from '../../src/resolve/within/find-links.ts'

/** Runs a text through all stages up to the links within the document, as a build does. */
export function resolveText(
  id: string,
  text: string,
  annotator: Annotator,
  schema: Schema,
  options?: LinkOptions,
): Linking {
  const document = { id, source: id, hash: '', format: 'txt', language: 'en', text, zones: [] }
  const annotated = annotateDocument(document, annotator, schema)
  const { claims } = extractClaims(annotated, schema, extractors)
  return findLinks(claims, schema, options)
}

/** An annotator that says of its one text what is already known. */
export const alreadyAnnotated = (annotation: Annotation): Annotator => ({
  name: 'given',
  version: '1',
  provides: ['tokens', 'sentences', 'tags', 'lemmas', 'trees', 'names'],
  annotate: () => annotation,
})

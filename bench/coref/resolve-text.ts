import { annotateDocument } from '../../src/annotate/annotate-document.ts'
import { extractClaims } from '../../src/extract/extract-claims.ts'
import { extractors } from '../../src/extract/extractors.ts'
import type { Annotation, Annotator, Schema, Span } from '../../src/model/index.ts'
import { findLinks, type Linking, type LinkOptions } from '../../src/resolve/within/find-links.ts'
import type { CoreferenceEngine } from './engine.ts'

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

/**
 * An annotator of one text whose tokens and sentences are given. It is also asked for the text with its asides
 * masked, each with as many signs, and for each aside in turn, and answers with the tokens that stand there.
 */
export function withTokens(
  { annotator, annotateTokens }: CoreferenceEngine,
  text: string,
  spans: readonly Span[],
  sentences: readonly number[],
): Annotator {
  let from = 0
  const annotate = (part: string): Annotation => {
    if (part.length < text.length) {
      const at = text.indexOf(part, from)
      from = at + 1
      const inside = spans.filter(({ start, end }) => start >= at && end <= at + part.length)
      const moved = inside.map(({ start, end }) => ({ start: start - at, end: end - at }))
      return moved.length === 0 ? annotator.annotate(part) : annotateTokens(part, moved, [0])
    }
    const kept: Span[] = []
    const starts: number[] = []
    spans.forEach(({ start, end }, i) => {
      if (sentences.includes(i)) starts.push(kept.length)
      const words = part.slice(start, end)
      if (words === text.slice(start, end)) kept.push({ start, end })
      else if (words.trim() !== '' && start >= (kept.at(-1)?.end ?? 0)) {
        // A title is masked as one word.
        const first = start + words.search(/\S/)
        const last = part.indexOf(' ', first)
        kept.push({ start: first, end: last < 0 ? part.length : last })
      }
    })
    const distinct = [...new Set(starts)].filter((index) => index < kept.length)
    return annotateTokens(part, kept, distinct)
  }
  return {
    name: 'given',
    version: '1',
    provides: ['tokens', 'sentences', 'tags', 'lemmas', 'trees', 'names'],
    annotate,
  }
}

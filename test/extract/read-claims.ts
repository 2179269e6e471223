import { annotateDocument } from '../../src/annotate/annotate-document.ts'
import type { AnnotatedDocument } from '../../src/annotate/annotated-document.ts'
import { extractClaims } from '../../src/extract/extract-claims.ts'
import { extractors } from '../../src/extract/extractors.ts'
import type { Document } from '../../src/model/index.ts'
import { loadAnnotator } from '../../src/read/load-annotator.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'

const { schema } = loadSchema()

/** A document of a text, dated 6 March 2031. */
export function annotated(text: string): AnnotatedDocument {
  const document: Document = {
    id: 'test.txt',
    source: 'test.txt',
    hash: '',
    format: 'txt',
    date: '2031-03-06',
    language: 'en',
    text,
    zones: [],
  }
  return annotateDocument(document, loadAnnotator(), schema)
}

const bare = (text: string): string => text.replace(/^(the|a|an)\s+/i, '')

/**
 * What the shipped extractors read in a text, as `subject | relation | object`, with `not` before a negative
 * relation, and behind it, where it is not plainly asserted, `{modality: speakers}`.
 */
export function claimsOf(text: string): string[] {
  const { claims } = extractClaims(annotated(text), schema, extractors)
  const mention = (id: string): string => bare(claims.mentions.find((m) => m.id === id)?.text ?? '?')
  return claims.claims.map((claim) => {
    if (claim.quote !== text.slice(claim.start, claim.end))
      throw new Error(`"${claim.quote}" is not in the text`)
    const not = claim.polarity === 'negative' ? 'not ' : ''
    const speakers = claim.speakers.map(mention).join(', ')
    const standing =
      claim.modality === 'asserted' ? '' : ` {${claim.modality}${speakers ? `: ${speakers}` : ''}}`
    return `${mention(claim.subject)} | ${not}${claim.relation} | ${mention(claim.object)}${standing}`
  })
}

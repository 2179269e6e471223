import { annotateDocument } from '../../src/annotate/annotate-document.ts'
import { extractClaims } from '../../src/extract/extract-claims.ts'
import { extractors } from '../../src/extract/extractors.ts'
import type { Claim, Document, Mention } from '../../src/model/index.ts'
import { loadAnnotator } from '../../src/read/load-annotator.ts'
import { loadRanker } from '../../src/read/load-ranker.ts'
import { resolve } from '../../src/resolve/resolve.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { textHash } from './read-inputs.ts'

/** A claim that became part of a graph, with what its judge has to see. */
export interface PlacedClaim {
  /** See textHash. */
  readonly document: string
  readonly text: string
  readonly claim: Claim
  readonly mentions: ReadonlyMap<string, Mention>
}

/**
 * The claims of each document that are in the graph of that document alone. What the types of a relation
 * turn away is no part of a graph and is not judged.
 */
export function placedClaims(documents: readonly Document[]): PlacedClaim[] {
  const { schema } = loadSchema()
  const annotator = loadAnnotator()
  const ranker = loadRanker()
  return documents.flatMap((document) => {
    const { claims } = extractClaims(annotateDocument(document, annotator, schema), schema, extractors)
    const { relations } = resolve([claims], schema, { ranker })
    const kept = new Set(relations.flatMap((r) => r.evidence.map((e) => e.claim)))
    const mentions = new Map(claims.mentions.map((m) => [m.id, m]))
    const hash = textHash(document.text)
    return claims.claims
      .filter((claim) => kept.has(claim.id))
      .map((claim) => ({ document: hash, text: document.text, claim, mentions }))
  })
}

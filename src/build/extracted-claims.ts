import { type LinkedClaims, resolvableClaims } from '../resolve/resolvable-claims.ts'

/** The claims of a document as they are kept and sent between threads. */
export interface ExtractedClaims {
  /** A line of claims.jsonl without its key and its end. */
  readonly line: string
  /** What resolution needs of them, as JSON. */
  readonly resolvable: string
}

export const extractedClaims = (claims: LinkedClaims): ExtractedClaims => ({
  line: JSON.stringify(claims),
  resolvable: JSON.stringify(resolvableClaims(claims)),
})

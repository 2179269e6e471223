import { checkedBody, checkedLine } from '../read/checked-line.ts'
import type { ResolvableClaims } from '../resolve/resolvable-claims.ts'

/** The file of what resolution needs of claims, for the next build; nothing else looks at it. */
export const resolvableName = '.resolvable.jsonl'

const field = 'claims'

/** The line that keeps what resolution needs of a line of claims.jsonl, `json`, for the next build. */
export function resolvableLine(key: string, claimsLine: Uint8Array, json: string): Uint8Array {
  const body = Buffer.from(json)
  return checkedLine(key, field, body, [claimsLine, body])
}

/** What resolution needs of a line of claims.jsonl, from the line that keeps it; nothing where a byte of either has changed. */
export function readResolvable(line: Uint8Array, claimsLine: Uint8Array): ResolvableClaims | undefined {
  const json = checkedBody(line, field, (body) => [claimsLine, body])
  return json === undefined ? undefined : parseResolvable(json)
}

const shared = new Map<string, string>()

/** The same text for equal ones: names of relations and rules stand in every claim. */
function sharedText(text: string): string {
  const known = shared.get(text)
  if (known !== undefined) return known
  // Labels of open relations are as many as there are texts.
  if (shared.size < 10_000) shared.set(text, text)
  return text
}

const none: readonly never[] = Object.freeze([])

/** Reads what resolution needs of claims; what is equal in several claims is in memory once. */
export function parseResolvable(json: string): ResolvableClaims {
  const resolvable = JSON.parse(json) as ResolvableClaims
  let before = ''
  const claims = resolvable.claims.map((claim) => {
    if (claim.quote !== before) before = claim.quote
    return {
      ...claim,
      quote: before,
      relation: sharedText(claim.relation),
      label: sharedText(claim.label),
      extractor: sharedText(claim.extractor),
      rule: sharedText(claim.rule),
      speakers: claim.speakers.length === 0 ? none : claim.speakers,
      times: claim.times.length === 0 ? none : claim.times,
      qualifiers: claim.qualifiers.length === 0 ? none : claim.qualifiers,
    }
  })
  return { ...resolvable, claims }
}

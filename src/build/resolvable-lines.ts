import { createHash } from 'node:crypto'
import type { ResolvableClaims } from '../resolve/resolvable-claims.ts'

/** The file of what resolution needs of claims, for the next build; nothing else looks at it. */
export const resolvableName = '.resolvable.jsonl'

const head = /^\{"key":"[0-9a-f]{32}","sum":"([0-9a-f]{64})","claims":/
const headLength = `{"key":"${'0'.repeat(32)}","sum":"${'0'.repeat(64)}","claims":`.length
const tail = '}\n'

/** Holds for a line of claims.jsonl and what was made of it together. */
const sumOf = (claimsLine: Uint8Array, body: Uint8Array): string =>
  createHash('sha256').update(claimsLine).update(body).digest('hex')

/** The line that keeps what resolution needs of a line of claims.jsonl, `json`, for the next build. */
export function resolvableLine(key: string, claimsLine: Uint8Array, json: string): Uint8Array {
  const body = Buffer.from(json)
  return Buffer.concat([
    Buffer.from(`{"key":"${key}","sum":"${sumOf(claimsLine, body)}","claims":`),
    body,
    Buffer.from(tail),
  ])
}

/** What resolution needs of a line of claims.jsonl, from the line that keeps it; nothing where a byte of either has changed. */
export function readResolvable(line: Buffer, claimsLine: Uint8Array): ResolvableClaims | undefined {
  const sum = head.exec(line.toString('latin1', 0, headLength))?.[1]
  const body = line.subarray(headLength, -tail.length)
  return sum !== undefined && sumOf(claimsLine, body) === sum ? parseResolvable(body.toString()) : undefined
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

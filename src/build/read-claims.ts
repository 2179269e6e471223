import type { Document, DocumentClaims, Problem } from '../model/index.ts'
import type { ReadResult } from '../read/index.ts'
import type { Extracted, ExtractionPool } from './extraction-pool.ts'
import { claimsKey } from './fingerprint.ts'
import type { LineCache } from './line-cache.ts'

/** A document with its claims, or what was wrong with one. */
export interface ReadClaims {
  readonly document?: Document
  readonly claims?: DocumentClaims
  /** The claims as a line of claims.jsonl, with its end, in UTF-8. */
  readonly line?: Uint8Array
  readonly problems: readonly Problem[]
}

/** How claims are read. */
export interface ReadClaimsOptions {
  readonly pool: ExtractionPool
  /** What `claimsKey` takes for the settings. */
  readonly settings: string
  readonly cache?: Pick<LineCache, 'get'>
}

interface Pending {
  readonly read: ReadResult
  readonly key?: string
  readonly extracted?: Promise<Extracted | { readonly cached: Buffer }>
}

/**
 * Reads the claims of documents in the order in which these come, several at once, as many in memory as the pool has
 * use for. What the cache holds is not read again.
 */
export async function* readClaims(
  documents: AsyncIterable<ReadResult>,
  { pool, settings, cache }: ReadClaimsOptions,
): AsyncGenerator<ReadClaims> {
  const pending: Pending[] = []
  for await (const read of documents) {
    const { document } = read
    if (document) {
      const key = claimsKey(settings, document)
      const cached = cache?.get(key)
      const extracted = cached ? Promise.resolve({ cached }) : pool.extract(document)
      pending.push({ read, key, extracted })
    } else pending.push({ read })
    while (pending.length > pool.width) yield await settled(pending.shift()!)
  }
  for (const rest of pending) yield await settled(rest)
}

async function settled({ read, key, extracted }: Pending): Promise<ReadClaims> {
  if (!extracted) return read
  const answer = await extracted
  if ('problem' in answer) return { problems: [...read.problems, answer.problem] }
  // What an earlier build wrote is copied byte for byte.
  const line = 'cached' in answer ? answer.cached : keyed(key!, answer.line)
  const claims = JSON.parse(line.toString()) as DocumentClaims
  return { document: read.document!, claims, line, problems: [...read.problems, ...(claims.problems ?? [])] }
}

const keyed = (key: string, line: string): Buffer => Buffer.from(`{"key":"${key}",${line.slice(1)}\n`)

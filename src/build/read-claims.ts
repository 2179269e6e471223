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
  readonly extracted?: Promise<Extracted | Cached>
}

/** Claims that an earlier build read, with their line. */
interface Cached {
  readonly claims: DocumentClaims
  readonly bytes: Buffer
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
      const cached = fromCache(cache, key)
      const extracted = cached ? Promise.resolve(cached) : pool.extract(document)
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
  const line = 'bytes' in answer ? answer.bytes : keyed(key!, answer.line)
  const claims = 'claims' in answer ? answer.claims : (JSON.parse(answer.line) as DocumentClaims)
  return { document: read.document!, claims, line, problems: [...read.problems, ...(claims.problems ?? [])] }
}

/** What the cache holds; a line that is damaged is as good as none. */
function fromCache(cache: ReadClaimsOptions['cache'], key: string): Cached | undefined {
  const bytes = cache?.get(key)
  if (!bytes) return undefined
  try {
    return { claims: JSON.parse(bytes.toString()) as DocumentClaims, bytes }
  } catch {
    return undefined
  }
}

const keyed = (key: string, line: string): Buffer => Buffer.from(`{"key":"${key}",${line.slice(1)}\n`)

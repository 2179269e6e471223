import type { Document, DocumentClaims, Problem } from '../model/index.ts'
import type { ReadResult } from '../read/index.ts'
import { type ResolvableClaims, resolvableClaims } from '../resolve/resolvable-claims.ts'
import type { EarlierBuilds } from './earlier-builds.ts'
import type { Extracted, ExtractionPool } from './extraction-pool.ts'
import { claimsKey } from './fingerprint.ts'
import { parseResolvable, readResolvable, resolvableLine } from './resolvable-lines.ts'

/** A document with its claims, or what was wrong with one. */
export interface ReadClaims {
  readonly document?: Document
  /** What resolution needs of the claims. */
  readonly resolvable?: ResolvableClaims
  /** Gives the claims, and what resolution needs of them, each as a line of its file, with its end, in UTF-8. */
  readonly lines?: () => ClaimLines
  readonly problems: readonly Problem[]
}

interface ClaimLines {
  readonly claims: Uint8Array
  readonly resolvable: Uint8Array
}

/** How claims are read. */
export interface ReadClaimsOptions {
  readonly pool: ExtractionPool
  /** What `claimsKey` takes for the settings. */
  readonly settings: string
  readonly earlier?: Pick<EarlierBuilds, 'claims' | 'resolvable'>
}

interface Pending {
  readonly read: ReadResult
  readonly key?: string
  readonly known?: Known
  readonly extracted?: Promise<Extracted>
}

interface Known {
  readonly resolvable: ResolvableClaims
  readonly lines: () => ClaimLines
}

/**
 * Reads the claims of documents in the order in which these come, several at once, as many in memory as the pool has
 * use for. What an earlier build holds is not read again.
 */
export async function* readClaims(
  documents: AsyncIterable<ReadResult>,
  { pool, settings, earlier }: ReadClaimsOptions,
): AsyncGenerator<ReadClaims> {
  const pending: Pending[] = []
  let extracting = 0
  const first = async (): Promise<ReadClaims> => {
    const next = pending.shift()!
    if (next.extracted) extracting--
    return settled(next)
  }
  for await (const read of documents) {
    const { document } = read
    if (document) {
      const key = claimsKey(settings, document)
      const known = earlier && fromEarlier(earlier, key)
      if (known) pending.push({ read, known })
      else {
        pending.push({ read, key, extracted: pool.extract(document) })
        extracting++
      }
    } else pending.push({ read })
    // What is known waits for what is being read before it, since its lines are still on disk.
    while (extracting > pool.width || (pending[0] && !pending[0].extracted)) yield await first()
  }
  while (pending.length > 0) yield await first()
}

async function settled({ read, key, known, extracted }: Pending): Promise<ReadClaims> {
  const found = known ?? (extracted && fromThread(key!, await extracted))
  if (!found) return read
  if ('problem' in found) return { problems: [...read.problems, found.problem] }
  const { resolvable, lines } = found
  return {
    document: read.document!,
    resolvable,
    lines,
    problems: [...read.problems, ...(resolvable.problems ?? [])],
  }
}

function fromThread(key: string, extracted: Extracted): Known | { readonly problem: Problem } {
  if ('problem' in extracted) return extracted
  const { line, resolvable } = extracted
  const claims = Buffer.from(`{"key":"${key}",${line.slice(1)}\n`)
  return {
    resolvable: parseResolvable(resolvable),
    lines: () => ({ claims, resolvable: resolvableLine(key, claims, resolvable) }),
  }
}

/** What earlier builds hold; a line that is damaged is as good as none. Claims are copied byte for byte. */
function fromEarlier(
  { claims, resolvable }: Pick<EarlierBuilds, 'claims' | 'resolvable'>,
  key: string,
): Known | undefined {
  const line = claims.get(key)
  if (!line) return undefined
  const kept = resolvable.get(key)
  const known = kept && readResolvable(kept, line)
  if (known)
    return {
      resolvable: known,
      lines: () => ({ claims: claims.get(key)!, resolvable: resolvable.get(key)! }),
    }
  try {
    const { links, ...parsed } = JSON.parse(line.toString()) as DocumentClaims
    if (!links) return undefined
    const json = JSON.stringify(resolvableClaims({ ...parsed, links }))
    return {
      resolvable: parseResolvable(json),
      lines: () => ({ claims: line, resolvable: resolvableLine(key, line, json) }),
    }
  } catch {
    return undefined
  }
}

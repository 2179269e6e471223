import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { callingThread } from '../../src/build/extraction-pool.ts'
import { readClaims } from '../../src/build/read-claims.ts'
import type { Document } from '../../src/model/index.ts'
import type { ReadResult } from '../../src/read/index.ts'

const documentOf = (id: string): Document => ({
  id,
  source: id,
  hash: id,
  format: 'txt',
  language: 'en',
  text: id,
  zones: [],
})

/** Documents one after the other, as from a disk: between two there is time for a rejection to be seen. */
async function* arriving(...ids: readonly string[]): AsyncGenerator<ReadResult> {
  for (const id of ids) {
    await setImmediate()
    yield { document: documentOf(id), problems: [] }
  }
}

it('gives up a document whose reader throws in the calling thread, and reads the others', async () => {
  const pool = callingThread(({ id }) => {
    if (id === 'b') throw new Error('out of order')
    return { document: id, hash: id, mentions: [], claims: [], quotations: [], signatures: [], links: [] }
  })
  const found: (string | undefined)[] = []
  const problems: unknown[] = []
  for await (const read of readClaims(arriving('a', 'b', 'c', 'd'), { pool, settings: '' })) {
    found.push(read.resolvable?.document)
    problems.push(...read.problems)
  }
  expect(found).toEqual(['a', undefined, 'c', 'd'])
  expect(problems).toMatchObject([{ code: 'extraction-failed', file: 'b' }])
})

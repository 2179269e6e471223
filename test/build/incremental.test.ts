import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { extractDocument } from '../../src/build/extract-document.ts'
import { callingThread, type ExtractionPool } from '../../src/build/extraction-pool.ts'
import { type BuildOptions, build } from '../../src/build.ts'
import { extractors } from '../../src/extract/extractors.ts'
import { loadAnnotator } from '../../src/read/load-annotator.ts'
import { loadRanker } from '../../src/read/load-ranker.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { apply, change, hashes } from './made-documents.ts'

const folder = mkdtempSync(join(tmpdir(), 'redthread-incremental-'))
afterAll(() => rmSync(folder, { recursive: true }))

const reader = {
  schema: loadSchema().schema,
  extractors,
  annotator: loadAnnotator(),
  ranker: loadRanker(),
}

/** The calling thread, with the documents that it was asked to read. */
function countingPool(): ExtractionPool & { readonly read: string[] } {
  const read: string[] = []
  return {
    ...callingThread((document) => {
      read.push(document.id)
      return extractDocument(document, reader)
    }),
    read,
  }
}

let number = 0
const place = (): string => join(folder, String(number++))
const quiet = (options: BuildOptions) => build({ jobs: 0, ...options })

describe('a build over an earlier one', () => {
  it('equals the clean build byte for byte after any sequence of changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
        async (steps) => {
          const input = place()
          const out = place()
          apply(input, { file: 'z.txt', text: 'Ruth Amsel met Tom Keller.\n' })
          for (const changes of steps) {
            for (const one of changes) apply(input, one)
            await quiet({ inputs: [input], out })
          }
          const clean = place()
          await quiet({ inputs: [input], out: clean })
          expect(hashes(out)).toEqual(hashes(clean))
        },
      ),
      { numRuns: 50 },
    )
  }, 120_000)

  it('reads only what has changed, and everything where it is forced to', async () => {
    const input = place()
    const out = place()
    for (const file of ['a.txt', 'b.txt', 'c/d.txt'])
      apply(input, { file, text: `Ruth Amsel met ${file}.\n` })
    const first = countingPool()
    await quiet({ inputs: [input], out, pool: first })
    expect(first.read).toEqual(['a.txt', 'b.txt', 'c/d.txt'])
    apply(input, { file: 'b.txt', text: 'Tom Keller resigned.\n' })
    const second = countingPool()
    await quiet({ inputs: [input], out, pool: second })
    expect(second.read).toEqual(['b.txt'])
    const forced = countingPool()
    await quiet({ inputs: [input], out, pool: forced, force: true })
    expect(forced.read).toHaveLength(3)
  })

  it('reads all again where the schema is another', async () => {
    const input = place()
    const out = place()
    apply(input, { file: 'a.txt', text: 'Ruth Amsel hugged Tom Keller.\n' })
    await quiet({ inputs: [input], out })
    const schema = `${out}.yaml`
    writeFileSync(
      schema,
      'relations:\n  hugged:\n    label: hugged\n    subject: Person\n    object: Person\n    verbs: [X hug Y]\n',
    )
    const { graph } = await quiet({ inputs: [input], out, schemas: [schema] })
    expect(graph!.filterEdges((_, edge) => edge.relation === 'hugged' && !edge.open)).toHaveLength(1)
  })

  it('goes on from the claims that a build left which was cut off', async () => {
    const input = place()
    const out = place()
    for (const file of ['a.txt', 'b.txt']) apply(input, { file, text: `Ruth Amsel met ${file}.\n` })
    await quiet({ inputs: [input], out })
    const [line = ''] = readFileSync(join(out, 'claims.jsonl'), 'utf8').split('\n')
    const cut = place()
    apply(cut, {
      file: 'claims.jsonl.next-1',
      text: `${line}\n{"key":"0123456789abcdef0123456789abcdef","docu`,
    })
    const pool = countingPool()
    await quiet({ inputs: [input], out: cut, pool })
    expect(pool.read).toEqual(['b.txt'])
    expect(hashes(cut)).toEqual(hashes(out))
    expect(existsSync(join(cut, 'claims.jsonl.next-1'))).toBe(false)
  })

  it('reads anew what a damaged line held', async () => {
    const input = place()
    const out = place()
    for (const file of ['a.txt', 'b.txt']) apply(input, { file, text: `Ruth Amsel met ${file}.\n` })
    await quiet({ inputs: [input], out })
    const clean = hashes(out)
    const claims = join(out, 'claims.jsonl')
    writeFileSync(claims, readFileSync(claims, 'utf8').replace('"mentions":[', '"mentions":'))
    const pool = countingPool()
    await quiet({ inputs: [input], out, pool })
    expect(pool.read).toEqual(['a.txt'])
    expect(hashes(out)).toEqual(clean)
  })

  it('makes anew what resolution needs where its line is damaged or missing', async () => {
    const input = place()
    const out = place()
    for (const file of ['a.txt', 'b.txt']) apply(input, { file, text: `Ruth Amsel met ${file}.\n` })
    await quiet({ inputs: [input], out })
    const clean = hashes(out)
    const kept = join(out, '.resolvable.jsonl')
    for (const damage of [
      (text: string) => text.replace('Ruth Amsel', 'Ruth Omsel'),
      (text: string) => text.slice(0, -20),
      () => '',
    ]) {
      writeFileSync(kept, damage(readFileSync(kept, 'utf8')))
      const pool = countingPool()
      await quiet({ inputs: [input], out, pool })
      expect(pool.read).toEqual([])
      expect(hashes(out)).toEqual(clean)
    }
  })
})

import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ReadingCache } from '../../src/read/reading-cache.ts'
import { collect, folderOf } from './collect.ts'

const notice = 'Letters to the Varnholm harbour desk, Quay Street'
const story = (who: string): string => `${who} opened the old harbour bridge on Monday.\n\n${notice}\n`

/** A cache over the lines of an earlier reading, and the lines that this one puts. */
function cacheOf(earlier: readonly string[] = [], reader = 'a'): ReadingCache & { readonly lines: string[] } {
  const known = new Map(earlier.map((line) => [line.slice(8, 40), Buffer.from(line)]))
  const lines: string[] = []
  return {
    reader,
    get: (key) => known.get(key),
    put: (line) => void lines.push(Buffer.from(line).toString()),
    lines,
  }
}

/** A line with other drafts, whole in itself. */
function rewritten(line: string, from: string, to: string): string {
  const body = line.slice(line.indexOf('[{'), -2).replaceAll(from, to)
  const sum = createHash('sha256').update(body).digest('hex')
  return `${line.slice(0, 41)},"sum":"${sum}","drafts":${body}}\n`
}

describe('what an earlier build read', () => {
  const files = {
    'a.md': `---\ntitle: "Bridge\n---\n${story('Ruth Amsel')}`,
    'b.txt': story('Lena Okafor'),
    'c.txt': story('Tom Keller'),
    'd.txt':
      'Der Hafen ist seit Montag geschlossen, und die Arbeiter sind nach Hause gegangen, weil das Wetter für die Fahrt zu schlecht ist.\n',
    'e.txt': '',
  }

  test('gives the same documents, problems and lines', async () => {
    const folder = await folderOf(files)
    const plain = await collect([folder])
    const first = cacheOf()
    expect(await collect([folder], { cache: first })).toEqual(plain)
    expect(plain.problems.map(({ code }) => code)).toEqual([
      'front-matter-invalid',
      'language-unsupported',
      'file-empty',
    ])
    // What fails is tried again each time.
    expect(first.lines).toHaveLength(4)
    const second = cacheOf(first.lines)
    expect(await collect([folder], { cache: second })).toEqual(plain)
    expect(second.lines).toEqual(first.lines)
  })

  test('is taken over where bytes, options and reader are the same, and not where one is another', async () => {
    const folder = await folderOf(files)
    const first = cacheOf()
    await collect([folder], { cache: first })
    const lines = first.lines.map((line) => rewritten(line, 'Lena Okafor', 'Olga Brandt'))
    const textOf = async (reader: string, options = {}): Promise<string> => {
      const { documents } = await collect([folder], { ...options, cache: cacheOf(lines, reader) })
      return documents.find(({ id }) => id === 'b.txt')!.text
    }
    expect(await textOf('a')).toContain('Olga Brandt')
    expect(await textOf('b')).toContain('Lena Okafor')
    expect(await textOf('a', { limits: { depth: 2 } })).toContain('Lena Okafor')
    await writeFile(join(folder, 'b.txt'), `${story('Lena Okafor')}\n`)
    expect(await textOf('a')).toContain('Lena Okafor')
  })

  test('is read again where a line is damaged', async () => {
    const folder = await folderOf(files)
    const plain = await collect([folder])
    const first = cacheOf()
    await collect([folder], { cache: first })
    for (const damage of [
      (line: string) => line.replace('Okafor', 'Okafer'),
      (line: string) => `${line.slice(0, 200)}\n`,
      (line: string) => `${line.slice(0, 60)}\n`,
      (line: string) => line.replace('"sum"', '"sun"'),
    ])
      expect(await collect([folder], { cache: cacheOf(first.lines.map(damage)) })).toEqual(plain)
  })

  test('takes and loses the zones of what recurs as other documents come and go', async () => {
    const folder = await folderOf(files)
    const first = cacheOf()
    const { documents } = await collect([folder], { cache: first })
    const repeated = documents.map(({ zones }) =>
      zones.some(({ rule }) => rule === 'recurs-across-documents'),
    )
    expect(repeated).toEqual([true, true, true])
    await rm(join(folder, 'c.txt'))
    const second = await collect([folder], { cache: cacheOf(first.lines) })
    expect(second).toEqual(await collect([folder]))
    expect(second.documents.flatMap(({ zones }) => zones.map(({ rule }) => rule))).not.toContain(
      'recurs-across-documents',
    )
  })
})

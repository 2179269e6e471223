import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshFolder, redthread, root } from './run-redthread.ts'

const out = join(freshFolder(), 'out')
beforeAll(() => {
  expect(redthread(['build', join(root, 'data/samples'), '-o', out, '--quiet']).code).toBe(0)
})

/** Checks the folder with a file changed, and puts the file back. */
function checkWith(name: string, change: (text: string) => string): ReturnType<typeof redthread> {
  const path = join(out, name)
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
  const ran = redthread(['check', out])
  writeFileSync(path, before)
  return ran
}

describe('redthread check', () => {
  test('finds that everything in a build of the samples holds', () => {
    const { code, out: said, err } = redthread(['check', out])
    expect([code, err]).toEqual([0, ''])
    expect(said).toMatch(
      /13 documents, \d+ claims, \d+ entities, \d+ relations, \d+ pieces of evidence: all hold/,
    )
  })

  test.each([
    [
      'a text that was edited',
      'documents.jsonl',
      (text: string) => text.replace('Ruth Amsel', 'Ruth Amzel'),
      /does not quote the words/,
    ],
    [
      'a quote that was edited',
      'graph.json',
      (text: string) => text.replace(/"quote":"[^"]/, '"quote":"#'),
      /does not quote the words/,
    ],
    [
      'a claim that is gone',
      'claims.jsonl',
      (text: string) => text.slice(text.indexOf('\n') + 1),
      /claims\.jsonl has 12 documents/,
    ],
    [
      'a modality that was raised',
      'graph.json',
      (text: string) => text.replace('"modality":"reported"', '"modality":"asserted"'),
      /given as asserted|differs from its claim/,
    ],
    [
      'a wrong count',
      'graph.json',
      (text: string) => text.replace(/"evidence":\d+/, '"evidence":7'),
      /counts 7 evidence/,
    ],
  ])('names %s', (_what, file, change, expected) => {
    const { code, err, out: said } = checkWith(file, change)
    expect(code).toBe(1)
    expect(err).toMatch(expected)
    expect(said).toMatch(/faults?\n$/)
  })

  test('says what is missing where there is no build', () => {
    const { code, err } = redthread(['check', freshFolder()])
    expect(code).toBe(3)
    expect(err).toContain('graph-missing')
  })
})

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

  test('holds evidence with an implied subject to its claim and to its mark', () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'a.txt'), 'The Harbour Board sat in Varnholm. Some 14 pilots were questioned.')
    writeFileSync(join(folder, 'b.txt'), 'The Harbour Board questioned 14 pilots.')
    const built = join(folder, 'out')
    redthread(['build', join(folder, 'a.txt'), join(folder, 'b.txt'), '-o', built, '--quiet'])
    expect(redthread(['check', built]).code).toBe(0)
    const said = redthread(['query', built, 'evidence', '--relation', 'questioned'])
    expect(said.out).toMatch(/14 pilots were questioned\.” *\n.*\[asserted; subject implied\]/)
    const graph = readFileSync(join(built, 'graph.json'), 'utf8')
    const fault = (text: string): string => {
      writeFileSync(join(built, 'graph.json'), text)
      return redthread(['check', built]).err
    }
    const mark = ',"implied":"subject"'
    expect(fault(graph.replace(mark, ''))).toContain('differs from its claim')
    expect(fault(graph.replaceAll(/("qualifiers":\[\])(?!,"implied)/g, `$1${mark}`))).toContain(
      'has only evidence that does not say who did it',
    )
  })

  test('says what is missing where there is no build', () => {
    const { code, err } = redthread(['check', freshFolder()])
    expect(code).toBe(3)
    expect(err).toContain('graph-missing')
  })
})

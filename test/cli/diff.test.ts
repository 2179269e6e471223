import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshFolder, redthread, root } from './run-redthread.ts'

const folder = freshFolder()
const [before, after] = [join(folder, 'march'), join(folder, 'april')]

beforeAll(() => {
  const texts = join(folder, 'texts')
  cpSync(join(root, 'data/samples/harbour'), texts, { recursive: true })
  expect(redthread(['build', texts, '-o', after, '-q']).code).toBe(0)
  rmSync(join(texts, '2031-04-14-wire-successor.md'))
  expect(redthread(['build', texts, '-o', before, '-q']).code).toBe(0)
})

describe('redthread diff', () => {
  test('says what was added, removed and changed, each with its words', () => {
    const { code, out } = redthread(['diff', before, after])
    expect(code).toBe(0)
    expect(out).toMatch(/^Entities: [1-9]\d* added, /)
    expect(out).toMatch(/^\+ Olga Brandt \| is appointed by \| Transport Ministry\n {4}“.*\d+-\d+\)$/m)
  })

  test('gives JSON with all evidence, and nothing for a graph and itself', () => {
    const { entities, relations } = JSON.parse(redthread(['diff', before, after, '--format', 'json']).out)
    expect(entities.length).toBeGreaterThan(0)
    for (const { change, evidence } of relations) if (change === 'added') expect(evidence).not.toEqual([])
    expect(JSON.parse(redthread(['diff', after, after, '--format', 'json']).out).relations).toEqual([])
  })

  test('says what to do where there is no graph', () => {
    const { code, err } = redthread(['diff', before, join(folder, 'none')])
    expect(code).toBe(3)
    expect(err).toContain('redthread build')
  })

  test('draws both graphs in one page', () => {
    const html = join(folder, 'diff.html')
    expect(redthread(['diff', before, after, '--html', html]).code).toBe(0)
    const extras = /id="redthread-extras">(.*)/.exec(readFileSync(html, 'utf8'))![1]!.replace('</script>', '')
    expect(JSON.parse(extras).changes.names).toEqual(['march', 'april'])
  })

  test('says that a page cannot be written', () => {
    expect(redthread(['diff', before, after, '--html', join(before, 'graph.json', 'diff.html')]).code).toBe(4)
  })
})

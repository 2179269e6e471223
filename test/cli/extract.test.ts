import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshFolder, redthread, root } from './run-redthread.ts'

describe('redthread extract --view', () => {
  const folder = freshFolder()
  const file = join(folder, 'boats.txt')
  writeFileSync(
    file,
    'Anton Vale sold the ferry to Nordkai Shipping on Monday .\n\nRuth Amsel resigned in Varn -LRB- Ostland -RRB- .\n',
  )

  test('writes long tuples with their sentence, as CaRB reads them', () => {
    const { code, out } = redthread(['extract', file, '--view', 'maximal', '--tokenized'])
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toBe(
      'Anton Vale sold the ferry to Nordkai Shipping on Monday .\t1\tsold\tAnton Vale\tthe ferry\tto Nordkai Shipping\ton Monday',
    )
  })

  test('writes short triples with the number of their sentence, as BenchIE reads them', () => {
    const { code, out } = redthread(['extract', file, '--view', 'minimal', '--tokenized'])
    expect(code).toBe(0)
    const lines = out.trimEnd().split('\n')
    expect(lines).toContain('1\tAnton Vale\tsold the ferry to\tNordkai Shipping')
    expect(lines.filter((line) => line.startsWith('2\t'))[0]).toMatch(/^2\tRuth Amsel\tresigned in\tVarn/)
    for (const line of lines) expect(line.split('\t')).toHaveLength(4)
  })

  test('reads running text and standard input, and takes either format', () => {
    const text = 'The union met. Ruth Amsel opened the new quay in Varn.'
    const { code, out } = redthread(['extract', '-', '--view', 'minimal', '--format', 'carb'], {
      input: text,
    })
    expect(code).toBe(0)
    expect(out).toContain('Ruth Amsel opened the new quay in Varn.\t1\topened\tRuth Amsel\tthe new quay\n')
  })

  test('says what does not go together', () => {
    const alone = redthread(['extract', file, '--format', 'carb'])
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('--view maximal or --view minimal')])
    const both = redthread(['extract', file, '--view', 'minimal', '--schema', 'mine.yaml'])
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('Leave out --schema')])
    expect(redthread(['extract', file, '--view', 'medium']).code).toBe(2)
    expect(redthread(['extract', join(folder, 'none.txt'), '--view', 'minimal']).code).toBe(3)
  })

  test('is in the help and in the documentation', () => {
    const help = redthread(['extract', '--help']).out
    const page = readFileSync(join(root, 'docs/extracting.md'), 'utf8')
    for (const option of ['--view', '--format', '--tokenized']) {
      expect(help).toContain(option)
      expect(page).toContain(option)
    }
  })
})

describe('the worked example of docs/extractors.md', () => {
  const folder = freshFolder()
  const page = readFileSync(join(root, 'docs/extractors.md'), 'utf8')

  beforeAll(() => {
    const blocks = [...page.matchAll(/```js\n\/\/ (\S+)\n([\s\S]*?)```/g)]
    expect(blocks.map((block) => block[1])).toEqual(['weights.mjs', 'weights.test.mjs'])
    for (const [, name, code] of blocks) writeFileSync(join(folder, name!), code!)
    writeFileSync(
      join(folder, 'ships.txt'),
      'The Heron weighs 40 tonnes. The owner denied that the Tern weighs 30 tonnes.\n',
    )
    // What an installed package looks like from a project beside it.
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(root, join(folder, 'node_modules', 'redthread'), 'dir')
  })

  test('adds its claims, with their standing, to extract', () => {
    const { code, out } = redthread([
      'extract',
      '--extractor',
      join(folder, 'weights.mjs'),
      join(folder, 'ships.txt'),
    ])
    expect(code).toBe(0)
    const { claims } = JSON.parse(out) as {
      claims: { relation: string; polarity: string; modality: string; extractor: string }[]
    }
    const read = claims.filter((c) => c.extractor === 'weights')
    expect(read.map((c) => [c.relation, c.polarity, c.modality])).toEqual([
      ['weighs', 'positive', 'asserted'],
      ['weighs', 'negative', 'denied'],
    ])
  })

  test('adds its edges to build', () => {
    const out = join(folder, 'out')
    const { code } = redthread([
      'build',
      '--extractor',
      join(folder, 'weights.mjs'),
      join(folder, 'ships.txt'),
      '-o',
      out,
    ])
    expect(code).toBe(0)
    const graph = JSON.parse(readFileSync(join(out, 'graph.json'), 'utf8')) as {
      edges: { attributes: { relation: string } }[]
    }
    expect(graph.edges.map((edge) => edge.attributes.relation)).toContain('weighs')
  })

  test('passes the conformance test that the package exports', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'weights.test.mjs')], {
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
  })
})

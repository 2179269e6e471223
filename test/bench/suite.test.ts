import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { benches } from '../../bench/suite/benches.ts'
import { figuresOf } from '../../bench/suite/figures.ts'
import {
  comparisonText,
  mergeResults,
  type Result,
  readResults,
  writeResults,
} from '../../bench/suite/results.ts'

const machine = { processor: 'Made', cores: 2, memory: 8, node: 'v20.20.0', system: 'linux x64' }
const result = (command: string, figures: Result['figures'], date = '2026-01-02'): Result => ({
  command,
  date,
  machine,
  figures,
})

describe('figuresOf', () => {
  const report = { typed: { p: 0.77345, f1: 0.5 }, sizes: [{ s: 3 }, { s: 12.00049 }], name: 'a name' }

  test('takes figures by path, with any key for a star', () => {
    expect(figuresOf(report, ['typed/f1', 'sizes/*/s'])).toEqual({
      'typed f1': 0.5,
      'sizes 0 s': 3,
      'sizes 1 s': 12,
    })
  })

  test('keeps four digits of shares', () => {
    expect(figuresOf(report, ['typed/*'])).toEqual({ 'typed p': 0.7734, 'typed f1': 0.5 })
  })

  test('says which pattern finds nothing', () => {
    expect(() => figuresOf(report, ['typed/r'])).toThrow('no figure at typed/r')
    expect(() => figuresOf(report, ['name'])).toThrow('no figure at name')
  })
})

describe('results', () => {
  test('of one command take the place of earlier ones, the others stay, in the order of the benches', () => {
    const merged = mergeResults(
      [result('a', { x: 1 }), result('b', { x: 1 })],
      [result('b', { x: 2 }), result('c', { x: 3 })],
      ['c', 'b', 'a'],
    )
    expect(merged.map(({ command, figures }) => [command, figures.x])).toEqual([
      ['c', 3],
      ['b', 2],
      ['a', 1],
    ])
  })

  test('come back from their file as they were written', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'redthread-results-')), 'latest.json')
    expect(readResults(file)).toEqual([])
    writeResults(file, [result('a', { x: 1 })])
    expect(readResults(file)).toEqual([result('a', { x: 1 })])
  })

  test('are printed beside those of the last run', () => {
    const last = [result('a', { same: 1, more: 0.5, gone: 3 })]
    const rows = comparisonText(last, [result('a', { same: 1, more: 0.625, fresh: 7 }, '2026-01-09')])
    expect(rows.split('\n').map((row) => row.trim().split(/\s+/).join(' '))).toEqual([
      'a',
      'last: 2026-01-02',
      'same 1 1',
      'more 0.5 0.625 +0.125',
      'fresh - 7 new',
      'gone no longer measured',
    ])
  })

  test('of another machine say so', () => {
    const other = { ...result('a', { x: 1 }), machine: { ...machine, cores: 64 } }
    expect(comparisonText([other], [result('a', { x: 2 })])).toContain('on another machine, Made, 64 cores')
  })
})

describe('the benches', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: Record<string, string>
  }

  test('are scripts of the package, each of them a file', () => {
    for (const { name } of benches) {
      const script = scripts[`bench:${name}`]
      const file = /tsx (\S+)/.exec(script ?? '')?.[1]
      expect([name, file && existsSync(new URL(`../../${file}`, import.meta.url))]).toEqual([name, true])
    }
  })

  test('are all there are', () => {
    const names = Object.keys(scripts).flatMap((name) => /^bench:(.+)/.exec(name)?.[1] ?? [])
    expect([...new Set(benches.map(({ name }) => name))].sort()).toEqual(names.sort())
  })
})

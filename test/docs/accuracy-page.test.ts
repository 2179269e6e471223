import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readResults } from '../../bench/suite/results.ts'
import { accuracyPage, accuracyTable } from '../../scripts/accuracy-page.ts'
import { figureFinder } from '../../scripts/figure-finder.ts'
import { withTable } from '../../scripts/readme-table.ts'

const file = (path: string): URL => new URL(`../../${path}`, import.meta.url)
const textOf = (path: string): string => readFileSync(file(path), 'utf8')
const results = readResults(fileURLToPath(file('bench/results/latest.json')))

describe('the documentation has the figures that were measured last', () => {
  test('docs/accuracy.md is what `npm run docs` writes', () => {
    expect(textOf('docs/accuracy.md')).toBe(accuracyPage(results))
  })

  test('README.md has the table that `npm run docs` writes', () => {
    const readme = textOf('README.md')
    expect(readme).toBe(withTable(readme, accuracyTable(results)))
  })
})

describe('figureFinder', () => {
  const find = figureFinder([
    {
      command: 'npm run bench:names -- DATA/names/made.conll --raw',
      date: '2026-01-02',
      machine: { processor: 'Made', cores: 2, memory: 8, node: 'v20', system: 'linux' },
      figures: { 'typed f1': 0.7214, upos: 95.56 },
    },
  ])

  test('writes a share without its nought, and rounds', () => {
    expect(find('names -- made.conll --raw', 'typed f1', 3)).toBe('.721')
    expect(find('names -- made.conll --raw', 'upos', 1)).toBe('95.6')
  })

  test('refuses what nothing measured', () => {
    expect(() => find('names -- made.conll --raw', 'recall', 1)).toThrow('no "recall"')
    expect(() => find('names -- other.conll', 'upos', 1)).toThrow('of "names -- other.conll"')
  })
})

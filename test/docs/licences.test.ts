import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { installedPackages } from '../../scripts/installed-licences.ts'

const file = (path: string): URL => new URL(`../../${path}`, import.meta.url)
const text = readFileSync(file('LICENCES.md'), 'utf8')
const cells = [...text.matchAll(/^\| ([^|]+) \|/gm)].flatMap((match) => match[1]!.split(', '))

describe('LICENCES.md', () => {
  test('lists the licence of every package that is installed, and no other', () => {
    const found = new Set(installedPackages().map(({ license }) => license))
    expect(found.size).toBeGreaterThan(3)
    const from = cells.lastIndexOf('licence')
    expect(new Set(cells.slice(from + 1))).toEqual(found)
  })

  test('lists every model', () => {
    const models = readdirSync(file('data/models')).filter((name) => !name.endsWith('.md'))
    expect(models.length).toBeGreaterThan(3)
    for (const model of models) expect(text).toContain(model)
  })

  test('lists every package that is installed for development and becomes part of the page', () => {
    const sources = readdirSync(file('viewer/src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(file(`viewer/src/${name}`), 'utf8'))
      .join('\n')
    const imported = [...sources.matchAll(/^import (?!type).*? from '((?:@[a-z-]+\/)?[a-z][a-z0-9-]*)/gm)]
    const names = new Set(imported.map((match) => match[1]!))
    expect(names.size).toBeGreaterThan(3)
    for (const name of names) expect(cells).toContain(name)
  })
})

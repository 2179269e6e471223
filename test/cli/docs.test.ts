import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { exitCode } from '../../src/cli/exit-code.ts'
import { exportFormats } from '../../src/cli/export-files.ts'
import { queryVerbs } from '../../src/cli/query-verbs.ts'
import { freshFolder, inShell, root } from './run-redthread.ts'

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')
const firstCells = (text: string): string[] =>
  [...text.matchAll(/^\| (.+?) \|/gm)].map((match) => match[1]!.replaceAll('`', ''))

describe('docs/errors.md', () => {
  const cells = firstCells(textOf('docs/errors.md'))

  test('explains every kind of problem once, and no other', () => {
    const union = /export type ProblemCode =([\s\S]*?)\n\n/.exec(textOf('src/model/problem.ts'))![1]!
    const codes = [...union.matchAll(/'([a-z-]+)'/g)].map((match) => match[1]!)
    expect(codes.length).toBeGreaterThan(30)
    expect(cells.filter((cell) => /^[a-z]+(-[a-z]+)*$/.test(cell) && cell !== 'code').sort()).toEqual(
      codes.sort(),
    )
  })

  test('explains every exit code', () => {
    expect(cells.filter((cell) => /^\d+$/.test(cell)).map(Number)).toEqual(Object.values(exitCode))
  })
})

test('docs/querying.md explains every question', () => {
  const cells = firstCells(textOf('docs/querying.md')).map((cell) => cell.split(' ')[0])
  for (const { name } of queryVerbs) expect(cells).toContain(name)
})

test('docs/exports.md explains every format', () => {
  const cells = firstCells(textOf('docs/exports.md'))
  for (const { name } of exportFormats) expect(cells).toContain(name)
})

describe('the examples of the documentation', () => {
  const folder = freshFolder()
  const inFolder = (line: string): ReturnType<typeof inShell> =>
    inShell(`samples='${root}/data/samples'\ncd '${folder}'\n${line.replace('data/samples', '"$samples"')}`)
  const lines = ['docs/querying.md', 'docs/exports.md', 'docs/sparql.md'].flatMap((path) =>
    [...textOf(path).matchAll(/^ {4}(redthread (?:query|export) out .*)$/gm)].map((match) => match[1]!),
  )

  beforeAll(() => {
    expect(inFolder('redthread build data/samples -o out').code).toBe(0)
  })

  test.each(lines)('%s', (line) => {
    const { code, err } = inFolder(line)
    expect([code, err.includes('error')]).toEqual([0, false])
  })
})

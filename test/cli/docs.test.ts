import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandsPage } from '../../scripts/commands-page.ts'
import { commandExamples } from '../../src/cli/command-examples.ts'
import { exitCode } from '../../src/cli/exit-code.ts'
import { exportFormats } from '../../src/cli/export-files.ts'
import { commandEntries, createProgram } from '../../src/cli/program.ts'
import { decisionKinds } from '../../src/model/index.ts'
import { questions } from '../../src/query/index.ts'
import { readDecisions } from '../../src/resolve/decisions/read-decisions.ts'
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
  for (const { name } of questions) expect(cells).toContain(name)
})

test('docs/exports.md explains every format', () => {
  const cells = firstCells(textOf('docs/exports.md'))
  for (const { name } of exportFormats) expect(cells).toContain(name)
})

describe('docs/commands.md', () => {
  test('is what `npm run docs` writes', async () => {
    expect(textOf('docs/commands.md')).toBe(commandsPage(await createProgram()))
  })

  test('has worked examples of every command', () => {
    for (const { name } of commandEntries)
      expect([name, commandExamples[name]?.length ?? 0]).not.toEqual([name, 0])
  })

  test('commands are known by the same words before they are loaded', async () => {
    const loaded = (await createProgram()).commands.map((command) => [command.name(), command.description()])
    expect(loaded).toEqual(commandEntries.map(({ name, says }) => [name, says]))
  })
})

describe('docs/decisions.md', () => {
  const text = textOf('docs/decisions.md')

  test('shows a file that can be read', () => {
    const example = /```yaml\n([\s\S]*?)```/.exec(text)![1]!
    const { decisions, problems } = readDecisions(example, 'decisions.yaml')
    expect([decisions.length, problems]).toEqual([3, []])
  })

  test('shows every kind with a command that works, and all of them can be replayed', () => {
    const commands = [...text.matchAll(/^\| `([a-z-]+)` \| `(redthread decide out .*?)` \|$/gm)]
    expect(new Set(commands.map((match) => match[1]))).toEqual(new Set(decisionKinds))
    const folder = freshFolder()
    const lines = [`redthread build '${root}/data/samples' -o out -q`, ...commands.map((match) => match[2]!)]
    const written = inShell(`cd '${folder}'\nset -e\n${lines.join('\n')}`)
    expect([written.code, written.err]).toEqual([0, expect.not.stringContaining('error')])
    const { code, err } = inShell(`cd '${folder}'\nredthread resolve out -o out`)
    expect([code, err]).toEqual([0, expect.stringContaining(`${commands.length} decisions replayed;`)])
    expect(err).not.toContain('decision-')
  }, 180_000)
})

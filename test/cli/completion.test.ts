import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandWords } from '../../src/cli/completion-words.ts'
import { commandEntries, createProgram } from '../../src/cli/program.ts'
import { questions } from '../../src/query/index.ts'
import { ensureReaders } from '../readers/ensure.mjs'
import { freshFolder, redthread } from './run-redthread.ts'

const folder = freshFolder()
const file = (shell: string): string => join(folder, `redthread.${shell}`)
beforeAll(() => {
  ensureReaders()
  for (const shell of ['bash', 'zsh', 'fish'])
    writeFileSync(file(shell), redthread(['completion', shell]).out)
})

/** What a real shell offers after these words, the last of which is being typed. */
const complete: Readonly<Record<string, (words: readonly string[]) => string[]>> = {
  bash: (words) =>
    run('bash', [
      '-c',
      `source '${file('bash')}'; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _redthread; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ]),
  fish: (words) =>
    run('fish', ['--no-config', '-c', `source '${file('fish')}'; complete -C '${words.join(' ')}'`]).map(
      (line) => line.split('\t')[0]!,
    ),
  // zsh completes only in its line editor: what would be offered is caught where it would be shown.
  zsh: (words) =>
    run('zsh', [
      '-fc',
      `compdef() { :; }
       _files() { :; }
       _describe() { for entry in "\${(@P)2}"; do print -r -- "\${entry%%:*}"; done }
       compadd() { shift; print -rl -- "$@"; }
       source '${file('zsh')}'
       words=(${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length}; _redthread`,
    ]).filter((word) => word.startsWith(words.at(-1)!)),
}

function run(command: string, args: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: folder })
  expect([status, stderr]).toEqual([0, ''])
  return stdout.split('\n').filter((line) => line !== '')
}

describe.each(Object.keys(complete))('the completion of %s', (shell) => {
  const offered = (...words: string[]): string[] => complete[shell]!(['redthread', ...words])

  test('offers commands', () => {
    expect(offered('')).toEqual(expect.arrayContaining(commandEntries.map(({ name }) => name)))
    expect(offered('que')).toEqual(['query'])
  })

  test('offers subcommands and questions', () => {
    expect(offered('schema', 'ch')).toEqual(['check'])
    expect(offered('query', 'out', '')).toEqual(expect.arrayContaining(questions.map(({ name }) => name)))
    expect(offered('query', 'out', 'contra')).toEqual(['contradictions'])
  })

  test('offers the options of the command, and the values of an option that has a list', () => {
    expect(offered('query', 'out', 'path', '--max-s')).toEqual(['--max-steps'])
    expect(offered('query', 'out', '--format', 'j').sort()).toEqual(['json', 'jsonl'])
    expect(offered('export', 'out', '--max-s')).toEqual([])
  })
})

test('files are offered after every command that takes one', async () => {
  const others = commandWords(await createProgram(), {}).filter(({ takesFiles }) => !takesFiles)
  expect(others.map(({ path }) => path)).toEqual(['', 'schema', 'completion'])
})

test('a shell that has no script is refused with those that have one', () => {
  const { code, err } = redthread(['completion', 'tcsh'])
  expect([code, err.includes('bash, zsh, fish')]).toEqual([2, true])
})

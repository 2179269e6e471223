import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { freshFolder, inShell, redthread, root, startRedthread } from './run-redthread.ts'

const samples = join(root, 'data/samples')
const news = 'The harbour board appointed Ada Carver as warden on Monday.\n\nMs Carver lives in Port Ness.\n'

const hashes = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')}`,
    )

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = freshFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** Waits until something holds, for half a minute at most. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !holds(); tries++) await wait(100)
  expect(holds()).toBe(true)
}

describe('a build gives the same bytes', () => {
  const reference = join(freshFolder(), 'out')

  test.each([
    ['one thread', ['--jobs', '1'], ''],
    ['two threads', ['--jobs', '2'], ''],
    ['four threads', ['--jobs', '4'], ''],
    ['another time zone and locale', [], 'TZ=Pacific/Auckland LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 '],
  ])('with %s', (_what, options, environment) => {
    if (!existsSync(reference)) expect(redthread(['build', samples, '-o', reference, '-q']).code).toBe(0)
    const out = join(freshFolder(), 'out')
    const { code } = inShell(`${environment}redthread build '${samples}' -o '${out}' -q ${options.join(' ')}`)
    expect(code).toBe(0)
    expect(hashes(out)).toEqual(hashes(reference))
  })
})

// A network namespace of its own has no network at all; it takes rights that not every machine gives.
const noNetwork = spawnSync('unshare', ['-rn', 'true']).status === 0

test.runIf(noNetwork)('a build needs no network', () => {
  const out = join(freshFolder(), 'out')
  const { code, err } = inShell(
    `unshare -rn '${process.execPath}' dist/cli/main.js build '${samples}' -o '${out}' -q`,
  )
  expect([code, err]).toEqual([0, ''])
})

describe('a build goes on', () => {
  test('without a document on which an extractor hangs, and names it', () => {
    const input = folderOf({ 'good.txt': news, 'hangs.txt': 'This one hangs for ever.\n', 'last.txt': news })
    const extractor = join(freshFolder(), 'hangs.mjs')
    writeFileSync(
      extractor,
      `export default { name: 'hangs', version: '1', requires: [], emits: () => [],
        *extract({ document }) { while (document.text.includes('hangs')) {} } }\n`,
    )
    const out = join(freshFolder(), 'out')
    const args = ['build', input, '-o', out, '--extractor', extractor, '--document-seconds', '3']
    const { code, err } = redthread(args)
    expect(code).toBe(1)
    expect(err).toMatch(/read from hangs\.txt: it takes more than 3 seconds/)
    expect(err).toContain(': 2 documents,')
  })

  test('without a document on which an extractor takes all memory', () => {
    const input = folderOf({ 'good.txt': news, 'eats.txt': 'This one eats memory.\n' })
    const extractor = join(freshFolder(), 'eats.mjs')
    writeFileSync(
      extractor,
      `export default { name: 'eats', version: '1', requires: [], emits: () => [],
        *extract({ document }) { const all = []; while (document.text.includes('eats')) all.push(new Array(1e6).fill(all.length)) } }\n`,
    )
    const out = join(freshFolder(), 'out')
    const { code, err } = redthread(['build', input, '-o', out, '--extractor', extractor, '--jobs', '1'])
    expect(code).toBe(1)
    expect(err).toMatch(/read from eats\.txt: it takes more than \d+ MiB of memory/)
    expect(err).toContain(': 1 document,')
  })
})

describe('a folder that is written to', () => {
  test('turns a second build away with 4 and stays whole', async () => {
    const out = freshFolder()
    const input = folderOf({ 'hangs.txt': 'This one hangs.\n' })
    const extractor = join(freshFolder(), 'slow.mjs')
    writeFileSync(
      extractor,
      `export default { name: 'slow', version: '1', requires: [], emits: () => [], *extract() { for (;;) {} } }\n`,
    )
    const first = startRedthread(['build', input, '-o', out, '--extractor', extractor])
    const gone = once(first, 'exit')
    await until(() => existsSync(join(out, '.lock')))
    const second = redthread(['build', samples, '-o', out])
    expect(second.code).toBe(4)
    expect(second.err).toContain(`process ${first.pid}`)
    expect(second.err).toContain('[folder-busy]')
    first.kill('SIGKILL')
    await gone
    // What was killed does not stand in the way.
    expect(redthread(['build', input, '-o', out, '-q']).code).toBe(0)
  })

  test('keeps the old graph where the disk takes no more, and says so with 4', () => {
    const out = join(freshFolder(), 'out')
    expect(redthread(['build', folderOf({ 'a.txt': news }), '-o', out, '-q']).code).toBe(0)
    const before = hashes(out)
    // A limit on the size of files stands for a full disk.
    const { code, err } = inShell(`ulimit -f 16; redthread build '${samples}' -o '${out}' -q`)
    expect(code).toBe(4)
    expect(err).toContain('cannot be written')
    expect(hashes(out)).toEqual(before)
  })
})

test('build --watch builds again when a document changes, and ends when it is told to', async () => {
  const input = folderOf({ 'a.txt': news })
  const out = join(freshFolder(), 'out')
  const child = startRedthread(['build', input, '-o', out, '--watch'])
  const gone = once(child, 'exit')
  let said = ''
  child.stderr?.on('data', (words) => {
    said += words
  })
  await until(() => said.includes('Watching for changes'))
  writeFileSync(join(input, 'b.txt'), 'Tom Keller resigned on Tuesday.\n')
  await until(() => said.includes(': 2 documents,'))
  rmSync(join(input, 'a.txt'))
  await until(() => /: 1 document,[\s\S]*: 2 documents,[\s\S]*: 1 document,/.test(said))
  const clean = join(freshFolder(), 'out')
  expect(redthread(['build', input, '-o', clean, '-q']).code).toBe(0)
  expect(hashes(out)).toEqual(hashes(clean))
  child.kill('SIGINT')
  expect(await gone).toEqual([0, null])
})

test('build --watch says what it could not do, and builds again when the gazetteer changes', async () => {
  const input = folderOf({ 'a.txt': news })
  const names = join(folderOf({ 'names.csv': 'name,id\nAda Carver,Q1\n' }), 'names.csv')
  const out = join(freshFolder(), 'out')
  const child = startRedthread(['build', input, '-o', out, '--gazetteer', names, '--watch'])
  const gone = once(child, 'exit')
  let said = ''
  child.stderr?.on('data', (words) => {
    said += words
  })
  await until(() => said.includes('Watching for changes'))
  writeFileSync(names, 'name,id\nAda Carver,Q2\n')
  await until(() => /: 1 document,[\s\S]*: 1 document,/.test(said))
  expect(readFileSync(join(out, 'graph.json'), 'utf8')).toContain('"Q2"')
  rmSync(out, { recursive: true })
  writeFileSync(out, 'a file in the way')
  writeFileSync(join(input, 'b.txt'), 'Tom Keller resigned on Tuesday.\n')
  expect(await gone).toEqual([4, null])
  expect(said).toContain('[write-failed]')
})

test('names such as __proto__ are names like any other, in files, texts, tables and decisions', () => {
  const input = freshFolder()
  mkdirSync(join(input, '__proto__'))
  writeFileSync(join(input, '__proto__', 'constructor.txt'), news)
  writeFileSync(join(input, 'table.csv'), '__proto__,text\nx,"Ruth Amsel met Tom Keller."\n')
  writeFileSync(join(input, 'record.json'), '{"__proto__":{"title":"x"},"text":"Tom Keller met Ruth Amsel."}')
  writeFileSync(
    join(input, 'front.md'),
    '---\n__proto__: polluted\ntitle: Hello\n---\nLena Okafor met Tom Keller.\n',
  )
  const out = freshFolder()
  writeFileSync(join(out, 'decisions.yaml'), 'decisions:\n  - rename: Tom Keller\n    to: __proto__\n')
  expect(redthread(['build', input, '-o', out, '-q']).code).toBe(0)
  expect(redthread(['check', out]).code).toBe(0)
  expect(redthread(['query', out, 'show', '__proto__']).out).toContain('Tom Keller')
})

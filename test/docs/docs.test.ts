import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshFolder, inShell, redthread, root } from '../cli/run-redthread.ts'
import { documentPaths, type Example, readExamples } from './read-examples.ts'

const documents = documentPaths(root)
  .map((path) => ({ path, examples: readExamples(join(root, path)) }))
  .filter(({ examples }) => examples.some(({ kind }) => kind !== 'file'))

const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href
const built = freshFolder()
beforeAll(() => {
  const { code, err } = redthread(['build', 'data/samples', '-o', join(built, 'out')])
  expect([code, err.includes('error')]).toEqual([0, false])
})

/** A folder as a reader has it: the samples, the graph of them in `out`, and the package installed. */
function readersFolder(): string {
  const folder = freshFolder()
  symlinkSync(join(root, 'data'), join(folder, 'data'))
  cpSync(join(built, 'out'), join(folder, 'out'), { recursive: true })
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/redthread'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  return folder
}

/** Starts a command that serves until it is interrupted, waits for its address, and interrupts it. */
async function serveOnce(line: string, folder: string): Promise<number | null> {
  const command = line.replace(/^redthread/, `exec '${process.execPath}' '${root}/dist/cli/main.js'`)
  const server = spawn('bash', ['-c', command], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = once(server, 'exit')
  for await (const piece of server.stdout) if (String(piece).includes('http://')) break
  server.kill('SIGINT')
  const [code] = await exited
  return code
}

async function runLine({ line, prints }: Example & { kind: 'line' }, folder: string): Promise<void> {
  if (/^redthread (serve|view) /.test(line)) {
    expect(await serveOnce(line, folder)).toBe(0)
    return
  }
  const { code, out, err } = inShell(`cd '${folder}'\n{ ${line}\n} </dev/null`)
  expect([line, code, /\berror:/.test(err) ? err : '']).toEqual([line, 0, ''])
  if (prints !== undefined) expect(out).toBe(prints)
}

function runScript({ language, text, prints }: Example & { kind: 'script' }, folder: string): void {
  const file = join(folder, `example.${language}`)
  writeFileSync(file, text)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', loader, file], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  if (prints !== undefined) expect(stdout).toBe(prints)
  else expect(stdout).not.toBe('')
}

describe.each(documents)('$path', ({ examples }) => {
  let folder: string
  beforeAll(() => {
    folder = readersFolder()
    for (const example of examples)
      if (example.kind === 'file') writeFileSync(join(folder, example.name), example.text)
  })
  test.each(examples.filter(({ kind }) => kind !== 'file'))('line $at runs', async (example) => {
    if (example.kind === 'line') await runLine(example, folder)
    else if (example.kind === 'script') runScript(example, folder)
  })
})

test('the scripts of the documentation have the types that the library declares', () => {
  const folder = freshFolder()
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/redthread'))
  symlinkSync(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'))
  const scripts = documents.flatMap(({ examples }) => examples.filter((one) => one.kind === 'script'))
  expect(scripts.length).toBeGreaterThan(3)
  for (const [n, { text, language }] of scripts.entries())
    if (language === 'ts') writeFileSync(join(folder, `script${n}.ts`), `${text}\nexport {}\n`)
  const { compilerOptions } = {
    compilerOptions: {
      strict: true,
      module: 'node20',
      target: 'es2022',
      lib: ['es2023'],
      types: ['node'],
      noEmit: true,
    },
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder],
    {
      encoding: 'utf8',
    },
  )
  expect([stdout, status]).toEqual(['', 0])
})

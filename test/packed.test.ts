import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Ran, root } from './cli/run-redthread.ts'

interface Manifest {
  readonly version: string
  readonly bin: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
}

const folder = mkdtempSync(join(tmpdir(), 'redthread-packed-'))
const installed = join(folder, 'node_modules/redthread')
const manifestOf = (path: string): Manifest => JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))

function run(command: string, args: readonly string[], cwd = folder): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    // npm is a script of the shell on Windows
    shell: process.platform === 'win32' && command === 'npm',
  })
  return { code: status, out: stdout, err: stderr }
}

const redthread = (...args: string[]): Ran =>
  run(process.execPath, [join(installed, manifestOf(installed).bin.redthread!), ...args])

/**
 * Packs the package and unpacks it where npm would put it, with the dependencies that it declares and no others. They
 * come from the repository's own node_modules, so that no network is needed.
 */
beforeAll(() => {
  const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root)
  expect([packed.code, packed.code === 0 ? '' : packed.err]).toEqual([0, ''])
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))!
  mkdirSync(installed, { recursive: true })
  expect(run('tar', ['-xzf', archive, '-C', 'node_modules/redthread', '--strip-components=1'])).toEqual({
    code: 0,
    out: '',
    err: '',
  })
  for (const name of Object.keys(manifestOf(installed).dependencies)) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), link, 'junction')
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
})

describe('the packed package, in an empty folder', () => {
  test('has what its users need, and neither tests nor sources of the viewer', () => {
    for (const path of ['LICENSE', 'README.md', 'CHANGELOG.md', 'schema/core.yaml', 'data/models/parser.md'])
      expect([path, existsSync(join(installed, path))]).toEqual([path, true])
    expect(readdirSync(installed)).not.toEqual(expect.arrayContaining(['test']))
    expect(readdirSync(installed)).not.toEqual(expect.arrayContaining(['bench']))
    expect(readdirSync(join(installed, 'viewer'))).toEqual(['dist'])
  })

  test('says its version', () => {
    expect(redthread('--version')).toEqual({ code: 0, out: `${manifestOf(root).version}\n`, err: '' })
  })

  test('builds the samples, answers, exports and checks', () => {
    expect(redthread('build', 'node_modules/redthread/data/samples', '-o', 'out', '-q').code).toBe(0)
    const { items } = JSON.parse(
      redthread('query', 'out', 'relations', '--relation', 'resigned-from', '--format', 'json').out,
    ) as { items: { subject: { label: string }; evidence: { quote: string }[] }[] }
    expect(items.map(({ subject }) => subject.label)).toContain('Ruth Amsel')
    expect(items.flatMap(({ evidence }) => evidence).map(({ quote }) => quote)).toContainEqual(
      expect.stringContaining('Amsel'),
    )
    expect(redthread('export', 'out', '-f', 'gexf', '-o', 'graph.gexf').code).toBe(0)
    expect(readFileSync(join(folder, 'graph.gexf'), 'utf8')).toContain('<gexf')
    expect(redthread('export', 'out', '-f', 'html', '-o', 'graph.html').code).toBe(0)
    expect(readFileSync(join(folder, 'graph.html'), 'utf8')).toContain('Ruth Amsel')
    expect(redthread('check', 'out').code).toBe(0)
  })

  test('is a library, with the module for those who write extractors', () => {
    writeFileSync(
      join(folder, 'script.js'),
      `import { build, openGraph } from 'redthread'
       import { checkExtractor } from 'redthread/testing'
       const graph = await openGraph(await build({ inputs: ['node_modules/redthread/data/samples'] }))
       console.log(graph.entity('Ruth Amsel').type, typeof checkExtractor)`,
    )
    expect(run(process.execPath, ['script.js'])).toEqual({ code: 0, out: 'Person function\n', err: '' })
  })
})

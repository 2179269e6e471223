import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshFolder, redthread, root } from './run-redthread.ts'
import { writeSmallGraph } from './small-graph.ts'

const out = freshFolder()
writeSmallGraph(out)
const esc = '\u001b'

/** Runs the command on a real (pseudo-)terminal, by util-linux's script. */
function onTerminal(args: readonly string[], env: Record<string, string> = {}): string {
  const command = [process.execPath, join(root, 'dist/cli/main.js'), ...args]
    .map((word) => `'${word}'`)
    .join(' ')
  // Node holds a terminal to have no colours where CI is set, as the machine of a check sets it.
  const { NO_COLOR: _no, FORCE_COLOR: _force, CI: _ci, ...rest } = process.env
  const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
    encoding: 'utf8',
    env: { ...rest, TERM: 'xterm-256color', ...env },
  })
  return stdout
}

describe('colours', () => {
  test('are used on a terminal', () => {
    const text = onTerminal(['query', out, 'relations', '--polarity', 'negative'])
    expect(text).toContain(`${esc}[1mHugo Ito${esc}[22m | ${esc}[31mnot ${esc}[39mcriticised`)
    expect(onTerminal(['query', out, 'show', 'Nobody'])).toContain(`${esc}[31merror:${esc}[39m`)
  })

  test.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('are not used with %j', (env) => {
    expect(onTerminal(['query', out, 'relations'], env)).not.toContain(esc)
    expect(onTerminal(['query', out, 'show', 'Nobody'], env)).not.toContain(esc)
  })

  test('are not used where the output is no terminal', () => {
    expect(redthread(['query', out, 'relations']).out).not.toContain(esc)
    expect(redthread(['query', out, 'show', 'Nobody']).err).not.toContain(esc)
  })
})

describe('texts that act on a terminal', () => {
  const hostile = freshFolder()
  writeSmallGraph(hostile)
  const file = join(hostile, 'graph.json')
  const label = `A${esc}]0;x\u0007\u009b31m\u202e</script>`
  const graph = JSON.parse(readFileSync(file, 'utf8'))
  for (const { key, attributes } of graph.nodes) if (key === 'person/ada-carver') attributes.label = label
  writeFileSync(file, JSON.stringify(graph))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

  test.each(['table', 'json', 'jsonl'])('are shown by their codes as %s', (format) => {
    const { code, out: text } = redthread([
      'query',
      hostile,
      'relations',
      '--about',
      'person/ada-carver',
      '--format',
      format,
    ])
    expect([code, acting.test(text)]).toEqual([0, false])
    if (format === 'jsonl') expect(JSON.parse(text.split('\n')[0]!).subject.label).toBe(label)
  })
})

describe('a graph that cannot be read', () => {
  const whole = readFileSync(join(out, 'graph.json'), 'utf8')
  test.each([
    ['cut off', whole.slice(0, whole.length / 2), 'graph-invalid', 'is not JSON'],
    ['empty', '', 'graph-invalid', 'is not JSON'],
    ['of another program', '{"nodes":[],"edges":[]}', 'graph-invalid', 'not one of Redthread'],
    ['a list', '[]', 'graph-invalid', 'not a graph'],
    ['of a later version', whole.replace('"version":1', '"version":99'), 'graph-version', 'version is 99'],
    ['binary', '\u0000\u0001\u0002', 'graph-invalid', 'is not JSON'],
  ])('%s ends with 3 and says where and why', (_what, text, code, words) => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'graph.json'), text)
    for (const args of [
      ['query', folder, 'stats'],
      ['serve', folder],
      ['mcp', folder],
    ]) {
      const { code: exit, out: written, err } = redthread(args)
      expect([args[0], exit, written]).toEqual([args[0], 3, ''])
      expect(err).toContain(join(folder, 'graph.json'))
      expect(err).toContain(words)
      expect(err).toContain(`[${code}]`)
    }
  })
})

test('the help of the program is there in 200 ms of processor time', () => {
  const times = [1, 2, 3].map(() => {
    const { stderr } = spawnSync(
      'bash',
      ['-c', `TIMEFORMAT='%U %S'; time '${process.execPath}' '${root}/dist/cli/main.js' --help >/dev/null`],
      { encoding: 'utf8' },
    )
    return stderr
      .trim()
      .split(' ')
      .map(Number)
      .reduce((a, b) => a + b, 0)
  })
  expect(Math.min(...times)).toBeLessThan(0.2)
})

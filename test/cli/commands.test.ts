import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { commandEntries } from '../../src/cli/program.ts'
import { freshFolder, redthread, root, startRedthread } from './run-redthread.ts'
import { writeSmallGraph } from './small-graph.ts'

const out = freshFolder()
writeSmallGraph(out)

const commands = commandEntries.map(({ name }) => name)

describe('redthread', () => {
  test('prints its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(redthread(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  test('lists every command in its help', () => {
    const { code, out: text } = redthread(['--help'])
    expect(code).toBe(0)
    for (const command of commands) expect(text).toMatch(new RegExp(`^  ${command} `, 'm'))
  })

  test.each(commands)('has a help for %s', (command) => {
    const { code, out: text } = redthread([command, '--help'])
    expect(code).toBe(0)
    expect(text).toMatch(new RegExp(`^Usage: redthread ${command} `))
  })

  test('ends with 2 without a command, and for one it does not have, with the one that was meant', () => {
    expect(redthread([]).code).toBe(2)
    const { code, err } = redthread(['biuld', 'x'])
    expect(code).toBe(2)
    expect(err).toContain('(Did you mean build?)')
  })
})

describe('redthread export', () => {
  test.each([
    ['json', '{"attributes":'],
    ['gexf', '<?xml'],
    ['gexf12', '<?xml'],
    ['graphml', '<?xml'],
    ['html', '<!doctype html>'],
  ])('writes %s to standard output', (format, start) => {
    const { code, out: text, err } = redthread(['export', out, '-f', format])
    expect([code, err]).toEqual([0, ''])
    expect(text.slice(0, start.length).toLowerCase()).toBe(start)
    expect(text).toContain('Ada Carver')
  })

  test('writes csv into a folder, and says so when none is given', () => {
    const folder = join(freshFolder(), 'tables')
    const { code, err } = redthread(['export', out, '-f', 'csv', '-o', folder])
    expect(code).toBe(0)
    expect(err).toBe(`${folder}: 4 entities, 4 relations\n`)
    expect(readdirSync(folder).sort()).toEqual([
      'documents.csv',
      'edges.csv',
      'evidence.csv',
      'graph.csv',
      'nodes.csv',
    ])
    expect(redthread(['export', out, '-f', 'csv']).err).toContain('Name a folder for them with -o FOLDER.')
  })

  test('gives graph.json back byte for byte', () => {
    const file = join(freshFolder(), 'again.json')
    expect(redthread(['export', out, '-f', 'json', '-o', file]).code).toBe(0)
    expect(readFileSync(file)).toEqual(readFileSync(join(out, 'graph.json')))
  })

  test('keeps what is near an entity and passes the filters', () => {
    const keys = (...filters: string[]): string[] =>
      JSON.parse(redthread(['export', out, '-f', 'json', ...filters]).out).nodes.map(
        ({ key }: { key: string }) => key,
      )
    expect(keys('--around', 'Port Ness')).toEqual(['organization/harbour-board', 'place/port-ness'])
    expect(keys('--around', 'Port Ness', '--steps', '2')).toContain('person/ada-carver')
    expect(keys('--modality', 'denied')).toEqual(['person/ada-carver', 'person/hugo-ito'])
  })

  test('ends with 2 for a format it does not have and with 4 where it cannot write', () => {
    const unknown = redthread(['export', out, '-f', 'graphxml'])
    expect(unknown.code).toBe(2)
    expect(unknown.err).toContain('Did you mean "graphml"?')
    const unwritten = redthread(['export', out, '-f', 'json', '-o', join(out, 'graph.json', 'x')])
    expect(unwritten.code).toBe(4)
  })
})

describe('redthread view', () => {
  test('prints a summary and its address, answers there, and ends with 0 when interrupted', async () => {
    const viewer = startRedthread(['view', out])
    const ended = once(viewer, 'exit')
    const lines: string[] = []
    for await (const line of createInterface({ input: viewer.stdout! })) {
      lines.push(line)
      if (line.startsWith('http')) break
    }
    expect(lines[0]).toBe('1 document, 4 entities, 4 relations, 4 pieces of evidence, 1 contradiction')
    const address = lines.at(-1)!
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(await (await fetch(address)).text()).toContain('Ada Carver')
    viewer.kill('SIGINT')
    expect(await ended).toEqual([0, null])
  })

  test('ends with 3 where there is no graph and with 2 for a port that is none', () => {
    expect(redthread(['view', join(out, 'none')]).code).toBe(3)
    expect(redthread(['view', out, '--port', '70000']).code).toBe(2)
  })
})

describe('redthread read and extract', () => {
  const folder = freshFolder()
  const news = 'The harbour board appointed Ada Carver as warden on Monday.\n'
  writeFileSync(join(folder, 'a.md'), `---\ntitle: New warden\ndate: 2021-04-01\n---\n${news}`)
  writeFileSync(join(folder, 'b.txt'), '')

  test('read shows metadata and names what failed', () => {
    const { code, out: text, err } = redthread(['read', folder])
    expect(code).toBe(1)
    expect(text).toContain('a.md\n  title: New warden\n  date: 2021-04-01 (from front-matter)\n')
    expect(err).toContain('[file-empty]')
  })

  test('read writes the lines of documents.jsonl', () => {
    const { out: text } = redthread(['read', join(folder, 'a.md'), '--format', 'jsonl'])
    expect(JSON.parse(text)).toMatchObject({ id: 'a.md', title: 'New warden', text: news })
  })

  test('extract writes the lines that build writes into claims.jsonl', () => {
    const built = join(freshFolder(), 'out')
    expect(redthread(['build', folder, '-o', built]).code).toBe(1)
    const { code, out: text } = redthread(['extract', folder])
    expect(code).toBe(1)
    expect(text).toBe(readFileSync(join(built, 'claims.jsonl'), 'utf8'))
  })

  test('both end with 3 where nothing can be read', () => {
    expect(redthread(['read', '/nowhere']).code).toBe(3)
    expect(redthread(['extract', join(folder, 'b.txt')]).code).toBe(3)
  })
})

describe('redthread schema check', () => {
  test('says what the shipped schema holds', () => {
    const { code, out: text } = redthread(['schema', 'check'])
    expect(code).toBe(0)
    expect(text).toMatch(/^core 1, .*news 1, .*: \d+ entity types, \d+ relation types, \d+ phrases\n$/)
  })

  test('points at every mistake', () => {
    const file = join(freshFolder(), 'mine.yaml')
    writeFileSync(file, 'relations:\n  moored-at:\n    subject: Persn\n    time: evnt\n')
    const { code, err } = redthread(['schema', 'check', file])
    expect(code).toBe(2)
    expect(err).toContain(`${file}:3:14: error: There is no entity type "Persn". Did you mean "Person"?`)
    expect(err).toContain('  3 |     subject: Persn\n    |              ^\n')
    expect(err).toContain(`${file}:4:11: error: "evnt" is not a kind of time.`)
    expect(err).toContain('2 errors:')
  })

  test('ends with 2 for a file that is not there', () => {
    expect(redthread(['schema', 'check', '/nowhere.yaml']).code).toBe(2)
  })
})

describe('options of reading', () => {
  test('take the columns that hold the text of a table', () => {
    const table = join(freshFolder(), 'rows.csv')
    const words =
      'Lena Okafor met Ruth Amsel at the port on Friday, and they spoke about the plan for an hour.'
    writeFileSync(table, `id,prose\n1,"${words}"\n`)
    expect(redthread(['read', table]).code).toBe(3)
    const read = redthread(['read', table, '--text-field', 'prose', '--format', 'jsonl'])
    expect(read.code).toBe(0)
    expect(JSON.parse(read.out)).toMatchObject({ text: words, format: 'csv' })
  })
})

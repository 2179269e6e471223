import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SerializedGraph } from '../../src/model/index.ts'
import { freshFolder, type Ran, redthread } from './run-redthread.ts'

const texts = freshFolder()
const built = freshFolder()
writeFileSync(
  join(texts, 'a.txt'),
  'Ruth Amsel met Tom Keller in Bergen. Ruth Amsel criticised the Harbour Board. The brewery sued Tom Keller.\n',
)
writeFileSync(join(texts, 'b.txt'), 'Mara Voss met Olga Brandt. Olga Brandt did not meet Tom Keller.\n')

let out: string
const file = (): string => readFileSync(join(out, 'decisions.yaml'), 'utf8')
const graph = (folder: string = out): SerializedGraph =>
  JSON.parse(readFileSync(join(folder, 'graph.json'), 'utf8')) as SerializedGraph
const keys = (): string[] => graph().nodes.map(({ key }) => key)
const decide = (...args: string[]): Ran => redthread(['decide', out, ...args])

beforeAll(() => {
  expect(redthread(['build', texts, '-o', built, '-q']).code).toBe(0)
})
beforeEach(() => {
  out = freshFolder()
  cpSync(built, out, { recursive: true })
})

describe('redthread decide', () => {
  test('writes each kind, and build replays them all', () => {
    const runs = [
      decide(
        'merge',
        'Ruth Amsel',
        'person/mara-voss',
        '--as',
        'Ruth Voss',
        '--by',
        'Ada',
        '--when',
        '2031-03-07',
      ),
      decide('keep-apart', 'Tom Keller', 'Olga Brandt', '--because', 'they met'),
      decide('split', 'Tom Keller', '--mention', 'b.txt:Tom Keller', '--as', 'Tom Keller of Bergen'),
      decide('rename', 'Harbour Board', 'Board of the Harbour'),
      decide('retype', 'Bergen', 'Organization'),
      decide('confirm', 'Ruth Amsel', 'met', 'Tom Keller'),
      decide('reject', 'Olga Brandt', 'met', 'Tom Keller', '--negative'),
      decide('reject', 'brewery'),
      decide('note', 'seen twice', 'Olga Brandt'),
    ]
    expect(runs.map(({ code, err }) => [code, /Written to .* as decision \d/.test(err)])).toEqual(
      runs.map(() => [0, true]),
    )
    expect(
      file(),
    ).toBe(`# What people decided about this graph; every build replays it. docs/decisions.md explains each kind.

decisions:
  - merge: [Ruth Amsel, Mara Voss]
    as: Ruth Voss
    by: Ada
    when: 2031-03-07
  - keep-apart: [Tom Keller, Olga Brandt]
    because: they met
  - split: Tom Keller
    mentions:
      - { document: b.txt, quote: Tom Keller }
    as: Tom Keller of Bergen
  - rename: Harbour Board
    to: Board of the Harbour
  - retype: Bergen
    to: Organization
  - confirm: { subject: Ruth Amsel, relation: met, object: Tom Keller }
  - reject: { subject: Olga Brandt, relation: met, object: Tom Keller, polarity: negative }
  - reject: { document: a.txt, quote: The brewery }
  - note: seen twice
    on: Olga Brandt
`)
    const before = file()
    const run = redthread(['build', texts, '-o', out])
    expect(run.err).toContain('8 decisions replayed, 1 not applied; 1 entity rejected')
    // After the split "Tom Keller" is no longer the man of whom the second document speaks.
    expect(run.err).toMatch(/decisions\.yaml:19:5: warning: Decision 7 \(reject\) is not applied/)
    expect(run.code).toBe(0)
    expect(file()).toBe(before)
    expect(keys()).toEqual(
      expect.arrayContaining([
        'person/ruth-voss',
        'person/tom-keller-of-bergen',
        'organization/board-of-the-harbour',
        'organization/bergen',
      ]),
    )
    expect(keys().some((key) => key.includes('brewery'))).toBe(false)
    const met = graph().edges.find(({ key }) => key === 'person/ruth-voss|met|person/tom-keller|positive')
    expect(met?.attributes.decision).toBe('confirmed')
    expect(redthread(['query', out, 'show', 'Olga Brandt']).out).toContain('note: seen twice')
    expect(redthread(['query', out, 'show', 'person/mara-voss']).out).toContain(
      'Ruth Voss (person/ruth-voss)',
    )
  }, 180_000)

  test('rebuilds from the claims: the same bytes as a build', () => {
    const run = decide('merge', 'Ruth Amsel', 'Mara Voss', '--rebuild')
    expect([run.code, run.err]).toEqual([0, expect.stringContaining('1 decision replayed')])
    const bytes = ['graph.json', 'resolution.jsonl', 'problems.jsonl'].map((name) =>
      readFileSync(join(out, name), 'utf8'),
    )
    expect(redthread(['build', texts, '-o', out]).code).toBe(0)
    expect(
      ['graph.json', 'resolution.jsonl', 'problems.jsonl'].map((name) =>
        readFileSync(join(out, name), 'utf8'),
      ),
    ).toEqual(bytes)
  })

  test('lists, takes back the last, and takes back one by its number', () => {
    decide('rename', 'Bergen', 'One')
    decide('rename', 'Bergen', 'Two')
    decide('rename', 'Bergen', 'Three')
    expect(decide('list').out).toBe(
      '1. rename: Bergen, to: One\n2. rename: Bergen, to: Two\n3. rename: Bergen, to: Three\n',
    )
    expect(decide('undo').out).toBe('3. rename: Bergen, to: Three\n')
    expect(decide('undo', '1').out).toBe('1. rename: Bergen, to: One\n')
    expect(decide('list').out).toBe('1. rename: Bergen, to: Two\n')
    expect(decide('undo', '4').code).toBe(2)
  })

  test('leaves comments and other decisions as they are', () => {
    const mine = '# Mine.\ndecisions:\n    - rename: Bergen   # a town\n      to: "Björgvin"\n'
    writeFileSync(join(out, 'decisions.yaml'), mine)
    expect(decide('rename', 'Olga Brandt', 'Olga').code).toBe(0)
    expect(file()).toBe(`${mine}    - rename: Olga Brandt\n      to: Olga\n`)
    expect(decide('undo').code).toBe(0)
    expect(file()).toBe(mine)
  })

  test.each<[string, string[], RegExp]>([
    [
      'an unknown name',
      ['merge', 'Ruth Amsl', 'Mara Voss'],
      /Nothing in the graph is called "Ruth Amsl"\. Did you mean "Ruth Amsel"/,
    ],
    ['a name of several', ['reject', 'Tom'], /"Tom" stands for 2 entities: .*person\/tom-/],
    ['an unknown kind', ['mrege', 'a', 'b'], /no decision "mrege"\. Did you mean "merge"\?/],
    ['too few names', ['merge', 'Ruth Amsel'], /merge cannot be used with 1 argument/],
    [
      'a relation that is not there',
      ['reject', 'Ruth Amsel', 'sued', 'Tom Keller'],
      /no relation "sued" from Ruth Amsel to Tom Keller\. There is: met/,
    ],
    [
      'a type that is not there',
      ['retype', 'Bergen', 'Plce'],
      /no entity type "Plce"\. Did you mean "Place"/,
    ],
    [
      'a mention that is not there',
      ['split', 'Ruth Amsel', '--mention', 'a.txt:Ruth Amsell'],
      /Did you mean "a\.txt:Ruth Amsel"/,
    ],
    ['an option of another kind', ['rename', 'Bergen', 'B', '--as', 'C'], /rename takes no --as/],
  ])('refuses %s and writes nothing', (what, args, message) => {
    if (what === 'a name of several') {
      writeFileSync(join(out, 'x.txt'), 'Tom Berg met Tom Keller.\n')
      expect(redthread(['build', join(out, 'x.txt'), '-o', out, '-q']).code).toBe(0)
    }
    const { code, err } = decide(...args)
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
    expect(existsSync(join(out, 'decisions.yaml'))).toBe(false)
  })

  test('refuses a file with errors, with the line', () => {
    writeFileSync(join(out, 'decisions.yaml'), 'decisions:\n  - mrege: [a, b]\n')
    const { code, err } = decide('rename', 'Bergen', 'B')
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('decisions.yaml:2:5: error: Decision 1 has no kind'),
    ])
    expect(file()).toContain('mrege')
  })

  test('says that there is no graph', () => {
    expect(redthread(['decide', join(out, 'nowhere'), 'list']).code).toBe(3)
  })
})

describe('build with decisions', () => {
  test('takes them from another file, and refuses one that is wrong before reading', () => {
    const mine = join(freshFolder(), 'mine.yaml')
    writeFileSync(mine, 'decisions:\n  - rename: Bergen\n    to: Björgvin\n')
    expect(redthread(['build', texts, '-o', out, '--decisions', mine]).code).toBe(0)
    expect(keys()).toContain('place/bjorgvin')
    writeFileSync(mine, 'decisions:\n  - rename: Bergen\n')
    const wrong = redthread(['build', texts, '-o', out, '--decisions', mine])
    expect([wrong.code, wrong.err]).toEqual([
      2,
      expect.stringMatching(/mine\.yaml:2:5: error: .*\n.*2 \| {3}- rename: Bergen/),
    ])
    expect(redthread(['build', texts, '-o', out, '--decisions', `${mine}.not`]).code).toBe(2)
  })

  test('ends with 1 where two decisions contradict each other', () => {
    writeFileSync(
      join(out, 'decisions.yaml'),
      'decisions:\n  - merge: [Ruth Amsel, Mara Voss]\n  - keep-apart: [Ruth Amsel, Mara Voss]\n',
    )
    const { code, err } = redthread(['build', texts, '-o', out])
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/decisions\.yaml:2:5: error: .* decision 2 in line 3 keeps apart/),
    ])
  })
})

describe('redthread resolve', () => {
  test('makes the same graph of the claims alone', () => {
    const other = freshFolder()
    const run = redthread(['resolve', join(out, 'claims.jsonl'), '-o', other])
    expect(run.code).toBe(0)
    for (const name of [
      'graph.json',
      'documents.jsonl',
      'claims.jsonl',
      'resolution.jsonl',
      'problems.jsonl',
    ])
      expect(readFileSync(join(other, name), 'utf8'), name).toBe(readFileSync(join(built, name), 'utf8'))
  })

  test('joins claims made on several machines', () => {
    const parts = ['a.txt', 'b.txt'].map((name) => {
      const part = freshFolder()
      expect(redthread(['build', join(texts, name), '-o', part, '-q']).code).toBe(0)
      return part
    })
    const both = freshFolder()
    expect(redthread(['resolve', ...parts, '-o', both]).code).toBe(0)
    expect(graph(both)).toEqual(graph(built))
    const twice = redthread(['resolve', parts[0]!, parts[0]!, '-o', both])
    expect([twice.code, twice.err]).toEqual([3, expect.stringContaining('a.txt is in')])
  })

  test('says what is wrong with claims', () => {
    writeFileSync(join(out, 'claims.jsonl'), '{"document": "a.txt"}\n')
    const { code, err } = redthread(['resolve', out, '-o', out])
    expect([code, err]).toEqual([3, expect.stringContaining('claims-invalid')])
    expect(redthread(['resolve', join(out, 'none.jsonl'), '-o', out]).code).toBe(3)
  })

  test('leaves out what is only derived where it is told to, or was', () => {
    writeFileSync(join(out, 'a.txt'), 'Ada Lindqvist was born in Bergen. Bergen lies in Norway.\n')
    const derived = (): number => graph().edges.filter(({ attributes }) => attributes.derived).length
    const input = join(out, 'a.txt')
    expect(redthread(['build', input, '-o', out, '-q', '--no-derived']).code).toBe(0)
    expect(derived()).toBe(0)
    expect(redthread(['resolve', out, '-o', out, '-q']).code).toBe(0)
    expect(derived()).toBe(0)
    const run = redthread(['build', input, '-o', out])
    expect([derived(), run.err]).toEqual([
      1,
      expect.stringContaining('1 relation follows from others by rules'),
    ])
    expect(redthread(['query', out, 'relations', '--relation', 'born-in']).out).toMatch(
      /Norway \[asserted; derived by the rule born-in-place\]\n {2}from person\/ada-lindqvist\|born-in\|place\/bergen\|positive and /,
    )
  })
})

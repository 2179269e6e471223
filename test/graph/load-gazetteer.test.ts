import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadGazetteer } from '../../src/graph/load-gazetteer.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'

const { schema } = loadSchema()
const folder = mkdtempSync(join(tmpdir(), 'redthread-gazetteer-'))
afterAll(() => rmSync(folder, { recursive: true }))

function load(name: string, text: string): ReturnType<typeof loadGazetteer> {
  const path = join(folder, name)
  writeFileSync(path, text)
  return loadGazetteer(path, schema)
}

const entries = [
  { name: 'Ruth Amsel', aliases: ['R. Amsel', 'Dame Ruth'], context: [], type: 'Person', id: 'Q1' },
  { name: 'Varnholm', aliases: [], context: ['Ostlund'], id: 'Q2' },
]

describe('a gazetteer', () => {
  it.each([
    [
      'a.csv',
      'name,aliases,type,id,context\nRuth Amsel,R. Amsel; Dame Ruth,Person,Q1,\nVarnholm,,,Q2,Ostlund\n',
    ],
    [
      'a.yaml',
      '- name: Ruth Amsel\n  aliases: [R. Amsel, Dame Ruth]\n  type: Person\n  id: Q1\n- { name: Varnholm, id: Q2, context: Ostlund }\n',
    ],
    [
      'a.jsonl',
      '{"name":"Ruth Amsel","aliases":["R. Amsel","Dame Ruth"],"type":"Person","id":"Q1"}\n\n{"name":"Varnholm","id":"Q2","context":["Ostlund"]}\n',
    ],
  ])('is the same in every format: %s', (name, text) => {
    expect(load(name, text)).toEqual({ entries, problems: [] })
  })

  it.each([
    [
      'a type that the schema does not know',
      'b.csv',
      'name,type,id\nRuth Amsel,Persn,Q1\n',
      2,
      'Did you mean "Person"?',
    ],
    ['a missing name', 'b.csv', 'name,id\nVarnholm,Q2\n,Q1\n', 3, 'Give the name'],
    ['a missing id', 'b.jsonl', '{"name":"Varnholm"}\n', 1, 'Give an id'],
    [
      'an id that is there twice',
      'b.yaml',
      '- { name: A, id: Q1 }\n- { name: B, id: Q1 }\n',
      2,
      'Give each id once',
    ],
    ['a column of another name', 'b.csv', 'name,aliasses,id\nA,B,Q1\n', 2, 'Did you mean "aliases"?'],
    ['a broken line of JSON', 'b.jsonl', '{"name":"A","id":"Q1"}\n{"name":\n', 2, 'docs/resolution.md'],
    ['YAML that is no list', 'b.yaml', 'name: A\n', 1, 'docs/resolution.md'],
    ['broken YAML', 'b.yaml', '- name: A\n  id: [Q1\n', 3, 'docs/resolution.md'],
  ])('says the line of %s', (_, name, text, line, hint) => {
    const [problem, ...others] = load(name, text).problems
    expect(problem).toMatchObject({ severity: 'error', code: 'gazetteer-invalid', line })
    expect(problem?.hint).toContain(hint)
    expect(others).toEqual([])
  })

  it('that is not there, or of no known format, is a problem', () => {
    expect(loadGazetteer(join(folder, 'none.csv'), schema).problems[0]?.message).toContain('it is not there')
    expect(load('c.txt', 'A').problems[0]?.message).toContain('must end in .csv')
  })
})

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshFolder, redthread } from './run-redthread.ts'
import { writeSmallGraph } from './small-graph.ts'

const out = freshFolder()
writeSmallGraph(out)

describe('redthread export', () => {
  test('writes an SQLite file, not to standard output, and a vault into a folder', () => {
    const folder = freshFolder()
    const file = join(folder, 'graph.sqlite')
    expect(redthread(['export', out, '-f', 'sqlite']).err).toContain('Name a file for it with -o FILE.')
    expect(redthread(['export', out, '-f', 'sqlite', '-o', file]).code).toBe(0)
    expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3')
    expect(redthread(['export', out, '-f', 'obsidian', '-o', join(folder, 'vault')]).code).toBe(0)
    const ada = readFileSync(join(folder, 'vault/Person/Ada Carver.md'), 'utf8')
    expect(ada).toContain('[[Hugo Ito]] **not criticised** Ada Carver \\[denied; 1 origin\\]')
    expect(ada).toContain('“Mr Ito denies that he criticised Ms Carver.”')
    expect(readdirSync(folder).sort()).toEqual(['graph.sqlite', 'vault'])
  })

  test('takes a base for IRIs and a schema, and refuses those that it cannot use', () => {
    const folder = freshFolder()
    const schema = join(folder, 'mine.yaml')
    writeFileSync(schema, 'name: mine\nrelations:\n  mine-only: { subjct: Person }\n')
    const text = redthread(['export', out, '-f', 'nquads', '--base', 'https://example.org/ness/']).out
    expect(text).toContain('<https://example.org/ness/entity/person/ada-carver>')
    expect(redthread(['export', out, '-f', 'nquads', '--base', 'ness'])).toMatchObject({ code: 2, out: '' })
    const { code, err } = redthread(['export', out, '-f', 'turtle', '--schema', schema])
    expect([code, err.includes('Did you mean "subject"?')]).toEqual([2, true])
  })

  test('ends with 4, and leaves nothing half written, where a folder or a file is in the way', () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'graph.gexf'))
    writeFileSync(join(folder, 'tables'), 'mine')
    const file = redthread(['export', out, '-f', 'gexf', '-o', join(folder, 'graph.gexf')])
    expect([file.code, file.err.includes('a folder has that name')]).toEqual([4, true])
    const tables = redthread(['export', out, '-f', 'csv', '-o', join(folder, 'tables')])
    expect([tables.code, tables.err.includes('[write-failed]')]).toEqual([4, true])
    expect(readdirSync(folder).sort()).toEqual(['graph.gexf', 'tables'])
    expect(readFileSync(join(folder, 'tables'), 'utf8')).toBe('mine')
  })
})

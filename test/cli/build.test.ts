import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshFolder, redthread } from './run-redthread.ts'

const news = 'The harbour board appointed Ada Carver as warden on Monday.\n\nMs Carver lives in Port Ness.\n'

/** A folder with one good document and these files beside it. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = freshFolder()
  writeFileSync(join(folder, 'good.txt'), news)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** The bytes of every file of a folder. */
const bytesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]))

function build(...args: string[]): ReturnType<typeof redthread> & { readonly folder: string } {
  const folder = join(freshFolder(), 'out')
  return { ...redthread(['build', ...args, '-o', folder]), folder }
}

describe('redthread build', () => {
  test('writes its files and says what is in them', () => {
    const { code, out, err, folder } = build(folderWith({}))
    expect([code, out]).toEqual([0, ''])
    expect(readdirSync(folder).sort()).toEqual([
      '.reading.jsonl',
      '.resolvable.jsonl',
      'claims.jsonl',
      'documents.jsonl',
      'graph.json',
      'problems.jsonl',
      'resolution.jsonl',
    ])
    const { counts } = JSON.parse(readFileSync(join(folder, 'graph.json'), 'utf8')).attributes
    expect(counts.documents).toBe(1)
    expect(err).toContain(`${folder}: 1 document, ${counts.entities} entit`)
    expect(err).toMatch(/^1 of 1 documents, .* a second/)
  })

  test('says nothing with --quiet when all is well', () => {
    expect(build('--quiet', folderWith({})).err).toBe('')
  })

  test('reads standard input', () => {
    const folder = join(freshFolder(), 'out')
    const { code } = redthread(['build', '-', '-o', folder], { input: news })
    expect(code).toBe(0)
    expect(readFileSync(join(folder, 'documents.jsonl'), 'utf8')).toContain('"id":"stdin"')
  })

  test.each([
    ['a binary file', { 'bad.txt': new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 7, 8, 0, 1]) }, 'file-binary'],
    ['an empty file', { 'bad.txt': '' }, 'file-empty'],
    ['a text of 50 MB', { 'bad.txt': 'The ferry sails in spring. '.repeat(2_000_000) }, 'file-too-large'],
  ])('builds the others beside %s, names it, and ends with 1', (_what, files, code) => {
    const built = build(folderWith(files))
    expect(built.code).toBe(1)
    expect(built.err).toMatch(new RegExp(`error: bad\\.txt .*\\[${code}\\]`))
    expect(built.err).toContain(': 1 document,')
    expect(built.err).toContain(`1 error: ${code} 1`)
  })

  test('reads invalid UTF-8 with a warning that names the place, and ends with 0', () => {
    const latin = Buffer.from('The board met in a caf\xe9 in Port Ness on Monday and agreed.\n', 'latin1')
    const { code, err } = build(folderWith({ 'latin.txt': latin }))
    expect(code).toBe(0)
    expect(err).toContain('latin.txt:1:23: warning:')
    expect(err).toContain(': 2 documents,')
  })

  test('builds the others where a path is missing, and ends with 1', () => {
    const { code, err } = build(folderWith({}), '/nowhere/at/all')
    expect(code).toBe(1)
    expect(err).toContain('/nowhere/at/all does not exist')
    expect(err).toContain('[path-missing]')
  })

  test.each([
    ['an empty folder', freshFolder(), 'folder-empty'],
    ['a missing path', '/nowhere/at/all', 'path-missing'],
  ])('ends with 3 and writes nothing for %s', (_what, input, code) => {
    const { code: exit, err, folder } = build(input)
    expect(exit).toBe(3)
    expect(err).toContain(`[${code}]`)
    expect(() => readdirSync(folder)).toThrow('ENOENT')
  })

  test('shows file, line, column and the word that was meant for a typo in a schema, and ends with 2', () => {
    const schema = join(freshFolder(), 'mine.yaml')
    writeFileSync(schema, 'name: mine\nrelations:\n  moored-at:\n    subjct: Person\n    object: Place\n')
    const { code, err, folder } = build(folderWith({}), '--schema', schema)
    expect(code).toBe(2)
    expect(err).toContain(`${schema}:4:5: error:`)
    expect(err).toContain('Did you mean "subject"?')
    expect(err).toContain('  4 |     subjct: Person\n    |     ^\n')
    expect(() => readdirSync(folder)).toThrow('ENOENT')
  })

  test.each(['/proc/redthread', join(folderWith({}), 'good.txt'), join(folderWith({}), 'good.txt', 'out')])(
    'ends with 4 where it cannot write: %s',
    (out) => {
      const { code, err } = redthread(['build', folderWith({}), '-o', out])
      expect(code).toBe(4)
      expect(err).toContain(`error: ${out} cannot be written:`)
    },
  )

  test('leaves an earlier result as it was when a later build fails', () => {
    const { folder } = build(folderWith({}))
    const before = bytesOf(folder)
    const schema = join(freshFolder(), 'mine.yaml')
    writeFileSync(schema, 'relations: 7\n')
    expect(redthread(['build', freshFolder(), '-o', folder]).code).toBe(3)
    expect(redthread(['build', folderWith({}), '-o', folder, '--schema', schema]).code).toBe(2)
    expect(bytesOf(folder)).toEqual(before)
  })

  test('gives the same bytes whatever the order of the inputs', () => {
    const folder = freshFolder()
    const files = ['b.txt', 'a.txt', 'c.txt'].map((name) => join(folder, name))
    for (const [n, file] of files.entries()) writeFileSync(file, `${news}Port Ness has ${n + 2} piers.\n`)
    expect(bytesOf(build(...files).folder)).toEqual(bytesOf(build(...files.reverse()).folder))
  })

  test('runs an extractor of the user, and refuses a module without one', () => {
    const folder = freshFolder()
    const good = join(folder, 'good.mjs')
    const bad = join(folder, 'bad.mjs')
    writeFileSync(
      good,
      `export default { name: 'mine', version: '1', requires: [], emits: () => [], *extract() {} }\n`,
    )
    writeFileSync(bad, 'export const nothing = 1\n')
    const built = build(folderWith({}), '--extractor', good)
    expect(built.code).toBe(0)
    expect(readFileSync(join(built.folder, 'graph.json'), 'utf8')).toContain('"extractors":"mine 1, ')
    const refused = build(folderWith({}), '--extractor', bad)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('exports no extractor as default')
  })

  test('takes no folder of an earlier result for documents', () => {
    const folder = folderWith({})
    mkdirSync(join(folder, 'out'))
    expect(redthread(['build', folder, '-o', join(folder, 'out')]).code).toBe(0)
    const again = redthread(['build', folder, '-o', join(folder, 'other')])
    expect(again.err).toContain(': 1 document,')
  })
})

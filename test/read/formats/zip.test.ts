import { describe, expect, test } from 'vitest'
import type { ReadLimits } from '../../../src/read/index.ts'
import { collect, folderOf } from '../collect.ts'
import { readFixture } from '../fixture.ts'
import { zipOf } from '../zip-of.ts'

const one = 'The council closed the bridge on Monday after engineers found cracks in it.'

async function read(
  zip: Uint8Array,
  limits: Partial<ReadLimits> = {},
): Promise<Awaited<ReturnType<typeof collect>>> {
  return collect([await folderOf({ 'a.zip': zip, 'z.txt': one })], { isolate: false, limits })
}

describe('an archive', () => {
  test('gives its documents in order of name, names in UTF-8', async () => {
    const { documents, problems } = await readFixture('plain.zip')
    expect(problems).toEqual([])
    expect(documents.map(({ id }) => id)).toEqual(['plain.zip!in/one.txt', 'plain.zip!two é.txt'])
  })

  test('a member behind a password is reported, the others are read', async () => {
    const { documents, problems } = await readFixture('locked.zip')
    expect(documents.map(({ id }) => id)).toEqual(['locked.zip!in/one.txt'])
    expect(problems).toMatchObject([{ code: 'file-protected', file: 'locked.zip!two é.txt' }])
  })

  test('the same members packed in another order give the same documents', async () => {
    const members = [
      { name: 'b.txt', data: one },
      { name: 'a.txt', data: `${one} It stays shut.` },
    ]
    const forwards = await read(zipOf(members))
    expect(
      (await read(zipOf(members.toReversed()))).documents.map(({ id, hash, text }) => [id, hash, text]),
    ).toEqual(forwards.documents.map(({ id, hash, text }) => [id, hash, text]))
  })

  test('archives inside archives are opened as deep as the limit says', async () => {
    let zip = zipOf([{ name: 'one.txt', data: one }])
    for (let i = 0; i < 6; i++)
      zip = zipOf([
        { name: `level${i}.zip`, data: zip },
        { name: `text${i}.txt`, data: one },
      ])
    const { documents, problems } = await read(zip, { depth: 3 })
    expect(documents.map(({ id }) => id).at(0)).toBe('a.zip!level5.zip!level4.zip!text3.txt')
    expect(problems.map(({ code }) => code)).toEqual(['archive-nested'])
    expect(documents.at(-1)?.id).toBe('z.txt')
  })
})

describe('hostile archives', () => {
  test('names that climb are made harmless and reported', async () => {
    const zip = zipOf(
      ['../../etc/one.txt', '/root/two.txt', 'C:\\three.txt', '..\\four.txt'].map((name) => ({
        name,
        data: one,
      })),
    )
    const { documents, problems } = await read(zip)
    expect(documents.map(({ id }) => id)).toEqual([
      'a.zip!etc/one.txt',
      'a.zip!four.txt',
      'a.zip!root/two.txt',
      'a.zip!three.txt',
      'z.txt',
    ])
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['archive-name']))
  })

  test('members of the same name are told apart', async () => {
    const { documents } = await read(
      zipOf([
        { name: 'a.txt', data: one },
        { name: 'a.txt', data: `${one} Still.` },
      ]),
    )
    expect(documents.map(({ id }) => id)).toEqual(['a.zip!a.txt', 'a.zip!a.txt#2', 'z.txt'])
  })

  test('a member that unpacks to more than it may is refused, whatever size it claims', async () => {
    const blanks = Buffer.alloc(50_000_000, ' ')
    for (const claimed of [blanks.length, 10]) {
      const zip = zipOf([
        { name: 'a.txt', data: one },
        { name: 'bomb.txt', data: blanks, claimed },
      ])
      expect(zip.length).toBeLessThan(100_000)
      const { documents, problems } = await read(zip, { fileBytes: 1_000_000 })
      expect(documents.map(({ id }) => id)).toEqual(['a.zip!a.txt', 'z.txt'])
      expect(problems.map(({ code }) => code)).toEqual(['file-too-large'])
    }
  })

  test('many members that are each small enough stop at the sum', async () => {
    const blanks = Buffer.alloc(900_000, ' ')
    const zip = zipOf(Array.from({ length: 50 }, (_, i) => ({ name: `${i}.txt`, data: blanks })))
    const { documents, problems } = await read(zip, { fileBytes: 1_000_000, unpackedBytes: 5_000_000 })
    expect(documents.map(({ id }) => id)).toEqual(['z.txt'])
    expect(problems.map(({ code }) => code)).toContain('file-too-large')
  })

  test('a gigabyte of blanks is refused in seconds', async () => {
    const zip = zipOf([{ name: 'blank.txt', data: Buffer.alloc(1_000_000_000, ' ') }])
    const { documents, problems } = await read(zip)
    expect(documents.map(({ id }) => id)).toEqual(['z.txt'])
    expect(problems.map(({ code }) => code)).toEqual(['file-too-large'])
  }, 60_000)

  test('a Word document with a part that swells is refused before it is opened', async () => {
    const zip = zipOf([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'word/document.xml', data: Buffer.alloc(40_000_000, ' ') },
    ])
    const { problems } = await collect([await folderOf({ 'a.docx': zip })], { isolate: false })
    expect(problems).toMatchObject([{ code: 'file-too-large' }])
  })

  test('an archive cut short, empty or with garbage for a directory is reported', async () => {
    const whole = zipOf([{ name: 'a.txt', data: one }])
    for (const zip of [
      whole.subarray(0, whole.length - 30),
      zipOf([]),
      Buffer.from('PK\x03\x04 nothing of the kind'),
    ]) {
      const { documents, problems } = await read(zip)
      expect(documents.map(({ id }) => id)).toEqual(['z.txt'])
      expect(problems).toHaveLength(1)
    }
  })
})

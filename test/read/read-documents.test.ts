import { mkdir, symlink, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { collect, folderOf } from './collect.ts'
import { zipOf } from './zip-of.ts'

const story =
  'The council closed the old harbour bridge on Monday after engineers found cracks in its piers.\n'

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part
}

describe('what is listed', () => {
  test('documents come in order of id, whatever the order of the inputs', async () => {
    const folder = await folderOf({ 'b.txt': story, 'a/z.txt': story, 'a.txt': story, 'B.md': story })
    const forwards = await collect([join(folder, 'a'), join(folder, 'b.txt'), join(folder, 'a.txt')])
    const backwards = await collect([join(folder, 'a.txt'), join(folder, 'b.txt'), join(folder, 'a')])
    expect(forwards.documents.map((document) => document.id)).toEqual(['a.txt', 'b.txt', 'z.txt'])
    expect(backwards).toEqual(forwards)
    const whole = await collect([folder])
    expect(whole.documents.map((document) => document.id)).toEqual(['B.md', 'a.txt', 'a/z.txt', 'b.txt'])
  })

  test('files of the same name under two inputs are told apart by their folders, in either order', async () => {
    const folder = await folderOf({
      'x/one.txt': story,
      'y/one.txt': `${story}It will stay shut.`,
      'y/two.txt': story,
    })
    const ids = ['two.txt', 'x/one.txt', 'y/one.txt']
    const forwards = await collect([join(folder, 'x'), join(folder, 'y')])
    expect(forwards.documents.map((document) => document.id)).toEqual(ids)
    expect(await collect([join(folder, 'y'), join(folder, 'x')])).toEqual(forwards)
  })

  test('a file reached in two ways is read once, under its shorter id', async () => {
    const folder = await folderOf({ 'x/one.txt': story })
    const { documents } = await collect([folder, join(folder, 'x/one.txt'), folder])
    expect(documents.map((document) => document.id)).toEqual(['one.txt'])
  })

  test('hidden files, lock files and an earlier output are passed over', async () => {
    const folder = await folderOf({
      '.hidden.txt': story,
      '.git/config': story,
      '~$letter.txt': story,
      'out/graph.json': '{}',
      'out/claims.jsonl': '',
      'out/documents.jsonl': '',
      'later/kept.txt': story,
      'seen.txt': story,
    })
    const { documents, problems } = await collect([folder], { exclude: [join(folder, 'later')] })
    expect(documents.map((document) => document.id)).toEqual(['seen.txt'])
    expect(problems).toEqual([])
  })

  test('links that loop end, links that lead nowhere are reported', async () => {
    const folder = await folderOf({ 'a/one.txt': story })
    await symlink(folder, join(folder, 'a/up'))
    await symlink(join(folder, 'gone.txt'), join(folder, 'dead.txt'))
    const { documents, problems } = await collect([folder])
    expect(documents.map((document) => document.id)).toEqual(['a/one.txt'])
    expect(problems.map((problem) => [problem.code, problem.file])).toEqual([['file-unreadable', 'dead.txt']])
  })

  test('a file called like a member of an archive has an id of its own', async () => {
    const folder = await folderOf({ 'a.zip': zipOf([{ name: 'b.txt', data: story }]), 'a.zip!b.txt': story })
    const { documents } = await collect([folder], { isolate: false })
    expect(documents.map((document) => document.id)).toEqual(['a.zip!b.txt', 'a.zip!b.txt#2'])
  })

  test('the number of files is told before the first is read', async () => {
    const folder = await folderOf({ 'a.txt': story, 'b.txt': story })
    const told: number[] = []
    await collect([folder], { onListed: (files) => told.push(files) })
    expect(told).toEqual([2])
  })
})

describe('what cannot be read is reported, and the rest is read', () => {
  test('a missing path and an empty folder', async () => {
    const folder = await folderOf({ 'a.txt': story })
    await mkdir(join(folder, 'empty'))
    const missing = join(folder, 'nowhere.txt')
    const { documents, problems } = await collect([missing, join(folder, 'a.txt'), join(folder, 'empty')])
    expect(documents).toHaveLength(1)
    expect(problems.map((problem) => problem.code)).toEqual(['folder-empty', 'path-missing'])
    expect(problems[1]?.message).toContain(missing)
  })

  test('binary, empty and blank files, and pictures', async () => {
    const folder = await folderOf({
      'binary.dat': Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256),
      'empty.txt': '',
      'blank.txt': ' \n\n\t ',
      'map.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
      'good.txt': story,
    })
    const { documents, problems } = await collect([folder])
    expect(documents.map((document) => document.id)).toEqual(['good.txt'])
    expect(problems.map(({ file, code, severity }) => [file, code, severity])).toEqual([
      ['binary.dat', 'file-binary', 'error'],
      ['blank.txt', 'file-empty', 'error'],
      ['empty.txt', 'file-empty', 'error'],
      ['map.png', 'format-unknown', 'warning'],
    ])
  })

  test('a text beyond the limit is refused and the message names the limit', async () => {
    const folder = await folderOf({ 'long.txt': story.repeat(20), 'short.txt': story })
    const byLength = await collect([folder], { limits: { textLength: 1000 } })
    expect(byLength.documents.map((document) => document.id)).toEqual(['short.txt'])
    expect(byLength.problems[0]).toMatchObject({ code: 'file-too-large', file: 'long.txt' })
    const bySize = await collect([folder], { limits: { fileBytes: 1000 } })
    expect(bySize.problems[0]?.message).toContain('1000 bytes')
  })

  test('a text of 50 MB is refused within seconds', async () => {
    const folder = await folderOf({ 'huge.txt': Buffer.alloc(50_000_000, story), 'short.txt': story })
    const { documents, problems } = await collect([folder])
    expect(documents.map((document) => document.id)).toEqual(['short.txt'])
    expect(problems.map((problem) => problem.code)).toEqual(['file-too-large'])
  }, 20_000)

  test('a gigabyte of blanks is refused at once', async () => {
    const folder = await folderOf({ 'blank.txt': '', 'short.txt': story })
    await truncate(join(folder, 'blank.txt'), 1_000_000_000)
    const { documents, problems } = await collect([folder])
    expect(documents.map((document) => document.id)).toEqual(['short.txt'])
    expect(problems.map((problem) => problem.code)).toEqual(['file-too-large'])
  }, 5000)

  test('a text that is not English is named and passed over', async () => {
    const german =
      'Der Stadtrat hat am Montag die alte Hafenbrücke sperren lassen, nachdem Ingenieure Risse in den Pfeilern gefunden hatten. Sie wird nicht vor dem Herbst wieder geöffnet.'
    const { documents, problems } = await collect([await folderOf({ 'de.txt': german })])
    expect(documents).toEqual([])
    expect(problems[0]).toMatchObject({ code: 'language-unsupported', severity: 'warning', file: 'de.txt' })
    expect(problems[0]?.message).toContain('"de"')
  })
})

describe('standard input', () => {
  test('is read whole, however it is cut into chunks', async () => {
    const bytes = Buffer.from('---\ntitle: Zoë\n---\nZoë Lindqvist opened the café on Monday.')
    const stdin = chunks(bytes.subarray(0, 13), bytes.subarray(13, 14), bytes.subarray(14))
    const { documents, problems } = await collect(['-'], { stdin })
    expect(problems).toEqual([])
    expect(documents).toMatchObject([
      { id: 'stdin', title: 'Zoë', text: 'Zoë Lindqvist opened the café on Monday.', format: 'markdown' },
    ])
  })

  test('is refused when it goes on beyond the limit', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield Buffer.alloc(65_536, ' ')
    }
    const { documents, problems } = await collect(['-'], {
      stdin: endless(),
      limits: { fileBytes: 1_000_000 },
    })
    expect(documents).toEqual([])
    expect(problems.map((problem) => problem.code)).toEqual(['file-too-large'])
  })
})

describe('metadata', () => {
  test('front matter gives title, date, publisher, author and address; the text is what follows it', async () => {
    const body = '\r\nThe bridge is shut.\r\n\r\n  It stays shut.\r\n'
    const folder = await folderOf({
      'a.md': `---\r\nTitle: "Bridge: shut"\r\ndate: 2021-03-04T10:00:00Z\r\noutlet: Harbour Post\r\nauthor: [A. Moss, B. Reed]\r\nurl: https://post.example/1\r\n---\r\n${body}`,
    })
    const { documents, problems } = await collect([folder])
    expect(problems).toEqual([])
    expect(documents[0]).toMatchObject({
      title: 'Bridge: shut',
      date: '2021-03-04',
      dateFrom: 'front-matter',
      publisher: 'Harbour Post',
      author: 'A. Moss, B. Reed',
      url: 'https://post.example/1',
      text: body,
    })
  })

  test('broken front matter gives line and column, and the document is read', async () => {
    const folder = await folderOf({ 'a.md': `---\ntitle: The bridge\ndate: [2021-03-04\n---\n${story}` })
    const { documents, problems } = await collect([folder])
    expect(documents[0]?.text).toBe(story)
    expect(problems[0]).toMatchObject({ code: 'front-matter-invalid', severity: 'warning', file: 'a.md' })
    expect(problems[0]?.line).toBeGreaterThanOrEqual(3)
    expect(problems[0]?.column).toBeGreaterThanOrEqual(1)
  })

  test('a date stuck to the first words is the date and a zone of its own', async () => {
    const folder = await folderOf({ 'a.txt': ` date 2021-03-04 ${story}` })
    const { documents } = await collect([folder])
    expect(documents[0]).toMatchObject({ date: '2021-03-04', dateFrom: 'date-line' })
    const [zone] = documents[0]?.zones ?? []
    expect(documents[0]?.text.slice(zone?.start, zone?.end)).toBe('date 2021-03-04')
  })

  test('the clock of the file is the date only when asked for', async () => {
    const folder = await folderOf({ 'a.txt': story })
    expect((await collect([folder])).documents[0]?.date).toBeUndefined()
    const asked = (await collect([folder], { fileDates: true })).documents[0]
    expect(asked?.date).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(asked?.dateFrom).toBe('file')
  })
})

describe('repetition across documents', () => {
  const line = 'More from the Harbour Post on every channel'
  const sentence = 'The bridge was built in 1911 and carries four thousand lorries a day.'
  const files = (publisher: (i: number) => string): Record<string, string> =>
    Object.fromEntries(
      [0, 1, 2, 3].map((i) => [
        `${i}.md`,
        `---\npublisher: ${publisher(i)}\n---\nStory ${i} has words of its own, such as ${'abcd'[i]}.\n\n${sentence}\n\n${line}\n`,
      ]),
    )

  test('a line that recurs is a zone, a sentence that recurs is story', async () => {
    const { documents } = await collect([await folderOf(files(() => 'Harbour Post'))])
    expect(documents).toHaveLength(4)
    for (const { text, zones } of documents) {
      expect(zones.map((zone) => [zone.rule, text.slice(zone.start, zone.end)])).toEqual([
        ['recurs-across-documents', line],
      ])
    }
  })

  test('what different publishers have in common is not counted together', async () => {
    const { documents } = await collect([await folderOf(files((i) => `Paper ${i}`))])
    for (const { zones } of documents)
      expect(zones.map((zone) => zone.rule)).not.toContain('recurs-across-documents')
  })
})

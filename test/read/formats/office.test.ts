import { describe, expect, test } from 'vitest'
import { collect, folderOf } from '../collect.ts'
import { readFixture, zoneWords } from '../fixture.ts'
import { zipOf } from '../zip-of.ts'

const sentences = [
  'The council closed the old harbour bridge on Monday after engineers found cracks in its piers. Mayor Zoë Lindqvist said: “We had no choice – safety comes first.”',
  'Lorries sent through the town',
  'Harbour Road is open to lorries.',
  'Mill Lane is open to cars.',
  'The bridge seen from the harbour in 1931',
]

const formats = ['docx', 'odt', 'rtf', 'epub', 'html', 'pdf'] as const

describe('what LibreOffice wrote', () => {
  test.each(formats)(
    '%s: every paragraph is there, each in a line of its own and in order',
    async (format) => {
      const { documents, problems } = await readFixture(`bridge.${format}`)
      expect(problems).toEqual([])
      expect(documents).toHaveLength(1)
      const lines = documents[0]!.text.split('\n').map((line) => line.replace(/^[\ue000-\uf8ff]\s/, ''))
      expect(lines.filter((line) => sentences.includes(line))).toEqual(sentences)
      expect(lines[0]).toBe('Harbour bridge shut after cracks found')
    },
  )

  test.each(formats)('%s: title and author are known, the heading is the title zone', async (format) => {
    const document = (await readFixture(`bridge.${format}`)).documents[0]!
    expect(document).toMatchObject({
      format,
      title: 'Harbour bridge shut after cracks found',
      author: 'Anna Moss',
      language: 'en',
    })
    expect(zoneWords(document)[0]).toBe('title: Harbour bridge shut after cracks found')
    expect(zoneWords(document)).toContain('crosshead: Lorries sent through the town')
  })

  test.each(['docx', 'odt', 'rtf'])('%s: the date is that of its making', async (format) => {
    const { date, dateFrom } = (await readFixture(`bridge.${format}`)).documents[0]!
    expect([date, dateFrom]).toEqual(['2021-03-04', 'metadata'])
  })

  test.each(['docx', 'odt', 'rtf'])('%s: what a reviewer took out and noted is not text', async (format) => {
    const { text } = (await readFixture(`bridge.${format}`)).documents[0]!
    expect(text).toContain('lorries cross the bridge each day.')
    expect(text).not.toMatch(/taken out|Check this figure/)
  })

  test.each(['docx', 'odt', 'epub', 'html'])(
    '%s: a note stands after the text, without its mark',
    async (format) => {
      const { text } = (await readFixture(`bridge.${format}`)).documents[0]!
      expect(text.trimEnd().endsWith('\n\nCounted by the Harbour Trust in 2019.')).toBe(true)
      expect(text).toMatch(/Some 4,000 lorries cross/)
    },
  )

  test.each(['docx', 'odt'])('%s: a caption is a caption', async (format) => {
    expect(zoneWords((await readFixture(`bridge.${format}`)).documents[0]!)).toContain(
      'caption: The bridge seen from the harbour in 1931',
    )
  })
})

test('an OpenDocument text in one XML file gives what the packed one gives', async () => {
  const flat = (await readFixture('bridge.fodt')).documents[0]!
  const packed = (await readFixture('bridge.odt')).documents[0]!
  expect({ ...flat, id: '', source: '', hash: '' }).toEqual({ ...packed, id: '', source: '', hash: '' })
})

describe('what is not read', () => {
  test('XML of another kind is not taken for text', async () => {
    const folder = await folderOf({ 'a.xml': '<?xml version="1.0"?><invoice><total>12</total></invoice>' })
    const { documents, problems } = await collect([folder], { isolate: false })
    expect(documents).toEqual([])
    expect(problems).toMatchObject([{ code: 'format-unknown', file: 'a.xml' }])
  })

  test('a Word file of before 2007 is named, with what to do', async () => {
    const { documents, problems } = await readFixture('bridge.doc')
    expect(documents).toEqual([])
    expect(problems).toMatchObject([
      { code: 'format-unknown', severity: 'error', hint: 'Save it as .docx or .eml.' },
    ])
  })

  test('files behind a password are told apart from damaged ones', async () => {
    const ole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    const manifest =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    const odt = zipOf([
      { name: 'content.xml', data: 'xxxx' },
      { name: 'META-INF/manifest.xml', data: manifest },
    ])
    const folder = await folderOf({ 'a.docx': ole, 'b.odt': odt })
    const { documents, problems } = await collect([folder], { isolate: false })
    expect(documents).toEqual([])
    expect(problems.map(({ file, code }) => [file, code])).toEqual([
      ['a.docx', 'file-protected'],
      ['b.odt', 'file-protected'],
    ])
    expect((await readFixture('locked.pdf')).problems.map(({ code }) => code)).toEqual(['file-protected'])
  })

  test('a table or presentation is named as what it is', async () => {
    const xlsx = zipOf([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'xl/workbook.xml', data: '<workbook/>' },
    ])
    const { problems } = await collect([await folderOf({ 'a.xlsx': xlsx })], { isolate: false })
    expect(problems).toMatchObject([{ code: 'format-unknown', file: 'a.xlsx' }])
    expect(problems[0]?.message).toContain('table')
  })
})

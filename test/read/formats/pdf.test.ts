import { expect, test } from 'vitest'
import type { PdfItem } from '../../../src/read/formats/pdf-lines.ts'
import { pdfLines } from '../../../src/read/formats/pdf-lines.ts'
import { pdfText } from '../../../src/read/formats/pdf-text.ts'
import { collect, folderOf } from '../collect.ts'
import { fixtureBytes, readFixture, zoneWords } from '../fixture.ts'

const chapters = [
  'Foundations',
  'Inspections',
  'Proposals',
  'Contracts',
  'Traffic',
  'Meetings',
  'Volunteers',
  'Outlook',
]

test('paragraphs of two justified columns come in the order they are read, whole over columns and pages', async () => {
  const { documents } = await readFixture('columns.pdf')
  const paragraphs = documents[0]!.text.split('\n\n').filter((line) => line.startsWith('Paragraph'))
  const names = chapters.flatMap((_, chapter) =>
    [1, 2, 3, 4].map((number) => `Paragraph ${chapter + 1}.${number}`),
  )
  const whole = paragraphs.filter((words) =>
    names.some((name) => words.startsWith(`${name} begins`) && words.endsWith(`${name} ends here.`)),
  )
  // Where a column ends with the end of a sentence, nothing on the page says whether the paragraph goes on.
  expect(whole.length).toBeGreaterThanOrEqual(30)
  const starts = names.map((name) => documents[0]!.text.indexOf(`${name} begins`))
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
})

test('words divided at the end of a line are put together', async () => {
  const { text } = (await readFixture('columns.pdf')).documents[0]!
  expect(text).not.toMatch(/\p{L}[-\u00ad\u2010] ?\p{Ll}/u)
  expect(text.split('extraordinary').length).toBeGreaterThan(15)
})

test('the running head is kept once, page numbers are in pages, headings are crossheads', async () => {
  const document = (await readFixture('columns.pdf')).documents[0]!
  expect(document.text.split('Harbour Trust yearly report 2020')).toHaveLength(2)
  expect(zoneWords(document)).toEqual([
    'boilerplate: Harbour Trust yearly report 2020',
    'title: A year at the harbour bridge',
    ...chapters.map((chapter) => `crosshead: ${chapter}`),
  ])
  expect(document.pages).toHaveLength(5)
  expect(document.pages?.[0]?.start).toBe(0)
  expect(document.pages?.[4]?.end).toBe(document.text.length)
})

const item = (text: string, x: number, y: number, width = text.length * 5, size = 10): PdfItem => ({
  text,
  x,
  y,
  width,
  size,
})

test('a heading across both columns comes before them, cells of a table stay in their row', () => {
  const body = (x: number, name: string): PdfItem[] =>
    [1, 2, 3, 4].map((i) => item(`${name} column line number ${i}`, x, 700 - i * 12, 150))
  const table = [0, 1, 2].flatMap((row) => [
    item(`p${row}`, 50, 500 - row * 12),
    item(`${row}0`, 200, 500 - row * 12),
  ])
  const items = [
    ...body(250, 'right'),
    ...table,
    item('A heading over both of the columns here', 50, 740, 300),
    ...body(50, 'left'),
  ]
  expect(pdfLines(items).map((line) => line.text)).toEqual([
    'A heading over both of the columns here',
    ...[1, 2, 3, 4].map((i) => `left column line number ${i}`),
    ...[1, 2, 3, 4].map((i) => `right column line number ${i}`),
    'p0 00',
    'p1 10',
    'p2 20',
  ])
})

test('a compound that the text writes with a hyphen keeps it', () => {
  const page = [
    'The anti-corruption office opened on Monday, and the anti-',
    'corruption law was passed by the assembly of the country on',
    'Tuesday after a long debate.',
  ]
  const lines = page.map((text, i) => ({
    text,
    x: 50,
    y: 700 - i * 12,
    right: i === 2 ? 200 : 350,
    size: 10,
  }))
  expect(pdfText([lines]).text).toBe(
    'The anti-corruption office opened on Monday, and the anti-corruption law was passed by the assembly of the country on Tuesday after a long debate.',
  )
})

test('a broken cross-reference table is rebuilt, a file cut short is reported or read as far as it goes', async () => {
  const pdf = Buffer.from(fixtureBytes('bridge.pdf'))
  const broken = Buffer.from(pdf.toString('latin1').replace(/startxref\s+\d+/, 'startxref\n999999'), 'latin1')
  const folder = await folderOf({
    'broken.pdf': broken,
    'cut.pdf': pdf.subarray(0, 5000),
    'none.pdf': '%PDF-1.7\nnothing',
  })
  const { documents, problems } = await collect([folder], { isolate: false })
  expect(documents.find((document) => document.id === 'broken.pdf')?.text).toContain('The council closed')
  expect(problems.map(({ file }) => file)).toEqual(['cut.pdf', 'none.pdf'])
})

test('a PDF of pictures is said to need recognition of its text', async () => {
  const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj
trailer<</Root 1 0 R>>
%%EOF`
  const { problems } = await collect([await folderOf({ 'scan.pdf': pdf })], { isolate: false })
  expect(problems).toMatchObject([{ code: 'file-empty' }])
  expect(problems[0]?.hint).toContain('OCR')
})

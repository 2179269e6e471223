import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../../src/model/index.ts'
import type { ReadOptions } from '../../../src/read/index.ts'
import { collect, folderOf } from '../collect.ts'

const one = 'The council closed the bridge on Monday.'
const two = 'The ferry firm said on Friday that it would run twice an hour.'

async function read(
  files: Readonly<Record<string, string>>,
  options: ReadOptions = {},
): Promise<Awaited<ReturnType<typeof collect>>> {
  return collect([await folderOf(files)], { isolate: false, ...options })
}
const brief = ({ id, text }: Document): readonly string[] => [id, text]

describe('JSON', () => {
  test('one record is one document, its metadata by the names of front matter', async () => {
    const json = JSON.stringify({
      headline: 'Bridge shut',
      datePublished: '2021-03-04T10:00:00Z',
      author: { name: 'A. Moss' },
      source: { name: 'Harbour Post' },
      url: 'https://post.example/1',
      articleBody: one,
    })
    expect((await read({ 'a.json': json })).documents).toMatchObject([
      {
        id: 'a.json',
        text: one,
        title: 'Bridge shut',
        date: '2021-03-04',
        dateFrom: 'metadata',
        author: 'A. Moss',
        publisher: 'Harbour Post',
        url: 'https://post.example/1',
      },
    ])
  })

  test.each([
    ['a list', [{ text: one }, { text: two }]],
    ['a list under a usual name', { status: 'ok', articles: [{ content: one }, { content: two }] }],
    ['hits of a search engine', { hits: { hits: [{ _source: { body: one } }, { _source: { body: two } }] } }],
  ])('%s gives a document for each record', async (_, value) => {
    const { documents } = await read({ 'a.json': JSON.stringify(value) })
    expect(documents.map(brief)).toEqual([
      ['a.json!000001', one],
      ['a.json!000002', two],
    ])
  })

  test('the key of the text can be named; without any text the message says how', async () => {
    const json = JSON.stringify([{ words: one, note: two }])
    expect((await read({ 'a.json': json }, { textFields: ['words'] })).documents.map(brief)).toEqual([
      ['a.json!000001', one],
    ])
    expect((await read({ 'a.json': json }, { textFields: ['Note', 'words'] })).documents[0]?.text).toBe(
      `${two}\n\n${one}`,
    )
    expect((await read({ 'a.json': json })).problems).toMatchObject([{ code: 'record-invalid' }])
    expect((await read({ 'a.json': json })).problems[0]?.hint).toContain('--text-field')
  })

  test('markup in a text is read as markup', async () => {
    const { documents } = await read({
      'a.json': JSON.stringify({ text: `<p>${one}</p><figure><figcaption>The bridge</figcaption></figure>` }),
    })
    expect(documents[0]?.text).toBe(`${one}\n\nThe bridge`)
    expect(documents[0]?.zones.map(({ kind }) => kind)).toEqual(['caption'])
  })

  test('what is not JSON is said to be broken', async () => {
    expect((await read({ 'a.json': '{"text": "x' })).problems).toMatchObject([
      { code: 'format-broken', file: 'a.json' },
    ])
  })
})

describe('JSON Lines', () => {
  test('a line that is not JSON is named and the rest is read', async () => {
    const { documents, problems } = await read({
      'a.jsonl': `${JSON.stringify({ text: one })}\n{ broken\n\n${JSON.stringify({ text: two })}`,
    })
    expect(documents.map(brief)).toEqual([
      ['a.jsonl!000001', one],
      ['a.jsonl!000004', two],
    ])
    expect(problems).toMatchObject([{ code: 'record-invalid', line: 2 }])
  })

  test('no more records are taken than the limit says', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => JSON.stringify({ text: `${one} ${i}` })).join('\n')
    const { documents, problems } = await read({ 'a.jsonl': lines }, { limits: { members: 10 } })
    expect(documents).toHaveLength(10)
    expect(problems).toMatchObject([{ code: 'file-too-large' }])
  })
})

describe('tables', () => {
  test('rows with a text are documents; quotes hold commas, line ends and quotes', async () => {
    const csv = `\ufeffTitle,Date,Body\r\n"Bridge, shut",2021-03-04,"The mayor said ""no"".\r\nThe bridge is shut."\r\nNothing,2021-03-05,\r\nFerry,2021-03-06,${two}\r\n`
    expect((await read({ 'a.csv': csv })).documents).toMatchObject([
      {
        id: 'a.csv!000001',
        title: 'Bridge, shut',
        date: '2021-03-04',
        text: 'The mayor said "no".\r\nThe bridge is shut.',
      },
      { id: 'a.csv!000003', title: 'Ferry', date: '2021-03-06', text: two },
    ])
  })

  test('semicolons and tabs part columns too', async () => {
    expect((await read({ 'a.csv': `id;text\n1;${one}\n` })).documents[0]?.text).toBe(one)
    expect((await read({ 'a.tsv': `id\ttext\n1\tThe mayor said "no" to it.\n` })).documents[0]?.text).toBe(
      'The mayor said "no" to it.',
    )
  })

  test('a quote that is never closed does not stall', async () => {
    const csv = `id,text\n1,${one}\n2,"${'x,\n'.repeat(200_000)}`
    const { documents, problems } = await read({ 'a.csv': csv })
    expect(documents.map(brief)).toEqual([['a.csv!000001', one]])
    expect(problems.map(({ code }) => code)).toContain('record-invalid')
  }, 20_000)

  test('any records that were written as a table come back', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((words) => `The ${words.replace(/[\0<]/g, '')}.`)
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 6 }), async (texts) => {
        const csv = ['n,text', ...texts.map((words, i) => `${i},"${words.replaceAll('"', '""')}"`)].join('\n')
        const { documents } = await read({ 'a.csv': csv })
        expect(documents.map(({ text }) => text)).toEqual(texts)
      }),
      { numRuns: 50 },
    )
  }, 60_000)
})

describe('feeds', () => {
  const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>Harbour Post</title>
<item><title>Bridge &amp; piers</title><link>https://post.example/1</link><pubDate>Thu, 04 Mar 2021 10:15:00 GMT</pubDate><dc:creator>A. Moss</dc:creator><description>Short.</description><content:encoded><![CDATA[<p>${one}</p><p>${two}</p>]]></content:encoded></item>
<item><title>Ferry</title><description>&lt;p&gt;${two}&lt;/p&gt;</description></item></channel></rss>`
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><entry><title>Bridge</title><link rel="self" href="https://post.example/self"/><link href="https://post.example/1"/><published>2021-03-04T10:15:00Z</published><author><name>A. Moss</name></author><content type="html">&lt;p&gt;${one}&lt;/p&gt;</content></entry></feed>`

  test('RSS: each item is a document with the whole of its text', async () => {
    expect((await read({ 'news.xml': rss })).documents).toMatchObject([
      {
        id: 'news.xml!000001',
        format: 'feed',
        title: 'Bridge & piers',
        date: '2021-03-04',
        publisher: 'Harbour Post',
        author: 'A. Moss',
        url: 'https://post.example/1',
        text: `${one}\n\n${two}`,
      },
      { id: 'news.xml!000002', title: 'Ferry', text: two },
    ])
  })

  test('Atom: each entry is a document', async () => {
    expect((await read({ 'news.atom': atom })).documents).toMatchObject([
      {
        title: 'Bridge',
        date: '2021-03-04',
        publisher: 'Harbour Post',
        author: 'A. Moss',
        url: 'https://post.example/1',
        text: one,
      },
    ])
  })

  test('entities that a file declares are not expanded', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${'lol'.repeat(1000)}">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>t</title><item><title>&x;</title><description>${one} &j; &x;</description></item></channel></rss>`
    const { documents } = await read({ 'bomb.xml': bomb })
    expect(documents[0]?.text.length ?? 0).toBeLessThan(200)
    expect(documents[0]?.text ?? '').not.toContain('root:')
  })
})

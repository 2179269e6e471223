import { describe, expect, test } from 'vitest'
import { collect, folderOf } from '../collect.ts'
import { readFixture, zoneWords } from '../fixture.ts'

describe('a letter', () => {
  test('gives subject, sender and date; its text without transfer encoding', async () => {
    const { documents, problems } = await readFixture('letter.eml')
    expect(problems).toEqual([])
    expect(documents[0]).toMatchObject({
      id: 'letter.eml',
      format: 'mail',
      title: 'Cracks in the north pier – an answer',
      author: 'Zoë Lindqvist',
      date: '2021-03-04',
      dateFrom: 'metadata',
    })
    expect(documents[0]?.text).toContain(
      'It had been warned by the Harbour Trust in January – “twice”, as its director says.',
    )
  })

  test('what it quotes and its signature are zones', async () => {
    expect(zoneWords((await readFixture('letter.eml')).documents[0]!)).toEqual([
      'boilerplate: On Wed, 3 Mar 2021 at 18:02, Anna Moss <anna.moss@post.example> wrote:\n> When was the council told\n> of the cracks?',
      'boilerplate: -- \nZoë Lindqvist\nMayor, Town Hall',
    ])
  })

  test('a document that is attached is a document, a picture is not', async () => {
    const { documents } = await readFixture('letter.eml')
    expect(documents.map(({ id, format }) => [id, format])).toEqual([
      ['letter.eml', 'mail'],
      ['letter.eml!bridge.docx', 'docx'],
    ])
  })

  test('is known by its headers without the ending of its name', async () => {
    const letter =
      'Return-Path: <a@b.example>\r\nFrom: Anna Moss <a@b.example>\r\nDate: Thu, 4 Mar 2021 10:15:00 +0000\r\nSubject: The bridge\r\n\r\nThe bridge is shut.\r\n'
    const { documents } = await collect([await folderOf({ letter })], { isolate: false })
    expect(documents[0]).toMatchObject({ format: 'mail', title: 'The bridge', text: 'The bridge is shut.' })
  })

  test('parts inside parts without end are given up', async () => {
    let part = 'Content-Type: text/plain\r\n\r\nThe bridge is shut.\r\n'
    for (let i = 0; i < 200; i++)
      part = `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n${part}\r\n--b${i}--\r\n`
    const { documents, problems } = await collect(
      [await folderOf({ 'deep.eml': `From: a@b.example\r\n${part}` })],
      { isolate: false },
    )
    expect(documents.length + problems.length).toBe(1)
  })
})

describe('a mailbox', () => {
  test('each letter is a document in its order, one without plain text is read from its HTML', async () => {
    const { documents, problems } = await readFixture('box.mbox')
    expect(problems).toEqual([])
    expect(documents.map(({ id, title }) => [id, title])).toEqual([
      ['box.mbox!000001.eml', 'Cracks in the north pier – an answer'],
      ['box.mbox!000001.eml!bridge.docx', 'Harbour bridge shut after cracks found'],
      ['box.mbox!000002.eml', 'The ferry'],
      ['box.mbox!000003.eml', 'From the harbour'],
    ])
    expect(documents[2]?.text).toContain('it would run twice an hour from Saturday.')
  })

  test('a line that begins with "From" inside a letter does not cut it', async () => {
    const { text } = (await readFixture('box.mbox')).documents[3]!
    expect(text).toBe(
      'From Saturday the ferry runs twice an hour, the firm said on Friday evening.\n\nFrom there it goes to the island.',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collect, folderOf } from '../collect.ts'
import { readFixture, zoneWords } from '../fixture.ts'

const story = [
  'The council closed the old harbour bridge on Monday after engineers found cracks in its piers, and said that it would not be opened again before the autumn.',
  'Some 4,000 lorries cross the bridge each day, according to a count made by the trust in 2019.',
  'The bridge was built in 1911 and last repaired in 1984, when the contractor was Quay Works.',
]
const body = story.map((words) => `<p>${words}</p>`).join('\n')

async function read(html: string): Promise<Awaited<ReturnType<typeof collect>>> {
  return collect([await folderOf({ 'page.html': html })], { isolate: false })
}

describe('a page as a browser saved it', () => {
  test('gives the story with what a script added, without menus, notices and lists of other stories', async () => {
    const { documents, problems } = await readFixture('page.html')
    expect(problems).toEqual([])
    const { text } = documents[0]!
    expect(text).toContain('The council closed the old harbour bridge on Monday')
    expect(text).toContain(
      '“We had no choice – safety comes first. We have asked the Harbour Trust to report on what went wrong.”',
    )
    expect(
      text.endsWith(
        'A report of the trust is expected in May, and the council will vote on it in June at the latest.',
      ),
    ).toBe(true)
    expect(text).not.toMatch(
      /cookie|Accept all|Sport|Most read|Council tax|Ferry firm gains|All rights|color/,
    )
  })

  test('says who published it, who wrote it, when and where', async () => {
    expect((await readFixture('page.html')).documents[0]).toMatchObject({
      title: 'Harbour bridge shut after cracks found',
      date: '2021-03-04',
      dateFrom: 'metadata',
      publisher: 'Harbour Post',
      author: 'Anna Moss, Ben Reed',
      url: 'https://post.example/news/bridge-shut',
    })
  })

  test('has zones by its elements, a credit inside a caption apart from it', async () => {
    expect(zoneWords((await readFixture('page.html')).documents[0]!)).toEqual([
      'title: Harbour bridge shut after cracks found',
      'credit: By Anna Moss and Ben Reed',
      'date-line: 4 March 2021',
      'caption: The bridge seen from the harbour',
      'credit: Photo: Harbour Museum',
      'crosshead: Lorries sent through the town',
    ])
  })
})

describe('metadata', () => {
  test.each([
    ['<meta property="article:published_time" content="2021-03-04T23:30:00-05:00">', '2021-03-04'],
    ['<meta name="date" content="4 March 2021">', '2021-03-04'],
    [
      '<script type="application/ld+json">{"@type":["NewsArticle"],"datePublished":"2021-03-04"}</script>',
      '2021-03-04',
    ],
    ['<meta name="date" content="soon">', undefined],
    ['<script type="application/ld+json">{ broken</script>', undefined],
  ])('%s', async (head, date) => {
    const { documents } = await read(`<html><head>${head}<title>t</title></head><body>${body}</body></html>`)
    expect(documents[0]?.date).toBe(date)
  })

  test('the name of the site is taken off the title of the page', async () => {
    const { documents } = await read(
      `<html><head><title>Harbour bridge shut | Harbour Post</title></head><body>${body}</body></html>`,
    )
    expect(documents[0]?.title).toBe('Harbour bridge shut')
  })

  test('the charset of the page is followed', async () => {
    const html = `<html><head><meta charset="windows-1251"><title>t</title></head><body>${body}<p>\xcc\xee\xf1\xea\xe2\xe0</p></body></html>`
    const folder = await folderOf({ 'page.html': Buffer.from(html, 'latin1') })
    expect((await collect([folder], { isolate: false })).documents[0]?.text).toContain('Москва')
  })
})

describe('zones by markup', () => {
  test('lists of links are link lists, a paragraph that is one link is a teaser, links in a sentence are story', async () => {
    const links = ['Ferry firm gains from closure', 'Why the piers of the bridge cracked'].map(
      (words) => `<li><a href="/x">${words}</a></li>`,
    )
    const page = `${body}<ul>${links.join('')}</ul><p><a href="/y">What the mayor knew about the piers</a></p><p>It stays shut, <a href="/z">the council said on Monday after its meeting</a>.</p>${body}`
    const { documents } = await read(`<html><body><article>${page}</article></body></html>`)
    expect(zoneWords(documents[0]!)).toEqual([
      'link-list: Ferry firm gains from closure\nWhy the piers of the bridge cracked',
      'teaser: What the mayor knew about the piers',
    ])
  })

  test('items of a list that are no links are story, and so is a sentence set as a heading', async () => {
    const heading =
      'A bold plan to rebuild the harbour bridge would cost the town more than the trust has ever had to spend'
    const page = `${body}<h2>${heading}</h2>${body}<ul><li>The bridge was built in the year 1911 by the Harbour Trust</li><li>The council will vote on the plan at its meeting in June</li></ul>${body}`
    expect((await read(`<html><body><article>${page}</article></body></html>`)).documents[0]?.zones).toEqual(
      [],
    )
  })
})

describe('pages that are odd', () => {
  test('a short page without an article gives what it shows', async () => {
    const { documents } = await read(
      '<html><body><p>The bridge is shut.</p><p style="display: none">Hidden words.</p></body></html>',
    )
    expect(documents[0]?.text).toBe('The bridge is shut.')
  })

  test('no story sentence is lost when a whole story stands in a box named after something else', async () => {
    const { documents } = await read(
      `<html><body><div class="share comments">${body.repeat(4)}</div></body></html>`,
    )
    for (const words of story) expect(documents[0]?.text).toContain(words)
    expect(documents[0]?.zones).toEqual([])
  })

  test('nesting of any depth neither overflows nor stalls', async () => {
    const deep = `${'<div>'.repeat(50_000)}The bridge is shut, the council said.${'</div>'.repeat(50_000)}`
    const { documents, problems } = await read(`<html><body>${deep}</body></html>`)
    expect([documents.length, problems.length]).toEqual(documents.length === 1 ? [1, 0] : [0, 1])
  }, 60_000)

  test('any markup gives sound documents or problems, the same each time', async () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="caption">',
      '</div>',
      '<!--',
      '-->',
      '<script>',
      '&nbsp;',
      '&#x110000;',
      '<table><tr><td>',
      '<h1>',
      'The bridge is shut. ',
      '<',
      '"',
      '\0',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 }),
        async (parts) => {
          const html = `<html>${parts.join('')}`
          const first = await read(html)
          expect(first.documents.length + first.problems.length).toBeGreaterThan(0)
          expect(await read(html)).toEqual(first)
        },
      ),
      { numRuns: 40 },
    )
  }, 60_000)
})

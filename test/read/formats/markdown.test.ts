import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stripMarkdown } from '../../../src/read/formats/strip-markdown.ts'
import { collect, folderOf } from '../collect.ts'
import { zoneWords } from '../fixture.ts'

test.each([
  ['emphasis and code', 'The **old** *bridge* is __shut__, `really`.', 'The old bridge is shut, really.'],
  [
    'links and pictures',
    'See [the report](https://x.example "t") ![pic](a.png)and <https://y.example>.',
    'See the report and https://y.example.',
  ],
  ['lists', '- one\n- two\n\n1. three\n', 'one\ntwo\n\nthree\n'],
  ['quotations over lines', '> The bridge\n> is shut.\n', 'The bridge\nis shut.\n'],
  ['escapes', 'It is 5 \\* 3.', 'It is 5 * 3.'],
  ['tags', 'The <b>old</b> bridge.\n\n<div>It is shut.</div>\n', 'The old bridge.\n\nIt is shut.\n'],
])('%s: the marks go, the words stay', (_, source, text) => {
  expect(stripMarkdown(source).text).toBe(text)
})

test('headings become zones, the first of level one the title', async () => {
  const source =
    '# Bridge *shut*\n\nThe council closed it on Monday, the mayor said.\n\nTraffic\n---\n\nLorries go through the town.\n\n# Later\n\nIt may open in autumn.\n'
  const { documents } = await collect([await folderOf({ 'a.md': source })])
  expect(documents[0]?.title).toBe('Bridge shut')
  expect(zoneWords(documents[0]!)).toEqual(['title: Bridge shut', 'crosshead: Traffic', 'crosshead: Later'])
})

test('a text without marks comes back as it was written, line ends and blanks included', () => {
  const words = fc.stringMatching(/^[A-Za-z“”’,.?!é]{1,12}$/)
  const gap = fc.constantFrom(' ', '  ', '\n', '\r\n', '\n\n', '\r\n\r\n', '\n\n\n')
  fc.assert(
    fc.property(fc.array(fc.tuple(words, gap), { maxLength: 30 }), (pieces) => {
      const source = pieces.map(([word, blank]) => word + blank).join('')
      expect(stripMarkdown(source).text).toBe(source)
    }),
  )
})

test('nothing is added: what is left are characters of the source in their order', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'*_[]()>#-`<!\\\n ab.'), maxLength: 60 }), (source) => {
      let at = 0
      for (const letter of stripMarkdown(source).text) {
        at = source.indexOf(letter, at) + 1
        expect(at).toBeGreaterThan(0)
      }
    }),
  )
})

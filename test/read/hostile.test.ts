import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/read/index.ts'
import { readFile } from '../../src/read/read-file.ts'
import { fixtureBytes } from './fixture.ts'

const fixtures = [
  'bridge.docx',
  'bridge.odt',
  'bridge.rtf',
  'bridge.epub',
  'bridge.html',
  'bridge.pdf',
  'bridge.doc',
  'letter.eml',
  'box.mbox',
  'plain.zip',
  'locked.zip',
  'locked.pdf',
  'page.html',
]
const written: Readonly<Record<string, string>> = {
  'a.txt': 'READ MORE: The bridge (Anna Moss/PA)\n\n“The bridge is shut.”',
  'a.md':
    '---\ntitle: "The bridge"\ndate: 2021-03-04\n---\n# The *bridge*\n\n> is [shut](http://x.example)\n',
  'a.json': '{"articles": [{"title": "The bridge", "text": "It is shut."}]}',
  'a.jsonl': '{"text": "The bridge is shut."}\n{"text": "It stays shut."}\n',
  'a.csv': 'id,text\n1,"The bridge, it is said, is ""shut""."\n2,It stays shut.\n',
  'a.tsv': 'id\ttext\n1\tThe bridge is shut.\n',
  'a.rss':
    '<rss><channel><title>Post</title><item><title>Bridge</title><description>&lt;p&gt;It is shut.&lt;/p&gt;</description></item></channel></rss>',
  'a.atom':
    '<feed><entry><title>Bridge</title><content type="xhtml"><div><p>It is shut.</p></div></content></entry></feed>',
}

const originals: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ...fixtures.map((name) => [name, fixtureBytes(name)] as const),
  ...Object.entries(written).map(([name, words]) => [name, Buffer.from(words)] as const),
]
const limits = { ...defaultLimits, unpackedBytes: 20_000_000, fileBytes: 10_000_000 }

/** All that a file gives; fails when its reader throws, gives nothing, or a zone leaves the text. */
async function outcome(name: string, bytes: Uint8Array): Promise<readonly unknown[]> {
  const found: unknown[] = []
  for await (const { draft, problems } of readFile({ bytes, file: name, limits, explicit: true })) {
    for (const { start, end } of [...(draft?.zones ?? []), ...(draft?.pages ?? [])]) {
      expect(start).toBeLessThanOrEqual(end)
      expect(end).toBeLessThanOrEqual(draft?.text.length ?? 0)
    }
    for (const problem of problems) expect(problem.message).toContain(name)
    found.push(draft ? [draft.member, draft.text] : problems)
  }
  expect(found.length).toBeGreaterThan(0)
  return found
}

describe('every reader', () => {
  test.each(originals)('%s: cut short anywhere, gives what is left or a problem', async (name, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async (length) => {
        await outcome(name, bytes.subarray(0, length))
      }),
      { numRuns: 15 },
    )
  })

  test.each(originals)(
    '%s: with any bytes changed, gives what is left or a problem, the same each time',
    async (name, bytes) => {
      const change = fc.tuple(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }))
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
          const changed = Buffer.from(bytes)
          for (const [at, put] of changes) changed.set(put.subarray(0, bytes.length - at), at)
          expect(await outcome(name, changed)).toEqual(await outcome(name, changed))
        }),
        { numRuns: 15 },
      )
    },
  )

  test('any bytes under any name give a document or a problem', async () => {
    const starts = [
      '',
      '%PDF-1.7\n',
      'PK\x03\x04',
      '{\\rtf1 ',
      '<html>',
      '<rss>',
      'From a@b.example Thu Mar 4 2021\nFrom: a\n',
      '{"text":',
      '---\ntitle: ',
    ]
    const endings = [
      'txt',
      'md',
      'html',
      'pdf',
      'docx',
      'rtf',
      'eml',
      'mbox',
      'json',
      'jsonl',
      'csv',
      'tsv',
      'xml',
      'rss',
      'zip',
      'bin',
      '',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.constantFrom(...endings),
        fc.uint8Array({ maxLength: 300 }),
        async (start, ending, rest) => {
          await outcome(`file.${ending}`, Buffer.concat([Buffer.from(start, 'latin1'), rest]))
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('what could stall a reader', () => {
  const long: readonly (readonly [name: string, bytes: string])[] = [
    ['groups.rtf', `{\\rtf1 ${'{'.repeat(300_000)}words${'}'.repeat(300_000)}}`],
    ['escapes.rtf', `{\\rtf1 ${"\\'e9\\u233?".repeat(200_000)}}`],
    ['anchors.html', `<html><body>${'<a href="#x"><sup>'.repeat(20_000)}words of the story`],
    ['boxes.html', `<html><body>${'<div class="caption share">'.repeat(20_000)}words of the story`],
    ['tables.html', `<html><body>${'<table><tr><td>'.repeat(20_000)}words of the story`],
    ['attributes.html', `<html><body><p ${'a="b" '.repeat(100_000)}>words of the story</p>`],
    ['comments.html', `<html><body>${'<!-- '.repeat(100_000)}`],
    ['brackets.md', `${'['.repeat(3000)}words${'](x)'.repeat(3000)}`],
    ['stars.md', '*a **a '.repeat(3000)],
    ['quotes.md', `${'>'.repeat(3000)} words`],
    ['blanks.txt', `words${' '.repeat(2_000_000)}words`],
    ['lines.txt', `${'\n'.repeat(2_000_000)}words`],
    ['quotes.txt', '“'.repeat(500_000)],
    ['single.txt', '‘ a'.repeat(200_000)],
    ['brackets.txt', `${'(PA '.repeat(100_000)})`],
    ['credit.txt', `Photo by ${'A B C '.repeat(50_000)}`],
    ['nested.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['headers.eml', `From: a@b.example\nTo: a\nSubject: ${'=?utf-8?q?a?= '.repeat(20_000)}\n\nwords`],
    ['addresses.eml', `Subject: x\nDate: y\nFrom: ${'"a" <b@c.example>, ('.repeat(5_000)}\n\nwords`],
    ['items.rss', `<rss><channel>${'<item>'.repeat(20_000)}words`],
    ['matter.md', `---\n${'a: &a [*a, '.repeat(1300)}\n---\nwords`],
  ]
  test.each(long)('%s is read or refused in seconds', async (name, bytes) => {
    const start = performance.now()
    const found: unknown[] = []
    for await (const drafted of readFile({ bytes: Buffer.from(bytes), file: name, limits, explicit: true }))
      found.push(drafted)
    expect(found.length).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})

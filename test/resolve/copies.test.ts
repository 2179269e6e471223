import { describe, expect, it } from 'vitest'
import type { DocumentClaims, EdgeAttributes } from '../../src/model/index.ts'
import { findCopies } from '../../src/resolve/copies.ts'
import { resolve } from '../../src/resolve/resolve.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { readClaims } from './read-texts.ts'

const original =
  'The harbour authority published the sailors’ letters, which were discovered as part of an inquiry into the behaviour of pilots at the northern quay in 2029.'

/** Whether the first passages of two texts are of one group. */
function isCopy(a: string, b: string): boolean {
  const documents = [readClaims('a.txt', a), readClaims('b.txt', b)]
  const copies = findCopies(documents)
  const [x, y] = documents.map((d) => copies.groupOf(d.document, d.signatures[0]!.start))
  return x! >= 0 && x === y
}

describe('a passage is a copy', () => {
  it.each([
    ['word for word', original],
    ['in American spelling', original.replace('behaviour', 'behavior').replace('harbour', 'harbor')],
    ['with other quotation marks', original.replace('’', "'")],
    [
      'lightly rewritten',
      'The port watchdog published letters, which were discovered as part of a probe into the behaviour of pilots within the northern quay in 2029.',
    ],
    ['with a word put in', original.replace('as part', 'last year as part')],
    [
      'within a longer sentence',
      original.replace('.', ' and of captains, said a clerk who did not want to be named in the paper.'),
    ],
  ])('%s', (_, other) => {
    expect(isCopy(original, other)).toBe(true)
  })
})

describe('a passage is no copy', () => {
  it.each([
    ['with another number', original, original.replace('2029', '2027')],
    [
      'that reports the same fact in its own words',
      'Dame Ruth Amsel has left her role as the director of the Varnholm Port Authority.',
      'Dame Ruth Amsel quit her post as director of the Varnholm Port Authority after she had been told by the mayor to dismiss nine pilots.',
    ],
    [
      'of only names in common',
      'Ruth Amsel met Lena Okafor in Varnholm on Friday.',
      'Ruth Amsel told Lena Okafor of Varnholm a story.',
    ],
  ])('%s', (_, a, b) => {
    expect(isCopy(a, b)).toBe(false)
  })
})

const { schema } = loadSchema()

/** The relations of a name among some texts. */
function relation(name: string, ...texts: string[]): EdgeAttributes[] {
  const documents: DocumentClaims[] = texts.map((text, i) => readClaims(`${i}.txt`, text))
  return resolve(documents, schema).relations.filter((r) => r.relation === name)
}

describe('origins', () => {
  const report = 'Ruth Amsel criticised Nordkai Shipping on Friday after the long strike of the pilots.'

  it('count three reprints as one, and a report of its own as another', () => {
    const [edge] = relation('criticised', report, report, `${report} The weather was fair.`)
    expect([edge?.documents, edge?.origins]).toEqual([3, 1])
    const [other] = relation(
      'criticised',
      report,
      report,
      'At the port, Ruth Amsel had criticised Nordkai Shipping.',
    )
    expect([other?.documents, other?.origins]).toEqual([3, 2])
  })

  it('count one speech that two texts quote as one', () => {
    const edges = relation(
      'criticised',
      'Ruth Amsel said: “We are tired of excuses. Tom Keller criticised Nordkai Shipping with good reason.”',
      'On Friday, at a crowded meeting of the council, Ruth Amsel said: “Tom Keller criticised Nordkai Shipping with good reason, and nobody listened to those warnings.”',
    )
    expect(edges.map((e) => [e.documents, e.origins])).toEqual([[2, 1]])
  })
})

describe('the same words in a copied passage', () => {
  it('are one thing by their place among them', () => {
    const text =
      'A pilot who had left warned a pilot who had stayed about the thick ice in the harbour mouth on Friday.'
    const { entities } = resolve(
      ['a.txt', 'b.txt'].map((document) => readClaims(document, text)),
      schema,
    )
    const places = entities
      .filter(({ label }) => label.endsWith('pilot'))
      .map(({ mentions }) => mentions.map(({ document, start }) => `${document} ${start}`))
    expect(places.sort()).toEqual([
      ['a.txt 0', 'b.txt 0'],
      ['a.txt 28', 'b.txt 28'],
    ])
  })
})

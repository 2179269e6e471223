import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Document, ZoneKind } from '../../src/model/index.ts'
import { findZones } from '../../src/read/index.ts'
import { collect } from '../read/collect.ts'

const shared = process.env.REDTHREAD_SHARED ?? fileURLToPath(new URL('../../../shared/', import.meta.url))
const articles = `${shared.replace(/\/$/, '')}/articles`

let documents: readonly Document[] = []

beforeAll(async () => {
  const read = await collect([articles])
  expect(read.problems).toEqual([])
  documents = read.documents
})

/** The furniture of each article, by the first characters and the length in lines, found by search at run time. */
const furniture: readonly (readonly [article: number, kind: ZoneKind, opens: string, closes: string])[] = [
  [0, 'date-line', 'date 2', '-10'],
  [0, 'teaser', 'READ MORE:', 'rage'],
  [0, 'teaser', 'DON’T MISS', ''],
  [1, 'date-line', 'date 2', '-10'],
  [1, 'caption', 'Dame Cressida Dick made', 'Radio London'],
  [1, 'credit', '(Jon', 'Wire)'],
  [2, 'teaser', 'READ MORE: T', 'assaults'],
  [2, 'teaser', 'READ MORE: C', 'purchase'],
  [2, 'comment-rules', 'Comments &', 'here'],
  [3, 'link-list', 'London mayor Sadiq Khan puts', 'sport'],
  [3, 'link-list', 'Read more:', 'admits'],
  [3, 'boilerplate', 'Please use', 'player'],
  [3, 'boilerplate', 'Follow the', 'Spreaker'],
  [3, 'crosshead', 'London mayor expects', 'commissioner'],
  [3, 'crosshead', 'Investigation uncovers', 'misogyny'],
  [4, 'teaser', 'Recommended', ':'],
  [4, 'teaser', 'Before you', '...'],
  [4, 'donation-plea', 'WE NEED', 'supporter.'],
]

describe('the five articles', () => {
  test('are all read, with the two dates that they state', () => {
    expect(documents.map((document) => document.date)).toEqual([
      '2022-02-10',
      '2022-02-10',
      undefined,
      undefined,
      undefined,
    ])
  })

  test('their text is the file, unchanged', () => {
    for (const { id, text } of documents) expect(text).toBe(readFileSync(`${articles}/${id}`, 'utf8'))
  })

  test.each(furniture)('article %i: %s "%s ... %s" is zoned whole', (article, kind, opens, closes) => {
    const { text, zones } = documents[article]!
    const start = text.indexOf(opens)
    const end =
      closes === '' ? start + opens.length : text.indexOf(closes, start + opens.length) + closes.length
    expect(start).toBeGreaterThanOrEqual(0)
    const kinds = zones.filter((zone) => zone.start <= start && zone.end >= end).map((zone) => zone.kind)
    expect(kinds).toEqual([kind])
  })

  test('the two pull quotes are zoned', () => {
    const { text, zones } = documents[1]!
    const quotes = zones
      .filter((zone) => zone.kind === 'pull-quote')
      .map(({ start, end }) => text.slice(start, end))
    expect(quotes).toHaveLength(2)
    for (const quote of quotes) {
      expect(quote.endsWith('Dick')).toBe(true)
      expect(text.split(quote.slice(0, 60))).toHaveLength(3)
    }
  })

  test('no sentence of the story is zoned: a line with a full stop is zoned only in rules and pleas', () => {
    for (const { text, zones } of documents) {
      for (const { kind, start, end } of zones) {
        if (kind === 'comment-rules' || kind === 'donation-plea') continue
        const words = text.slice(start, end)
        expect(words).not.toMatch(/[.!?]["”’]?(?:\s|$)(?<!\.\.\.)/)
      }
    }
  })

  test('no zone is there but those named here', () => {
    expect(documents.map(({ zones }) => zones.length)).toEqual([3, 5, 4, 6, 3])
  })
})

describe('the texts of the gold graphs', () => {
  const texts = readdirSync(`${shared.replace(/\/$/, '')}/gold`).filter((name) => name.endsWith('.json'))

  test.each(texts)('%s: nothing that the graph holds is read only from a zone', (name) => {
    const gold = JSON.parse(readFileSync(`${shared.replace(/\/$/, '')}/gold/${name}`, 'utf8')) as Gold
    expect(gold.assertions.length).toBeGreaterThan(20)
    for (const { id, text } of gold.documents) {
      const shut = findZones(text).zones.filter(({ kind }) => kind !== 'title' && kind !== 'caption')
      expect(shut.length).toBeGreaterThan(0)
      const lost = gold.assertions.filter(({ evidence }) =>
        evidence.every(
          ({ doc, start, end }) => doc === id && shut.some((zone) => zone.start < end && start < zone.end),
        ),
      )
      expect(lost.map((assertion) => assertion.id)).toEqual([])
    }
  })
})

interface Gold {
  readonly documents: readonly { readonly id: string; readonly text: string }[]
  readonly assertions: readonly {
    readonly id: string
    readonly evidence: readonly { readonly doc: string; readonly start: number; readonly end: number }[]
  }[]
}

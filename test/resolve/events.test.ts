import { describe, expect, it } from 'vitest'
import type { RefusedJoin } from '../../src/model/index.ts'
import { loadRanker } from '../../src/read/load-ranker.ts'
import { type Resolution, resolve } from '../../src/resolve/resolve.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { readClaims } from './read-texts.ts'

const { schema } = loadSchema()
const ranker = loadRanker()
const read = (...texts: string[]): Resolution =>
  resolve(
    texts.map((text, i) => readClaims(`${'abcd'[i]}.txt`, text)),
    schema,
    { ranker },
  )
/** In which documents each event of several mentions is told of. */
const events = ({ entities }: Resolution): string[][] =>
  entities
    .filter((e) => e.type === 'Event' && e.mentions.length > 1)
    .map((e) => [...new Set(e.mentions.map((m) => m.document.slice(0, 1)))])

const first =
  'The Water Ombudsman published letters which were found as part of an investigation into conduct at the Varnholm Port Authority between 2028 and 2030. Some 11 pilots were investigated as a result.'

describe('events', () => {
  it('within a document: "the investigation" is the one that was told of, and has its name', () => {
    const { entities } = read(
      'The Water Ombudsman opened an investigation into the port. The investigation, called Operation Lantern, concluded in May 2030. The investigation took years.',
    )
    const operation = entities.find((e) => e.aliases.concat(e.label).includes('Operation Lantern'))
    expect(operation?.type).toBe('Event')
    expect(operation?.mentions.map((m) => m.kind)).toEqual(['nominal', 'nominal', 'named', 'nominal'])
  })

  it('of several documents are one where kind, time, those named and counts agree', () => {
    const found = read(
      first,
      "The Water Ombudsman's investigation, called Operation Lantern, began after complaints from the Varnholm Port Authority about readings taken between 2028 and 2030. In total, the Ombudsman investigated 11 pilots.",
    )
    expect(events(found)).toEqual([['a', 'b']])
  })

  it('stay apart where the times differ, with the reason kept', () => {
    const found = read(first, first.replace('2028 and 2030', '2021 and 2023'))
    expect(events(found)).toEqual([])
    const reasons = [...found.trace()].filter(
      (r): r is RefusedJoin => 'nodes' in r && r.rule === 'same event',
    )
    expect(reasons.map((r) => r.because)).toEqual(['too little speaks for it'])
  })

  it('stay apart where only the kind and one name agree', () => {
    const found = read(
      'An investigation into Nordkai Shipping opened in Ostlund.',
      'Tom Keller welcomed an investigation into Nordkai Shipping last year.',
    )
    expect(events(found)).toEqual([])
  })

  it('stay apart where the counts differ', () => {
    const found = read(
      first,
      'Between 2028 and 2030, an investigation by the Water Ombudsman shook the Varnholm Port Authority. Almost 19 pilots were investigated.',
    )
    expect(events(found)).toEqual([])
  })
})

describe('counted groups', () => {
  const groups = (...texts: string[]): number[] =>
    read(...texts)
      .entities.filter((e) => e.count === 11)
      .map((e) => new Set(e.mentions.map((m) => m.document)).size)

  it('are one where head, count, predicate and the other participant agree', () => {
    expect(
      groups(
        'In total, Tom Keller dismissed 11 pilots.',
        'It is known that Tom Keller dismissed 11 pilots on Monday.',
      ),
    ).toEqual([2])
  })

  it.each([
    ['another predicate', 'Everybody knows that Tom Keller praised 11 pilots.'],
    ['another participant', 'Everybody knows that Lena Okafor dismissed 11 pilots.'],
    ['another head', 'Everybody knows that Tom Keller dismissed 11 officers.'],
  ])('are two with %s', (_, other) => {
    expect(groups('In total, Tom Keller dismissed 11 pilots.', other)).toEqual([1, 1])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PassageSignature } from '../../src/model/index.ts'
import { loadRanker } from '../../src/read/load-ranker.ts'
import { packSignatures, unpackSignatures } from '../../src/resolve/packed-signatures.ts'
import { type ResolvableClaims, resolvableClaims } from '../../src/resolve/resolvable-claims.ts'
import { resolve } from '../../src/resolve/resolve.ts'
import { linkedClaims } from '../../src/resolve/within-document.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { readClaims } from './read-texts.ts'

const { schema } = loadSchema()
const ranker = loadRanker()
const texts = [
  'Ruth Amsel, the mayor of Varnholm, opened the inquiry in March 2031. She had been warned by 14 pilots. The weather was fine.',
  'The inquiry in Varnholm heard 14 pilots. "We were never asked," said Tom Keller, a pilot. He left the harbour in a small boat.',
]
const linked = texts.map((text, i) => linkedClaims(readClaims(`${i}.txt`, text), schema, ranker))

describe('what resolution needs of claims', () => {
  it('gives the nodes and edges that whole claims give', () => {
    const { trace, ...whole } = resolve(linked, schema)
    const { trace: traceOfKept, ...kept } = resolve(linked.map(resolvableClaims), schema)
    expect(whole.relations.length).toBeGreaterThan(3)
    expect(kept).toEqual(whole)
    expect([...traceOfKept()]).toEqual([...trace()])
  })

  it('holds every mention that is named, dated, counted or spoken of, and leaves out what nothing is said of', () => {
    for (const document of linked) {
      const { mentions } = resolvableClaims(document)
      const ids = new Set(mentions.map(({ id }) => id))
      for (const { subject, object } of document.claims) {
        expect(ids).toContain(subject)
        expect(ids).toContain(object)
      }
      for (const { id, kind, count, time } of document.mentions)
        if (kind === 'named' || kind === 'value' || count !== undefined || time) expect(ids).toContain(id)
    }
    const words = (documents: readonly Pick<ResolvableClaims, 'mentions'>[]): string =>
      documents.flatMap(({ mentions }) => mentions.map(({ text }) => text)).join(', ')
    expect(words(linked)).toContain('weather')
    expect(words(linked.map(resolvableClaims))).not.toContain('weather')
  })
})

describe('packed signatures', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 20 })
  const place = fc.integer({ min: 0, max: 10_000_000 })
  const signature: fc.Arbitrary<PassageSignature> = fc.record({
    start: place,
    end: place,
    shingles: numbers,
    words: numbers,
    names: numbers,
    numbers,
  })

  it('are unpacked as they were', () => {
    fc.assert(
      fc.property(fc.array(signature, { maxLength: 5 }), (signatures) => {
        expect(unpackSignatures(packSignatures(signatures))).toEqual(signatures)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentClaims } from '../../src/model/index.ts'
import { resolve } from '../../src/resolve/resolve.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { type Said, writeMentions } from './within/write-mentions.ts'

const { schema } = loadSchema()

/** Names that may be one, may clash, or may be of two kinds; short enough for chance to bring them together. */
const names: readonly Omit<Said, 'start'>[] = [
  ...['Ruth Amsel', 'Ruth A. Amsel', 'R. Amsel', 'Tom Amsel', 'Amsel', 'Rutt Amsel'].map((words) => ({
    words,
    kind: 'named' as const,
    type: 'Person',
    ...(words.startsWith('Ruth') ? { gender: 'feminine' as const } : {}),
    ...(words.startsWith('Tom') ? { gender: 'masculine' as const } : {}),
  })),
  ...[
    'Metropolitan Harbour Board',
    'Met Harbour Board',
    'MHB',
    'Met Harbour Board Union',
    'Midland Hall Bank',
  ].map((words) => ({ words, kind: 'named' as const, type: 'Organization' })),
  ...['Varnholm', 'Radio Varnholm'].map((words) => ({ words, kind: 'named' as const })),
  ...['Mayor of Varnholm', 'mayor'].map((words) => ({
    words,
    kind: words === 'mayor' ? ('nominal' as const) : ('named' as const),
    type: 'Role',
    definite: true,
  })),
  { words: 'an investigation', kind: 'nominal', type: 'Event', determiner: 'indefinite' },
]

/** A document of some of the names, each in one sentence with the next. */
function document(name: string, picked: readonly number[], date: string | undefined): DocumentClaims {
  const said = picked.map((i) => ({ ...names[i]!, words: names[i]!.words }))
  return writeMentions(`${said.map(({ words }) => words).join(' and ')}.`, said, {
    document: name,
    ...(date === undefined ? {} : { date }),
  })
}

const corpus = fc
  .array(
    fc.record({
      picked: fc.array(fc.nat(names.length - 1), { minLength: 1, maxLength: 5 }),
      date: fc.option(fc.constantFrom('2031-03-04', '2031-03-20', '2044-01-01'), { nil: undefined }),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((rows) => rows.map(({ picked, date }, i) => document(`${i}.txt`, picked, date)))

/** All that a resolution gives, as bytes. */
const bytes = (documents: readonly DocumentClaims[]): string => {
  const { entities, relations, problems, trace } = resolve(documents, schema)
  return JSON.stringify({ entities, relations, problems, trace: [...trace()] })
}

describe('resolution', () => {
  it('gives the same bytes in any order of the documents', () => {
    const shuffled = corpus.chain((documents) =>
      fc.tuple(
        fc.constant(documents),
        fc.shuffledSubarray(documents, { minLength: documents.length, maxLength: documents.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([documents, other]) => bytes(documents) === bytes(other)),
      { numRuns: 60 },
    )
  })

  it('never brings two people of different first names, or a man and a woman, into one node', () => {
    fc.assert(
      fc.property(corpus, (documents) => {
        for (const { type, label, aliases } of resolve(documents, schema).entities) {
          if (type !== 'Person') continue
          const all = [label, ...aliases].join(' | ')
          expect(all).not.toMatch(/Tom.*R|R.*Tom/)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('keeps apart what a person keeps apart, whatever the rules find', () => {
    fc.assert(
      fc.property(corpus, fc.nat(), fc.nat(), (documents, x, y) => {
        const places = documents.flatMap((d) =>
          d.mentions.map((m) => ({ document: d.document, mention: m.id })),
        )
        const [a, b] = [places[x % places.length]!, places[y % places.length]!]
        if (a.document === b.document && a.mention === b.mention) return
        const apart = [{ sides: [[a], [b]] as const, reason: 'a decision' }]
        const { entities } = resolve(documents, schema, { constraints: { together: [], apart } })
        const has = (node: (typeof entities)[number], place: typeof a): boolean =>
          node.mentions.some((m) => m.document === place.document && `${m.start}-${m.end}` === place.mention)
        expect(entities.some((node) => has(node, a) && has(node, b))).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

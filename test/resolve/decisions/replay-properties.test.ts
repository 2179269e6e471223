import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assembleGraph } from '../../../src/assemble.ts'
import { serializeGraph } from '../../../src/graph/index.ts'
import type { Decision, DocumentClaims, NodeAttributes } from '../../../src/model/index.ts'
import { loadSchema } from '../../../src/schema/load-schema.ts'
import { placed, writeDocument } from './write-documents.ts'

const { schema } = loadSchema()

// Names of which some are likely to be joined by rules, and some are the same in two types.
const people = [
  'Ruth Amsel',
  'Amsel',
  'R. Amsel',
  'Tom Keller',
  'Tom Kellar',
  'Olga Brandt',
  'Mara Voss',
  'Ida Falk',
]
const bodies = ['Harbour Board', 'Port Board', 'Varnholm', 'Quay Radio', 'Water Ombudsman']
const strangers = ['Ada Sorensen', 'Bo Lindgren', 'Kai Nyberg']
const relations = ['met', 'leads', 'criticised', 'not met', 'praised', 'spoke-to']

interface Told {
  readonly subject: string
  readonly relation: string
  readonly object: string
}
const told = (names: readonly string[]): fc.Arbitrary<Told> =>
  fc.record({
    subject: fc.constantFrom(...names),
    relation: fc.constantFrom(...relations),
    object: fc.constantFrom(...names),
  })

/** A document of one to three sentences, each a relation between two names. */
function documentOf(id: string, sentences: readonly Told[]): DocumentClaims {
  const words = sentences.flatMap(({ subject, object }) => [subject, object])
  const type = (name: string): string => (bodies.includes(name) ? 'Organization' : 'Person')
  return writeDocument(
    id,
    sentences.map(({ subject, relation, object }) => `${subject} ${relation} ${object}.`).join(' '),
    words.map((name) => ({ words: name, type: type(name) })),
    sentences.map(({ relation }, index) => [2 * index, relation, 2 * index + 1]),
  )
}
const documents = (names: readonly string[], prefix: string): fc.Arbitrary<DocumentClaims[]> =>
  fc
    .array(fc.array(told(names), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 })
    .map((list) => list.map((sentences, index) => documentOf(`${prefix}${index}.txt`, sentences)))

const known = [...people, ...bodies]
const name = fc.constantFrom(...known, 'Nobody')
const two = fc.uniqueArray(name, { minLength: 2, maxLength: 3 })
const edge = fc.record({ subject: name, relation: fc.constantFrom('met', 'leads', 'praised'), object: name })
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ merge: two, as: fc.constantFrom('New Name', 'Ruth Amsel') }, { requiredKeys: ['merge'] }),
  fc.record({ 'keep-apart': two }),
  fc.record({ rename: name, to: fc.constantFrom('New Name', 'Tom Keller') }),
  fc.record({ retype: name, to: fc.constantFrom('Person', 'Organization', 'Place') }),
  fc.record({ reject: fc.oneof(name, edge) }),
  fc.record({ confirm: edge }),
  fc.record({ note: fc.constant('seen'), on: fc.oneof(name, edge) }),
  name.chain((quote) =>
    fc.record({ split: fc.constant(quote), mentions: fc.constant([{ document: 'a0.txt', quote }]) }),
  ),
) as fc.Arbitrary<Decision>
const decisions = fc.array(decision, { maxLength: 5 })

function build(from: readonly DocumentClaims[], decided: readonly Decision[]) {
  const { graph, problems } = assembleGraph(from, schema, { decisions: placed(decided), settings: {} })
  return { graph, problems, bytes: JSON.stringify([serializeGraph(graph), problems]) }
}

const runs = { numRuns: 60 }

describe('decisions over any claims', () => {
  it('give the same bytes again, whatever the order of the documents', () => {
    fc.assert(
      fc.property(documents(known, 'a'), decisions, fc.infiniteStream(fc.nat()), (from, decided, numbers) => {
        const { bytes } = build(from, decided)
        const shuffled = [...from].sort(() => (numbers.next().value % 2 === 0 ? 1 : -1))
        expect(build(shuffled, decided).bytes).toBe(bytes)
      }),
      runs,
    )
  })

  it('are each applied or reported', () => {
    fc.assert(
      fc.property(documents(known, 'a'), decisions, (from, decided) => {
        const { graph, problems } = build(from, decided)
        const counts = decided.length === 0 ? undefined : graph.getAttribute('decisions')!
        const reported = new Set(problems.filter((p) => p.code.startsWith('decision-')).map((p) => p.line))
        expect(counts === undefined ? 0 : counts.applied + counts.unused).toBe(decided.length)
        expect(reported.size).toBeGreaterThanOrEqual(counts?.unused ?? 0)
      }),
      runs,
    )
  })

  it('keep every edge between nodes that are there, and every key once', () => {
    fc.assert(
      fc.property(documents(known, 'a'), decisions, (from, decided) => {
        const { graph } = build(from, decided)
        graph.forEachEdge((key, { evidence, relation, polarity }, source, target) => {
          expect(key).toBe([source, relation, target, polarity].join('|'))
          for (const { speakers } of evidence)
            for (const speaker of speakers) expect(graph.hasNode(speaker)).toBe(true)
        })
        const former = graph.mapNodes((_, node) => node.formerKeys ?? []).flat()
        expect(new Set(former).size).toBe(former.length)
        for (const key of former) expect(graph.hasNode(key)).toBe(false)
      }),
      runs,
    )
  })

  it('never put into one node what is kept apart', () => {
    fc.assert(
      fc.property(documents(known, 'a'), two, decisions, (from, names, decided) => {
        const { graph, problems } = build(from, [{ 'keep-apart': names }, ...decided])
        fc.pre(!problems.some((p) => p.line === 2 && p.code !== 'decision-conflict'))
        const texts = new Map(from.map((document) => [document.document, document.mentions]))
        graph.forEachNode((_, { mentions }) => {
          const borne = mentions.map(
            (place) =>
              texts.get(place.document)!.find((m) => m.start === place.start && m.end === place.end)!.text,
          )
          expect(names.filter((one) => borne.includes(one)).length).toBeLessThan(2)
        })
      }),
      runs,
    )
  })

  it('hold when documents that speak of others come and go', () => {
    const kept = ({ x: _x, y: _y, size: _s, color: _c, community: _m, rank: _r, ...node }: NodeAttributes) =>
      node
    fc.assert(
      fc.property(documents(known, 'a'), documents(strangers, 'z'), decisions, (from, others, decided) => {
        const alone = build(from, decided)
        const more = build([...others, ...from], decided)
        const said = ({ problems }: typeof alone) => problems.filter((p) => p.code.startsWith('decision-'))
        expect(said(more)).toEqual(said(alone))
        alone.graph.forEachNode((key, attributes) => {
          expect(kept(more.graph.getNodeAttributes(key))).toEqual(kept(attributes))
        })
        alone.graph.forEachEdge((key, attributes) => {
          expect(more.graph.getEdgeAttributes(key)).toEqual(attributes)
        })
      }),
      runs,
    )
  })

  it('give the same graph in any order where each is about something else', () => {
    const groups: readonly Decision[][] = [
      [{ merge: ['Ruth Amsel', 'Mara Voss'] }, { rename: 'Ruth Amsel', to: 'Ruth Voss' }],
      [{ 'keep-apart': ['Harbour Board', 'Port Board'] }],
      [{ retype: 'Varnholm', to: 'Place' }],
      [{ reject: 'Quay Radio' }],
      [{ note: 'seen', on: 'Tom Keller' }],
    ]
    fc.assert(
      fc.property(
        documents(known, 'a'),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        (from, order) => {
          const graphOf = (decided: readonly Decision[]): string =>
            [...serializeGraph(build(from, decided).graph)].join('')
          expect(graphOf(order.flatMap((index) => groups[index]!))).toBe(graphOf(groups.flat()))
        },
      ),
      runs,
    )
  })
})

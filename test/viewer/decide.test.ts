import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { assembleGraph } from '../../src/assemble.ts'
import { type BuildResult, build } from '../../src/build.ts'
import { decidingExtras } from '../../src/export/page-extras.ts'
import type { Decision } from '../../src/model/decision.ts'
import type { SerializedGraph } from '../../src/model/graph.ts'
import { readDecisions } from '../../src/resolve/decisions/read-decisions.ts'
import { appendDecision } from '../../src/resolve/decisions/write-decisions.ts'
import type { ResolvableClaims } from '../../src/resolve/resolvable-claims.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { applyRulings } from '../../viewer/src/decide/apply-rulings.ts'
import { withDecisions } from '../../viewer/src/decide/decisions-text.ts'
import { entityRef, mentionRef, relationRef } from '../../viewer/src/decide/entity-ref.ts'
import type { Ruling } from '../../viewer/src/decide/ruling.ts'
import { suggestMerges } from '../../viewer/src/decide/suggestions.ts'
import { type GraphIndex, indexGraph } from '../../viewer/src/graph/index-graph.ts'
import { claimsOfFolder } from '../resolve/read-folder.ts'
import { essence } from './essence.ts'

// Decisions as the page makes them, on the graph of data/samples: what the page shows of each must be what the next
// build makes of the file that the page writes.
const samples = fileURLToPath(new URL('../../data/samples', import.meta.url))
const { schema } = loadSchema()
const { signatures } = decidingExtras(schema, [])
let first: BuildResult
let base: SerializedGraph
let claims: ResolvableClaims[]
let index: GraphIndex

beforeAll(async () => {
  first = await build({ inputs: [samples] })
  claims = await claimsOfFolder(samples)
  base = first.graph!.export() as SerializedGraph
  index = indexGraph(base, first.documents)
})

function expectSame(rulings: readonly Ruling[]): void {
  const texts = new Map(first.documents.map(({ id, text }) => [id, text]))
  const shown = applyRulings(base, rulings, {
    texts: (id) => texts.get(id),
    ...(signatures ? { signatures } : {}),
  })
  const text = withDecisions(
    '',
    rulings.map(({ decision }) => decision),
  )
  const { decisions, problems } = readDecisions(text, 'decisions.yaml')
  expect(problems).toEqual([])
  const built = assembleGraph(claims, schema, { decisions, settings: {} })
  expect(built.problems.filter(({ code }) => code.startsWith('decision'))).toEqual([])
  expect(essence(shown)).toEqual(essence(built.graph.export() as SerializedGraph))
  expect(essence(shown)).not.toEqual(essence(base))
}

const node = (label: string, at: GraphIndex = index): number => {
  const found = at.nodes.findIndex((one) => one.label === label)
  if (found < 0) throw new Error(`no ${label}`)
  return found
}
const about = (label: string, make: (ref: ReturnType<typeof entityRef>) => Decision): Ruling => ({
  decision: make(entityRef(index, node(label))),
  nodes: [index.nodeKeys[node(label)]!],
})

describe('what the page shows of a decision is what a build makes of it', () => {
  test('merge', () =>
    expectSame([
      {
        decision: {
          merge: [
            entityRef(index, node('Varnholm Port Authority')),
            entityRef(index, node('Port Authority')),
          ],
        },
        nodes: ['Varnholm Port Authority', 'Port Authority'].map((label) => index.nodeKeys[node(label)]!),
      },
    ]))

  test('merge of two with relations between them and to the same others', () =>
    expectSame([
      {
        decision: { merge: [entityRef(index, node('Ruth Amsel')), entityRef(index, node('Olga Brandt'))] },
        nodes: ['Ruth Amsel', 'Olga Brandt'].map((label) => index.nodeKeys[node(label)]!),
      },
    ]))

  test('keep apart', () =>
    expectSame([
      {
        decision: {
          'keep-apart': [
            entityRef(index, node('Varnholm Port Authority')),
            entityRef(index, node('Port Authority')),
          ],
        },
        nodes: ['Varnholm Port Authority', 'Port Authority'].map((label) => index.nodeKeys[node(label)]!),
      },
    ]))

  test('rename', () => expectSame([about('Ruth Amsel', (rename) => ({ rename, to: 'Dr Ruth Amsel' }))]))

  test('retype', () => expectSame([about('Radio Varnholm', (retype) => ({ retype, to: 'Facility' }))]))

  test('reject an entity', () => expectSame([about('Lena Okafor', (reject) => ({ reject }))]))

  test('note on an entity', () =>
    expectSame([about('Ruth Amsel', (on) => ({ note: 'Ask her', on, by: 'Ada', when: '2031-05-01' }))]))

  test('reject, confirm and note on relations', () => {
    const [a, b, c] = base.edges.filter(({ attributes }) => attributes.derived !== true)
    expectSame([
      { decision: { reject: relationRef(index, index.edgeOf.get(a!.key)!) }, nodes: [], edge: a!.key },
      { decision: { confirm: relationRef(index, index.edgeOf.get(b!.key)!) }, nodes: [], edge: b!.key },
      {
        decision: { note: 'Seen', on: relationRef(index, index.edgeOf.get(c!.key)!) },
        nodes: [],
        edge: c!.key,
      },
    ])
  })

  test('split by documents', () => {
    const amsel = node('Ruth Amsel')
    const { mentions } = index.nodes[amsel]!
    const last = mentions.at(-1)!.document
    const places = mentions.filter(({ document, kind }) => document === last && kind !== 'pronoun')
    expectSame([
      {
        decision: {
          split: entityRef(index, amsel),
          mentions: places.map((place) => mentionRef(index, place)),
          as: 'Rita Amsel',
        },
        nodes: [index.nodeKeys[amsel]!],
        places,
      },
    ])
  })

  test('several, each on what the one before left', () => {
    const rename = about('Ruth Amsel', (ref) => ({ rename: ref, to: 'R. Amsel' }))
    const after = indexGraph(applyRulings(base, [rename], { texts: () => '' }), first.documents)
    expectSame([
      rename,
      {
        decision: {
          merge: [entityRef(after, node('R. Amsel', after)), entityRef(after, node('Anton Vale', after))],
        },
        nodes: ['R. Amsel', 'Anton Vale'].map((label) => after.nodeKeys[node(label, after)]!),
      },
    ])
  })
})

describe('references', () => {
  test('count places of words as the build does, also those that overlap', () => {
    const [document] = first.documents
    const text = 'pom pom pom pom.'
    const made = indexGraph(base, [{ ...document!, text }])
    const place = { document: document!.id, start: 8, end: 15 }
    expect(mentionRef(made, place)).toEqual({ document: document!.id, quote: 'pom pom', nth: 3 })
  })

  test('go by label and type where the page has no texts', () => {
    const twin = base.nodes[node('Radio Varnholm')]!
    const nodes = [
      ...base.nodes,
      { ...twin, key: 'work/radio', attributes: { ...twin.attributes, type: 'Work' } },
    ]
    const made = indexGraph({ ...base, nodes }, [])
    expect(entityRef(made, node('Radio Varnholm'))).toEqual({
      name: 'Radio Varnholm',
      type: twin.attributes.type,
    })
    expect(entityRef(made, node('Ruth Amsel'))).toBe('Ruth Amsel')
  })
})

describe('decisions.yaml as the page writes it', () => {
  const ref = { document: 'a.txt', quote: 'the "old" harbour: \\ office', nth: 2 }
  const decisions: Decision[] = [
    { merge: ['Ruth Amsel', ref], as: 'R: Amsel' },
    { split: 'Varnholm', mentions: [ref], as: '- no' },
    { 'keep-apart': ['yes', '123'], by: 'Ada', when: '2031-05-01' },
    {
      note: 'two\nlines # and more',
      on: { subject: 'A', relation: 'met', object: 'B', polarity: 'negative' },
    },
  ]

  test('is read back as it was meant', () => {
    const { decisions: read, problems } = readDecisions(withDecisions('', decisions), 'decisions.yaml')
    expect(problems).toEqual([])
    expect(read.map(({ decision }) => decision)).toEqual(decisions)
  })

  test('keeps what stood there, comments too', () => {
    const [first, ...others] = decisions
    const text = appendDecision('# ours\n', first!)
    const both = withDecisions(text, others)
    expect(both.startsWith(text.trimEnd())).toBe(true)
    expect(readDecisions(both, 'decisions.yaml').decisions.map(({ decision }) => decision)).toEqual(decisions)
  })
})

describe('suggestMerges', () => {
  test('puts pairs that the build was unsure of first, then names that are forms of each other', () => {
    const [a, b] = ['Lena Okafor', 'Anton Vale'].map((label) => index.nodeKeys[node(label)]!)
    const found = suggestMerges(index, [{ nodes: [a!, b!], because: 'two offices', score: 0.4 }])
    expect(found[0]).toMatchObject({ reason: 'resolver', because: 'two offices' })
    const pairs = found.map(({ nodes, reason }) => [
      ...nodes.map((one) => index.nodes[one]!.label).sort(),
      reason,
    ])
    expect(pairs).toContainEqual(['Port Authority', 'Varnholm Port Authority', 'part'])
    for (const { nodes } of found) expect(index.nodes[nodes[0]]!.type).toBe(index.nodes[nodes[1]]!.type)
  })

  test('passes over pairs that are kept apart', () => {
    const apart = structuredClone(base)
    for (const { attributes } of apart.nodes)
      if (/^(Varnholm )?Port Authority$/.test(attributes.label)) attributes.decisions = ['keep-apart']
    const decided = indexGraph(apart, first.documents)
    const pairs = suggestMerges(decided, []).map(({ nodes }) => nodes.map((one) => decided.nodes[one]!.label))
    for (const pair of pairs) expect(pair.every((label) => /Port Authority$/.test(label))).toBe(false)
  })
})

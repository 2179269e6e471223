import { describe, expect, it } from 'vitest'
import { assembleGraph } from '../../../src/assemble.ts'
import { serializeGraph } from '../../../src/graph/index.ts'
import type { Decision, DocumentClaims } from '../../../src/model/index.ts'
import { loadSchema } from '../../../src/schema/load-schema.ts'
import { placed, writeDocument } from './write-documents.ts'

const { schema } = loadSchema()

const person = (words: string) => ({ words, type: 'Person' })
const body = (words: string) => ({ words, type: 'Organization' })
const documents: readonly DocumentClaims[] = [
  writeDocument(
    'a.txt',
    'Ruth Amsel met Tom Keller. Ruth Amsel leads the Harbour Board. Amsel spoke.',
    [
      person('Ruth Amsel'),
      person('Tom Keller'),
      person('Ruth Amsel'),
      body('Harbour Board'),
      person('Amsel'),
    ],
    [
      [0, 'met', 1],
      [2, 'leads', 3],
    ],
  ),
  writeDocument(
    'b.txt',
    'Mara Voss met Olga Brandt. The Port Board praised Olga Brandt.',
    [person('Mara Voss'), person('Olga Brandt'), body('Port Board'), person('Olga Brandt')],
    [
      [0, 'met', 1],
      [2, 'praised', 3],
    ],
  ),
  writeDocument(
    'c.txt',
    'Ruth Amsel criticised the Port Board. The Port Board did not meet Tom Keller.',
    [person('Ruth Amsel'), body('Port Board'), body('Port Board'), person('Tom Keller')],
    [
      [0, 'criticised', 1],
      [2, 'not met', 3],
    ],
  ),
]

function decide(decisions: readonly Decision[], from: readonly DocumentClaims[] = documents) {
  const { graph, problems } = assembleGraph(from, schema, { decisions: placed(decisions), settings: {} })
  const edges = graph.mapEdges((_, edge, source, target) => {
    const [a, b] = [source, target].map((key) => graph.getNodeAttribute(key, 'label'))
    return `${a} ${edge.polarity === 'negative' ? 'not ' : ''}${edge.relation} ${b}`
  })
  const said = problems
    .filter((p) => p.code.startsWith('decision-'))
    .map((p) => `${p.severity} ${p.line}: ${p.message} ${p.hint}`)
  return { graph, edges: edges.sort(), said, bytes: JSON.stringify(serializeGraph(graph)) }
}

describe('without decisions', () => {
  it('the machine makes four people and two boards', () => {
    const { graph, edges } = decide([])
    expect(graph.nodes()).toEqual([
      'organization/harbour-board',
      'organization/port-board',
      'person/mara-voss',
      'person/olga-brandt',
      'person/ruth-amsel',
      'person/tom-keller',
    ])
    expect(edges).toHaveLength(6)
    expect(graph.hasAttribute('decisions')).toBe(false)
  })
})

describe('merge', () => {
  it('makes one of two, with the label and type of the first', () => {
    const { graph, edges, said } = decide([{ merge: ['Ruth Amsel', 'Mara Voss'] }])
    expect(said).toEqual([])
    expect(graph.hasNode('person/mara-voss')).toBe(false)
    expect(graph.getNodeAttributes('person/ruth-amsel')).toMatchObject({
      label: 'Ruth Amsel',
      aliases: expect.arrayContaining(['Mara Voss']),
      formerKeys: ['person/mara-voss'],
      decisions: ['merge'],
    })
    expect(edges).toContain('Ruth Amsel met Olga Brandt')
    expect(graph.getAttribute('decisions')).toEqual({
      applied: 1,
      unused: 0,
      rejectedEntities: 0,
      rejectedRelations: 0,
    })
  })

  it('takes another label, and what the machine holds to be different', () => {
    const { graph, said } = decide([
      { merge: ['Tom Keller', 'Olga Brandt', 'Harbour Board'], as: 'The Three' },
    ])
    expect(said).toEqual([])
    expect(graph.getNodeAttributes('person/the-three')).toMatchObject({
      label: 'The Three',
      type: 'Person',
      aliases: ['Harbour Board', 'Olga Brandt', 'Tom Keller'],
      formerKeys: ['organization/harbour-board', 'person/olga-brandt', 'person/tom-keller'],
    })
  })

  it('names a mention where a name is not enough', () => {
    const { edges, said } = decide([
      {
        merge: [
          { document: 'a.txt', quote: 'Ruth Amsel', nth: 2 },
          { document: 'b.txt', quote: 'Mara Voss' },
        ],
      },
    ])
    expect(said).toEqual([])
    expect(edges).toContain('Ruth Amsel met Olga Brandt')
  })
})

describe('keep-apart', () => {
  const merged: Decision = { merge: ['Ruth Amsel', 'Mara Voss'] }

  it('beats what the machine joins: the same name in two documents', () => {
    const apart: Decision = {
      'keep-apart': [
        { document: 'a.txt', quote: 'Ruth Amsel' },
        { document: 'c.txt', quote: 'Ruth Amsel' },
      ],
    }
    const { graph, said } = decide([apart])
    expect(said).toEqual([])
    const women = graph.filterNodes((_, node) => node.label === 'Ruth Amsel')
    expect(women).toHaveLength(2)
    const documentsOf = women.map((key) => [
      ...new Set(graph.getNodeAttribute(key, 'mentions').map((m) => m.document)),
    ])
    expect(documentsOf.sort()).toEqual([['a.txt'], ['c.txt']])
  })

  it('against a merge is an error that names both lines, and the merge is not applied', () => {
    for (const decisions of [
      [merged, { 'keep-apart': ['Mara Voss', 'Ruth Amsel'] }],
      [{ 'keep-apart': ['Mara Voss', 'Ruth Amsel'] }, merged],
    ] as Decision[][]) {
      const { graph, said } = decide(decisions)
      expect(graph.hasNode('person/mara-voss')).toBe(true)
      const [line, other] = decisions[0] === merged ? [2, 3] : [3, 2]
      expect(said).toEqual([
        expect.stringMatching(
          new RegExp(`^error ${line}: Decision ${line! - 1} \\(merge\\).* in line ${other} keeps apart`),
        ),
      ])
    }
  })

  it('holds along a chain of merges', () => {
    const { graph, said } = decide([
      { 'keep-apart': ['Ruth Amsel', 'Tom Keller'] },
      { merge: ['Ruth Amsel', 'Olga Brandt'] },
      { merge: ['Olga Brandt', 'Tom Keller'] },
    ])
    expect(said).toEqual([expect.stringContaining('error 4: Decision 3 (merge) is not applied')])
    expect(graph.hasNode('person/tom-keller')).toBe(true)
    expect(graph.hasNode('person/olga-brandt')).toBe(false)
  })

  it('divides by name what the machine takes for one, and what hangs on each name goes with it', () => {
    const short = writeDocument(
      'd.txt',
      'R. Amsel sued the Port Board.',
      [person('R. Amsel'), body('Port Board')],
      [[0, 'sued', 1]],
    )
    const from = [...documents, short]
    expect(decide([], from).edges).toContain('Ruth Amsel sued Port Board')
    const { edges, said } = decide([{ 'keep-apart': ['R. Amsel', 'Ruth Amsel'] }], from)
    expect(said).toEqual([])
    expect(edges).toContain('R. Amsel sued Port Board')
    expect(edges).toContain('Ruth Amsel criticised Port Board')
    const { said: after } = decide(
      [
        { 'keep-apart': ['R. Amsel', 'Ruth Amsel'] },
        { merge: ['R. Amsel', 'Mara Voss'] },
        { rename: 'Ruth Amsel', to: 'Ruth' },
      ],
      from,
    )
    expect(after).toEqual([])
  })

  it('says that two names for the same words cannot be kept apart', () => {
    const { said } = decide([{ 'keep-apart': ['Ruth Amsel', 'ruth amsel'] }])
    expect(said).toEqual([expect.stringContaining('two of its names stand for the same words')])
  })
})

describe('split', () => {
  it('takes mentions out of an entity and leaves the others together', () => {
    const { graph, edges, said } = decide([
      {
        split: 'Ruth Amsel',
        mentions: [{ document: 'a.txt', quote: 'Ruth Amsel', nth: 2 }],
        as: 'Ruth Amsel the younger',
      },
    ])
    expect(said).toEqual([])
    expect(graph.getNodeAttributes('person/ruth-amsel-the-younger')).toMatchObject({ decisions: ['split'] })
    expect(edges).toContain('Ruth Amsel the younger leads Harbour Board')
    expect(edges).toContain('Ruth Amsel met Tom Keller')
    expect(edges).toContain('Ruth Amsel criticised Port Board')
    const rest = graph
      .getNodeAttribute('person/ruth-amsel', 'mentions')
      .map((m) => `${m.document} ${m.start}`)
    expect(rest).toEqual(['a.txt 0', 'a.txt 63', 'c.txt 0'])
  })

  it('is reported when a mention does not belong to the entity', () => {
    const { said } = decide([{ split: 'Ruth Amsel', mentions: [{ document: 'b.txt', quote: 'Mara Voss' }] }])
    expect(said).toEqual([expect.stringContaining('"Mara Voss" of b.txt does not belong to "Ruth Amsel"')])
  })

  it('is reported when nothing would be left', () => {
    const { said } = decide([{ split: 'Mara Voss', mentions: [{ document: 'b.txt', quote: 'Mara Voss' }] }])
    expect(said).toEqual([expect.stringContaining('nothing would be left')])
  })
})

describe('rename and retype', () => {
  it('give a label and a type, and remember the key', () => {
    const { graph, said } = decide([
      { rename: 'Port Board', to: 'Board of the Port' },
      { retype: 'Board of the Port', to: 'Group' },
    ])
    expect(said).toEqual([])
    expect(graph.getNodeAttributes('group/board-of-the-port')).toMatchObject({
      label: 'Board of the Port',
      type: 'Group',
      aliases: ['Port Board'],
      formerKeys: ['organization/port-board'],
      decisions: ['rename', 'retype'],
    })
  })

  it('let the later of two hold', () => {
    const { graph } = decide([
      { rename: 'Port Board', to: 'One' },
      { rename: 'Port Board', to: 'Two' },
    ])
    expect(graph.hasNode('organization/two')).toBe(true)
  })

  it('never take the key of another node', () => {
    const { graph } = decide([{ rename: 'Tom Keller', to: 'Olga Brandt' }])
    expect(
      graph.getNodeAttribute('person/olga-brandt', 'mentions').every((m) => m.document === 'b.txt'),
    ).toBe(true)
    expect(graph.filterNodes((_, n) => n.label === 'Olga Brandt')).toHaveLength(2)
  })

  it('report a type that the schema does not have', () => {
    const { said } = decide([{ retype: 'Port Board', to: 'Grup' }])
    expect(said).toEqual([expect.stringContaining('no entity type "Grup" Did you mean "Group"?')])
  })
})

describe('reject, confirm and note', () => {
  it('take a relation out of the graph and mark another', () => {
    const { graph, edges, said } = decide([
      { reject: { subject: 'Port Board', relation: 'met', object: 'Tom Keller', polarity: 'negative' } },
      { confirm: { subject: 'Ruth Amsel', relation: 'met', object: 'Tom Keller' } },
      {
        note: 'see the minutes',
        on: { subject: 'Ruth Amsel', relation: 'met', object: 'Tom Keller' },
        by: 'Ada',
        when: '2031-03-07',
      },
      { note: 'a woman', on: 'Ruth Amsel' },
    ])
    expect(said).toEqual([])
    expect(edges).not.toContain('Port Board not met Tom Keller')
    expect(graph.getEdgeAttributes('person/ruth-amsel|met|person/tom-keller|positive')).toMatchObject({
      decision: 'confirmed',
      notes: [{ text: 'see the minutes', by: 'Ada', when: '2031-03-07' }],
    })
    expect(graph.getNodeAttribute('person/ruth-amsel', 'notes')).toEqual([{ text: 'a woman' }])
    expect(graph.getAttribute('decisions')).toEqual({
      applied: 4,
      unused: 0,
      rejectedEntities: 0,
      rejectedRelations: 1,
    })
  })

  it('take an entity out with its relations', () => {
    const { graph, edges } = decide([{ reject: 'Tom Keller' }])
    expect(graph.hasNode('person/tom-keller')).toBe(false)
    expect(edges.some((edge) => edge.includes('Keller'))).toBe(false)
    expect(graph.getAttribute('decisions')).toMatchObject({ rejectedEntities: 1 })
  })

  it('never turn the words of a rejected speaker into the voice of the article', () => {
    const quoted = writeDocument(
      'd.txt',
      'Ida Voss said: Ruth Amsel met Tom Keller.',
      [person('Ida Voss'), person('Ruth Amsel'), person('Tom Keller')],
      [[1, 'met', 2, { speakers: ['0-8'], modality: 'asserted' }]],
    )
    const { graph } = decide([{ reject: 'Ida Voss' }], [quoted])
    const [edge] = graph.mapEdges((_, attributes) => attributes)
    expect(edge!.evidence.map(({ speakers, modality }) => ({ speakers, modality }))).toEqual([
      { speakers: [], modality: 'reported' },
    ])
    expect(edge).toMatchObject({ modality: 'reported', modalities: { reported: 1 } })
  })

  it('say what there is between two entities instead', () => {
    const { said } = decide([{ reject: { subject: 'Ruth Amsel', relation: 'sued', object: 'Tom Keller' } }])
    expect(said).toEqual([
      expect.stringContaining('the relation is not in the graph Between the two there is: met.'),
    ])
  })

  it('of one relation contradict each other', () => {
    const met = { subject: 'Ruth Amsel', relation: 'met', object: 'Tom Keller' }
    const { graph, said } = decide([{ confirm: met }, { reject: met }])
    expect(said).toEqual([
      expect.stringMatching(/^error 3: Decision 2 \(reject\) is not applied: decision 1 in line 2 confirms/),
    ])
    expect(
      graph.getEdgeAttribute('person/ruth-amsel|met|person/tom-keller|positive', 'decision'),
    ).toBeUndefined()
  })
})

describe('derived relations', () => {
  const place = (words: string) => ({ words, type: 'Place' })
  const from = [
    writeDocument(
      'p.txt',
      'Mill is in Quay. Quay is in Varn.',
      [place('Mill'), place('Quay'), place('Quay'), place('Varn')],
      [
        [0, 'located-in', 1],
        [2, 'located-in', 3],
      ],
    ),
  ]
  const derived = { subject: 'Mill', relation: 'located-in', object: 'Varn' }

  it('can be noted and rejected', () => {
    expect(decide([], from).edges).toContain('Mill located-in Varn')
    const noted = decide([{ note: 'so it is', on: derived }, { confirm: derived }], from)
    const edge = noted.graph.findEdge((_, attributes) => attributes.derived === true)!
    expect(noted.graph.getEdgeAttributes(edge)).toMatchObject({
      notes: [{ text: 'so it is' }],
      decision: 'confirmed',
    })
    const gone = decide([{ reject: derived }], from)
    expect([gone.edges, gone.said]).toEqual([['Mill located-in Quay', 'Quay located-in Varn'], []])
    expect(gone.graph.getAttribute('decisions')).toMatchObject({ applied: 1, rejectedRelations: 1 })
  })

  it('do not follow from what was rejected', () => {
    const { edges } = decide([{ reject: { subject: 'Mill', relation: 'located-in', object: 'Quay' } }], from)
    expect(edges).toEqual(['Quay located-in Varn'])
  })
})

describe('a decision that no longer applies', () => {
  it.each<[Decision, RegExp]>([
    [{ reject: 'Tom Kellar' }, /nothing is called "Tom Kellar" Did you mean "Tom Keller"\?/],
    [{ merge: ['Ruth Amsel', 'Nobody At All'] }, /nothing is called "Nobody At All"/],
    [
      { reject: { name: 'Ruth Amsel', type: 'Place' } },
      /nothing called "Ruth Amsel" is of the type Place It is of the type Person/,
    ],
    [{ reject: { document: 'x.txt', quote: 'Ruth' } }, /no document is called "x.txt" Did you mean/],
    [
      { reject: { document: 'a.txt', quote: 'Ruth Amsel', nth: 3 } },
      /"Ruth Amsel" is not mentioned at place 3 of a.txt It is at: 1, 2/,
    ],
    [
      { reject: { document: 'a.txt', quote: 'Ruth Amse' } },
      /nothing is mentioned as "Ruth Amse" in a.txt Did you mean "Ruth Amsel"/,
    ],
  ])('is reported: %j', (decision, message) => {
    const { said, graph } = decide([decision])
    expect(said).toEqual([expect.stringMatching(message)])
    expect(said[0]).toMatch(/^warning 2: Decision 1/)
    expect(graph.getAttribute('decisions')).toMatchObject({ applied: 0, unused: 1 })
  })

  it('is reported when its name stands for several', () => {
    const town = writeDocument('t.txt', 'Port Board lies far.', [{ words: 'Port Board', type: 'Place' }])
    const { said } = decide([{ reject: 'Port Board' }], [...documents, town])
    expect(said).toEqual([
      expect.stringMatching(/"Port Board" stands for 2 entities: .*\(Organization.*\(Place.* Add the type/),
    ])
    expect(decide([{ reject: { name: 'Port Board', type: 'Place' } }], [...documents, town]).said).toEqual([])
  })
})

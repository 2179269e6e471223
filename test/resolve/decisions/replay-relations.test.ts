import { describe, expect, it } from 'vitest'
import { decide, person } from './decide.ts'
import { writeDocument } from './write-documents.ts'

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

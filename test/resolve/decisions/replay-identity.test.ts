import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../src/model/index.ts'
import { body, decide, documents, person } from './decide.ts'
import { writeDocument } from './write-documents.ts'

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

import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../src/model/index.ts'
import { decide, documents } from './decide.ts'
import { writeDocument } from './write-documents.ts'

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

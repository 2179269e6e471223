import { describe, expect, it } from 'vitest'
import type { Entity, Relation } from '../../../src/model/index.ts'
import { findContradictions } from '../../../src/resolve/contradictions/find-contradictions.ts'
import { compileSchema } from '../../../src/schema/compile-schema.ts'
import { entity, type MadeRow, relation, time } from '../made-relations.ts'

const text = `types:
  Thing: {}
  Person: { is: Thing }
  Group: { is: Thing }
  Event: { is: Thing }
  Place: { is: Thing }
  Date: {}
relations:
  resigned-from: { subject: Person, object: Thing }
  supports: { subject: Person, object: Thing, time: state }
  married-to: { subject: Person, object: Person, time: state, functional: true }
  has-capital: { subject: Place, object: Place, functional: true }
  located-in: { subject: Place, object: Place, time: state }
  began-in: { subject: Event, object: Date, functional: true }
  born-in: { subject: Person, object: [Place, Date] }
  investigated: { subject: Thing, object: Thing }
  attended: { subject: Thing, object: Event }
`
const { schema } = compileSchema([{ file: 'made.yaml', text, hash: '' }])

const ruth = entity('Person', 'Ruth Amsel')
const tom = entity('Person', 'Tom Keller')
const olga = entity('Person', 'Olga Brandt')
const board = entity('Thing', 'Harbour Board')
const inquiry = entity('Event', 'Operation Lantern')
const [ost, varn, quay] = ['Ostland', 'Varnholm', 'Quay'].map((name) => entity('Place', name)) as [
  Entity,
  Entity,
  Entity,
]
const date = (iso: string): Entity => ({ ...entity('Date', iso), key: `value/${iso}`, time: time(iso) })
const counted = (label: string, count: number): Entity => entity('Group', label, { count })

const dates: Record<string, string> = {
  'a.txt': '2031-03-01',
  'b.txt': '2031-03-02',
  'late.txt': '2031-06-01',
}

/** Kinds of the contradictions between relations, and which edges are superseded. */
function find(relations: readonly Relation[], entities: readonly Entity[]) {
  const documents = ['a.txt', 'b.txt', 'late.txt', 'c.txt', 'd.txt'].map((document) => {
    const known = dates[document]
    return known === undefined ? { document } : { document, date: known }
  })
  const sorted = [...relations].sort((a, b) => (a.key < b.key ? -1 : 1))
  const { contradictions, superseded } = findContradictions(sorted, entities, schema, documents)
  for (const { edges } of contradictions)
    expect(edges.every((key) => relations.some((edge) => edge.key === key))).toBe(true)
  return { kinds: contradictions.map(({ kind }) => kind), superseded: [...superseded] }
}

const yes = (...rows: MadeRow[]): Relation => relation(ruth, 'resigned-from', board, { rows })
const no = (...rows: MadeRow[]): Relation =>
  relation(ruth, 'resigned-from', board, { polarity: 'negative', rows })
const everyone = [ruth, tom, olga, board]

describe('opposite polarity', () => {
  it('is a contradiction, and one of a denial is called so', () => {
    expect(find([yes({}), no({ document: 'b.txt' })], everyone).kinds).toEqual(['polarity'])
    const denied = no({ document: 'b.txt', modality: 'denied', speakers: [ruth.key] })
    expect(find([yes({ modality: 'alleged' }), denied], everyone).kinds).toEqual(['denial'])
  })

  it.each<[string, MadeRow, MadeRow]>([
    ['a condition', {}, { document: 'b.txt', modality: 'conditional' }],
    [
      'opinions of two people',
      { modality: 'opinion', speakers: [tom.key] },
      { modality: 'opinion', speakers: [olga.key], document: 'b.txt' },
    ],
    [
      'an opinion and a statement of another',
      {},
      { modality: 'opinion', speakers: [olga.key], document: 'b.txt' },
    ],
    ['different times', { times: [time('2029')] }, { document: 'b.txt', times: [time('2030')] }],
    ['one sentence', {}, {}],
  ])('is none where it is %s', (_, a, b) => {
    expect(find([yes(a), no(b)], everyone).kinds).toEqual([])
  })

  it('holds where one of several passages excludes the other', () => {
    const mixed = no(
      { document: 'b.txt', modality: 'conditional' },
      { document: 'c.txt', times: [time('2030-05')] },
    )
    expect(find([yes({ times: [time('2030')] }), mixed], everyone).kinds).toEqual(['polarity'])
  })
})

describe('an intention', () => {
  const meant: MadeRow = { modality: 'future', speakers: [ruth.key] }

  it('is superseded by a later event, and contradicts nothing', () => {
    const [event, plan] = [yes({ document: 'b.txt' }), no(meant)]
    expect(find([event, plan], everyone)).toEqual({ kinds: [], superseded: [[plan.key, event.key]] })
  })

  it('is superseded by what a later document says did not happen', () => {
    const [plan, event] = [yes(meant), no({ document: 'b.txt' })]
    expect(find([plan, event], everyone)).toEqual({ kinds: [], superseded: [[plan.key, event.key]] })
  })

  it.each<[string, MadeRow]>([
    ['told before', { document: 'a.txt' }],
    ['that is only alleged', { document: 'late.txt', modality: 'alleged' }],
    ['of years ago', { document: 'late.txt', times: [time('2020')] }],
    ['in a document without a date', { document: 'c.txt' }],
  ])('is not superseded by an event %s', (_, event) => {
    const plan = no({ ...meant, document: 'b.txt' })
    expect(find([yes(event), plan], everyone)).toEqual({ kinds: [], superseded: [] })
  })

  it('is not superseded while something else is said beside it', () => {
    const result = find([yes({ document: 'b.txt' }), no(meant, { document: 'late.txt' })], everyone)
    expect(result).toEqual({ kinds: ['polarity'], superseded: [] })
  })

  it('and another of the opposite are a contradiction', () => {
    expect(find([yes({ modality: 'future' }), no({ ...meant, document: 'b.txt' })], everyone).kinds).toEqual([
      'polarity',
    ])
  })
})

describe('a functional relation', () => {
  const wed = (to: Entity, row: MadeRow): Relation => relation(ruth, 'married-to', to, { rows: [row] })

  it('has one object at one time', () => {
    const a = wed(tom, { times: [time('2020/')] })
    const b = wed(olga, { document: 'b.txt', times: [time('2025')] })
    expect(find([a, b], everyone).kinds).toEqual(['functional'])
  })

  it.each<[string, MadeRow, MadeRow]>([
    [
      'one time after the other',
      { times: [time('2010/2015')] },
      { document: 'b.txt', times: [time('2020/')] },
    ],
    ['a state that documents of two days tell', {}, { document: 'b.txt' }],
    ['a plan', {}, { document: 'a.txt', modality: 'future' }],
    ['a time on one side only', { times: [time('2010')] }, { document: 'a.txt' }],
  ])('may have two with %s', (_, a, b) => {
    expect(find([wed(tom, a), wed(olga, b)], everyone).kinds).toEqual([])
  })

  it('has one object at no time, unless the one lies in the other or is only described', () => {
    const capital = (of: Entity, document: string): Relation =>
      relation(ost, 'has-capital', of, { rows: [{ document }] })
    const both = [capital(varn, 'a.txt'), capital(quay, 'b.txt')]
    expect(find(both, [ost, varn, quay]).kinds).toEqual(['functional'])
    expect(find([...both, relation(quay, 'located-in', varn)], [ost, varn, quay]).kinds).toEqual([])
    const described = entity('Place', 'a town on the coast')
    expect(find([both[0]!, capital(described, 'b.txt')], [ost, varn, described]).kinds).toEqual([])
  })
})

describe('dates', () => {
  const began = (event: Entity, iso: string, document: string): Relation =>
    relation(event, 'began-in', date(iso), { rows: [{ document }] })
  const kinds = (event: Entity, one: string, other: string): string[] =>
    find([began(event, one, 'a.txt'), began(event, other, 'b.txt')], [event, date(one), date(other)]).kinds

  it('of one event that exclude each other', () => {
    expect(kinds(inquiry, '2030-03', '2030-05')).toEqual(['date'])
    expect(kinds(inquiry, '2030', '2030-05')).toEqual([])
  })

  it('of what is held every year do not', () => {
    expect(kinds(entity('Event', 'Varnholm Festival'), '2029-06', '2030-06')).toEqual([])
  })

  it('of a birth exclude each other, a date and a place do not', () => {
    const born = (where: Entity, document: string): Relation =>
      relation(ruth, 'born-in', where, { rows: [{ document }] })
    const [one, other] = [date('1960-05-01'), date('1961')]
    expect(find([born(one, 'a.txt'), born(other, 'b.txt')], [ruth, one, other]).kinds).toEqual(['date'])
    expect(find([born(one, 'a.txt'), born(varn, 'b.txt')], [ruth, one, varn]).kinds).toEqual([])
  })
})

describe('counts', () => {
  const fourteen = counted('14 officers', 14)
  const twelve = counted('12 officers', 12)
  const looked = (group: Entity, row: MadeRow): Relation =>
    relation(board, 'investigated', group, { rows: [row] })
  const kinds = (a: Entity, rowA: MadeRow, b: Entity, rowB: MadeRow): string[] =>
    find([looked(a, rowA), looked(b, rowB)], [board, a, b]).kinds

  it('of one group that two documents give differently', () => {
    expect(kinds(fourteen, {}, twelve, { document: 'b.txt' })).toEqual(['count'])
    const came = (group: Entity, document: string): Relation =>
      relation(group, 'attended', inquiry, { rows: [{ document }] })
    expect(find([came(fourteen, 'a.txt'), came(twelve, 'b.txt')], [inquiry, fourteen, twelve]).kinds).toEqual(
      ['count'],
    )
  })

  const said = (quote: string, words: string, document = 'b.txt'): MadeRow => ({
    document,
    quote,
    words: ['Harbour Board', words],
  })
  it.each<[string, Entity, MadeRow]>([
    ['a part', counted('two of the 14 officers', 2), { document: 'b.txt' }],
    [
      'a part of those named before',
      counted('two officers', 2),
      said('Harbour Board investigated the first two officers.', 'two officers'),
    ],
    [
      'some more',
      counted('two officers', 2),
      said('Harbour Board investigated another two officers.', 'two officers'),
    ],
    ['a rough number', twelve, said('Harbour Board investigated about 12 officers.', '12 officers')],
    ['a bound', twelve, said('Harbour Board investigated at least 12 officers.', '12 officers')],
    ['other people', counted('12 pilots', 12), { document: 'b.txt' }],
    ['the same document', twelve, {}],
    ['another time', twelve, { document: 'b.txt', times: [time('2020')] }],
    ['a document of another month', twelve, { document: 'late.txt' }],
    ['a plan', twelve, { document: 'b.txt', modality: 'future' }],
    ['the same number', counted('fourteen officers', 14), { document: 'b.txt' }],
  ])('are none with %s', (what, other, row) => {
    const first: MadeRow = what === 'another time' ? { times: [time('2030')] } : {}
    expect(kinds(fourteen, first, other, row)).toEqual([])
  })

  it('are none with a copy', () => {
    const a = looked(fourteen, {})
    const b = looked(twelve, { document: 'b.txt', copyOf: a.evidence[0]!.claim })
    expect(find([a, b], [board, fourteen, twelve]).kinds).toEqual([])
  })

  it('are none where one document gives both', () => {
    const a = relation(board, 'investigated', fourteen, { rows: [{}, { document: 'b.txt' }] })
    expect(find([a, looked(twelve, { document: 'b.txt' })], [board, fourteen, twelve]).kinds).toEqual([])
  })
})

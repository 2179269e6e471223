import { describe, expect, it } from 'vitest'
import type { DocumentClaims, Relation } from '../../src/model/index.ts'
import { resolve } from '../../src/resolve/resolve.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { readClaims } from './read-texts.ts'

const { schema } = loadSchema()
const stated = 'In total, the Water Ombudsman investigated 14 harbour pilots.'
const silent =
  'The Water Ombudsman published letters from the northern quay.\n\nSome 14 pilots were investigated as a result.'

const read = (texts: readonly string[]): DocumentClaims[] =>
  texts.map((text, i) => readClaims(`${'abcd'[i]}.txt`, text))
const fourteen = (documents: readonly DocumentClaims[]): Relation[] =>
  resolve(documents, schema).relations.filter(({ target }) => target.includes('14'))
/** The documents of all evidence of what the Ombudsman did to a group of 14, those marked as implied in brackets. */
const evidence = (...texts: string[]): string[] =>
  fourteen(read(texts)).flatMap(({ source, evidence }) =>
    (source === 'organization/water-ombudsman' ? evidence : []).map(({ document, implied }) =>
      implied ? `(${document})` : document,
    ),
  )

describe('a passive that does not say who did it', () => {
  it('is evidence of what another document says in full, marked and less sure', () => {
    const [edge, ...others] = fourteen(read([silent, stated]))
    expect(others).toEqual([])
    expect(edge).toMatchObject({
      source: 'organization/water-ombudsman',
      target: 'group/14-harbour-pilots',
      relation: 'investigated',
      modality: 'asserted',
      origins: 2,
      documents: 2,
    })
    const [full, implied] = edge!.evidence
    expect([full!.document, full!.implied]).toEqual(['b.txt', undefined])
    expect(implied).toMatchObject({ document: 'a.txt', implied: 'subject', quote: silent })
    expect(implied!.confidence).toBeLessThan(full!.confidence)
    const words = [implied!.subject, implied!.relation, implied!.object].map(({ start, end }) =>
      silent.slice(start, end),
    )
    expect(words).toEqual(['Water Ombudsman', 'investigated', 'Some 14 pilots'])
  })

  it('makes its group a mention of the node, with the reason', () => {
    const { entities, trace } = resolve(read([silent, stated]), schema)
    const group = entities.find(({ key }) => key === 'group/14-harbour-pilots')
    expect(group?.mentions.map(({ document }) => document)).toEqual(['a.txt', 'b.txt'])
    const joins = [...trace()].flatMap((record) => ('node' in record ? record.joins : []))
    expect(joins.map(({ rule }) => rule)).toContain('implied subject')
  })

  it('counts once in two copies', () => {
    const copy = silent.replace('Some 14', 'Almost 14').replace('the northern', 'a northern')
    const [edge] = fourteen(read([silent, stated, copy]))
    expect([edge?.documents, edge?.origins]).toEqual([3, 2])
    expect(edge?.evidence.filter((row) => row.copyOf !== undefined)).toHaveLength(1)
  })

  it('counts as no origin of its own where it is a copy of the sentence that says who', () => {
    const whole =
      'On Monday the Water Ombudsman investigated 14 pilots of the northern quay for theft of rope.'
    const cut =
      'The Water Ombudsman sat in Varnholm. On Monday 14 pilots of the northern quay were investigated for theft of rope.'
    const [edge] = fourteen(read([whole, cut]))
    expect([edge?.documents, edge?.origins]).toEqual([2, 1])
  })

  it.each([
    [
      'the agent of a passive',
      'Letters were published by the Water Ombudsman. Then 14 pilots were investigated.',
    ],
    ['in the same sentence', 'The Water Ombudsman met, and 14 pilots were investigated.'],
    [
      'by an open relation',
      'The Water Ombudsman met. Then 14 pilots were saluted.',
      'The Water Ombudsman saluted 14 pilots.',
    ],
    [
      'as a description of the same body',
      'The Water Ombudsman sat in Varnholm. The ombudsman published letters. Then 14 pilots were investigated.',
    ],
  ])('has its subject beside it: %s', (_, text, other = stated) => {
    expect(evidence(text, other)).toEqual(['b.txt', '(a.txt)'])
  })

  it('says by whose report it is known, and never more than the document that names the agent', () => {
    const reported =
      'The Water Ombudsman published letters. Tom Keller said that 14 pilots were investigated.'
    const [edge] = fourteen(read([reported, stated]))
    expect(edge?.evidence.map(({ modality, speakers }) => [modality, ...speakers])).toEqual([
      ['asserted'],
      ['reported', 'person/tom-keller'],
    ])
    expect(evidence(silent, 'Tom Keller said that the Water Ombudsman investigated 14 pilots.')).toEqual([
      'b.txt',
    ])
  })

  it('keeps a speaker who says nothing else', () => {
    const reported = 'The Water Ombudsman published letters. The mayor said that 14 pilots were investigated.'
    const [edge] = fourteen(read([reported, stated]))
    expect(edge?.evidence[1]?.speakers).toEqual(['role/mayor'])
  })

  it.each([
    ['another count', silent.replace('14', '15')],
    ['another head', silent.replace('pilots', 'sailors')],
    ['another kind', silent.replace('pilots', 'river pilots')],
    ['another verb', silent.replace('investigated', 'dismissed')],
    ['a negation', silent.replace('were', 'were not')],
    ['hearsay', silent.replace('were', 'were reportedly')],
    [
      'a condition',
      silent.replace('Some 14 pilots were investigated', 'If 14 pilots were investigated, it was a mistake'),
    ],
    ['a plan', silent.replace('were', 'will be')],
    ['a question', 'The Water Ombudsman published letters. Were 14 pilots investigated?'],
    [
      'a denial',
      'The Water Ombudsman published letters. Tom Keller denied that 14 pilots were investigated.',
    ],
    ['an agent of its own', silent.replace('as a result', 'by the Harbour Board')],
    ['the candidate further off', silent.replace('\n\n', ' Letters are often lost. ')],
    ['the candidate as an object', 'Tom Keller met the Water Ombudsman. Then 14 pilots were investigated.'],
    ['two that act together', silent.replace('Ombudsman', 'Ombudsman and the Harbour Board')],
    ['another body alone', silent.replace('Water Ombudsman', 'Harbour Board')],
    ['more of a kind', silent.replace('Some', 'A further')],
    ['more than so many', silent.replace('Some', 'More than')],
    ['a report by nobody known', silent.replace('Some', 'They said that')],
    ['at least so many', silent.replace('Some', 'At least')],
    ['a day on which it was not', silent.replace('as a result', 'on 3 May 2019')],
  ])('is left out with %s', (what, text) => {
    const dated = what.startsWith('a day') ? stated.replace('.', ' on 7 June 2023.') : stated
    expect(evidence(text, dated)).toEqual(['b.txt'])
  })

  it('is left out where the full sentence gives no plain number', () => {
    for (const words of ['more than 14 pilots', 'up to 14 pilots', 'a further 14 pilots'])
      expect(evidence(silent, `The Water Ombudsman investigated ${words}.`)).not.toContain('(a.txt)')
  })

  it('is left out where two that the document mentions are told to have done it', () => {
    const both = `${silent} The Harbour Board sent its regards.`
    expect(evidence(both, stated, 'The Harbour Board investigated 14 pilots.')).toEqual(['b.txt'])
    expect(evidence(silent, stated, 'The Harbour Board investigated 14 pilots.')).toEqual([
      'b.txt',
      '(a.txt)',
    ])
  })

  it('is left out where only its own document says who did it', () => {
    expect(evidence(`${silent} ${stated}`)).toEqual(['a.txt'])
    expect(evidence(`${silent} Tom Keller met the crew. ${stated}`, stated)).not.toContain('(a.txt)')
  })

  it('makes no node and no edge by itself', () => {
    const { entities, relations } = resolve(read([silent]), schema)
    expect(entities.filter(({ type }) => type === 'Group')).toEqual([])
    expect(relations.map(({ relation }) => relation)).not.toContain('investigated')
  })

  it('is left out where the documents are of different times', () => {
    const [a, b] = read([silent, stated])
    expect(fourteen([a!, { ...b!, date: '2033-01-01' }])[0]?.documents).toBe(1)
  })

  it('is left out where a person keeps the groups apart', () => {
    const documents = read([silent, stated])
    const sides = documents.map(({ document, mentions }) => [
      { document, mention: mentions.find(({ count }) => count === 14)!.id },
    ])
    const apart = [{ sides: [sides[0]!, sides[1]!] as const, reason: 'two raids' }]
    const { relations } = resolve(documents, schema, { constraints: { together: [], apart } })
    expect(relations.find(({ target }) => target.includes('14'))?.documents).toBe(1)
  })

  it('gives the same in any order', () => {
    const documents = read([silent, stated, silent.replace('Some 14', 'Almost 14')])
    const bytes = (order: readonly DocumentClaims[]): string =>
      JSON.stringify(resolve(order, schema).relations)
    expect(bytes([...documents].reverse())).toBe(bytes(documents))
  })
})

import { describe, expect, it } from 'vitest'
import { loadRanker } from '../../../src/read/load-ranker.ts'
import { findLinks, mentionLinks } from '../../../src/resolve/within/find-links.ts'
import { linkedClaims, resolveWithinDocument } from '../../../src/resolve/within-document.ts'
import { loadSchema } from '../../../src/schema/load-schema.ts'
import { type Said, writeMentions } from './write-mentions.ts'

const { schema } = loadSchema()
const ranker = loadRanker()
const person = { kind: 'named', type: 'Person', number: 'singular' } as const
const body = { kind: 'named', type: 'Organization', number: 'singular' } as const

const within = (...of: Parameters<typeof writeMentions>) =>
  resolveWithinDocument({ ...linkedClaims(writeMentions(...of), schema, ranker), passages: '' }, schema)

/** The words of each entity that more than one mention refers to. */
function chains(...of: Parameters<typeof writeMentions>): string[][] {
  const { entities } = within(...of)
  return entities.filter((e) => e.mentions.length > 1).map((e) => e.mentions.map((m) => m.text))
}

describe('names within a document', () => {
  it('joins a full name with its surname and with a title before the first name', () => {
    const text = 'Dame Ruth Amsel spoke. Amsel left. Dame Ruth returned.'
    const found = chains(text, [
      { words: 'Dame Ruth Amsel', ...person, titles: ['Dame'], gender: 'feminine' },
      { words: 'Amsel', ...person },
      { words: 'Dame Ruth', ...person, titles: ['Dame'], gender: 'feminine' },
    ])
    expect(found).toEqual([['Dame Ruth Amsel', 'Amsel', 'Dame Ruth']])
  })

  it('leaves a surname alone that two people of the document bear', () => {
    const found = chains('Ruth Amsel met Tom Amsel. Amsel left.', [
      { words: 'Ruth Amsel', ...person },
      { words: 'Tom Amsel', ...person },
      { words: 'Amsel', ...person },
    ])
    expect(found).toEqual([])
  })

  it('keeps a man and a woman of one surname apart', () => {
    const found = chains('Ruth Amsel spoke. Mr Amsel left.', [
      { words: 'Ruth Amsel', ...person, gender: 'feminine' },
      { words: 'Mr Amsel', ...person, titles: ['Mr'], gender: 'masculine' },
    ])
    expect(found).toEqual([])
  })

  it('joins an organisation with its initials and its short form, not with a body named after it', () => {
    const found = chains(
      'The Metropolitan Harbour Board met. The MHB ruled. The Met Harbour Board Union objected.',
      [
        { words: 'Metropolitan Harbour Board', ...body },
        { words: 'MHB', ...body },
        { words: 'Met Harbour Board Union', ...body },
      ],
    )
    expect(found).toEqual([['Metropolitan Harbour Board', 'MHB']])
  })

  it('does not join a place with a body that holds its name', () => {
    const found = chains('Ostlund slept. Radio Ostlund played.', [
      { words: 'Ostlund', kind: 'named', type: 'Place', number: 'singular' },
      { words: 'Radio Ostlund', ...body },
    ])
    expect(found).toEqual([])
  })
})

describe('descriptions', () => {
  it('takes "the watchdog" for the one office that watches, and for none where there are two', () => {
    const watchdog = {
      kind: 'nominal',
      type: 'Organization',
      number: 'singular',
      determiner: 'definite',
      definite: true,
    } as const
    const one = chains('The Office for Harbour Standards reported. The watchdog named two ships.', [
      { words: 'Office for Harbour Standards', ...body },
      { words: 'The watchdog', ...watchdog, role: 'nsubj' },
    ])
    expect(one).toEqual([['Office for Harbour Standards', 'The watchdog']])
    const two = chains(
      'The Office for Harbour Standards met the Office for Food Standards. The watchdog left.',
      [
        { words: 'Office for Harbour Standards', ...body },
        { words: 'Office for Food Standards', ...body },
        { words: 'The watchdog', ...watchdog, role: 'obl' },
      ],
    )
    expect(two).toEqual([])
  })

  it('never joins indefinite or bare phrases by their words', () => {
    const found = chains('A ship sank. A ship left. Ships wait. Ships sail.', [
      { words: 'A ship', kind: 'nominal', number: 'singular', determiner: 'indefinite' },
      { words: 'A ship', kind: 'nominal', number: 'singular', determiner: 'indefinite' },
      { words: 'Ships', kind: 'nominal', number: 'plural' },
      { words: 'Ships', kind: 'nominal', number: 'plural' },
    ])
    expect(found).toEqual([])
  })
})

describe('speakers', () => {
  const text = 'Ruth Amsel said: “I will stay. We will win.” Tom Keller said: “I agree.”'
  const quoted = (from: string): { start: number; end: number } => {
    const start = text.indexOf(from)
    return { start, end: text.indexOf('”', start) + 1 }
  }
  const said: Said[] = [
    { words: 'Ruth Amsel', ...person },
    { words: 'I', kind: 'pronoun', number: 'singular' },
    { words: 'We', kind: 'pronoun', number: 'plural' },
    { words: 'Tom Keller', ...person },
    { words: 'I', kind: 'pronoun', number: 'singular' },
  ]

  it('gives the "I" of each quotation to who speaks it, and "we" to no single person', () => {
    const keller = text.indexOf('Tom Keller')
    const found = chains(text, said, {
      quotations: [
        { ...quoted('“I will'), speaker: '0-10' },
        { ...quoted('“I agree'), speaker: `${keller}-${keller + 10}` },
      ],
    })
    expect(found).toEqual([
      ['Ruth Amsel', 'I'],
      ['Tom Keller', 'I'],
    ])
  })

  it('leaves the "I" of a quotation without a speaker open', () => {
    const quotations = [quoted('“I will'), quoted('“I agree')]
    expect(chains(text, said, { quotations })).toEqual([])
  })
})

describe('pronouns', () => {
  const said = (gender: 'feminine' | 'masculine'): Said[] => [
    { words: 'Ruth Amsel', ...person, gender: 'feminine', role: 'nsubj' },
    { words: 'Tom Keller', ...person, gender: 'masculine', role: 'obj' },
    {
      words: gender === 'feminine' ? 'She' : 'He',
      kind: 'pronoun',
      number: 'singular',
      gender,
      role: 'nsubj',
    },
  ]

  it('go by gender', () => {
    const antecedent = (gender: 'feminine' | 'masculine', text: string): string | undefined =>
      findLinks(writeMentions(text, said(gender)), schema, { ranker, boldness: 6 }).links.at(-1)?.antecedent
        .mention?.text
    expect(antecedent('feminine', 'Ruth Amsel met Tom Keller. She left.')).toBe('Ruth Amsel')
    expect(antecedent('masculine', 'Ruth Amsel met Tom Keller. He left.')).toBe('Tom Keller')
  })

  it('never stand for the other argument of their own predicate', () => {
    const governor = { start: 11, lemma: 'see' }
    const document = writeMentions('Ruth Amsel saw her.', [
      { words: 'Ruth Amsel', ...person, gender: 'feminine', role: 'nsubj', governor },
      { words: 'her', kind: 'pronoun', number: 'singular', gender: 'feminine', role: 'obj', governor },
    ])
    expect(findLinks(document, schema, { ranker, boldness: 1e9 }).links).toEqual([])
    expect(findLinks(document, schema).links).toEqual([])
  })

  it('may come before the subject whose clause they open', () => {
    const text = 'In her list, Ruth Amsel named a ship.'
    const named = text.indexOf('named')
    const document = writeMentions(text, [
      {
        words: 'her',
        kind: 'pronoun',
        number: 'singular',
        gender: 'feminine',
        role: 'nmod:poss',
        fronted: named,
      },
      {
        words: 'Ruth Amsel',
        ...person,
        gender: 'feminine',
        role: 'nsubj',
        governor: { start: named, lemma: 'name' },
      },
    ])
    const [link] = findLinks(document, schema, { ranker, boldness: 6 }).links
    expect(link?.sieve).toBe('fronted pronoun')
    expect(link?.antecedent.mention?.text).toBe('Ruth Amsel')
  })

  it('carry a share that the links for a graph are cut by', () => {
    const linking = findLinks(
      writeMentions('Ruth Amsel met Tom Keller. She left.', said('feminine')),
      schema,
      { ranker },
    )
    const { confidence } = linking.links.at(-1)!
    expect(confidence).toBeGreaterThan(0.7)
    expect(mentionLinks(linking, confidence + 0.001)).toEqual([])
  })

  it('are never an office', () => {
    const { entityOf } = within('The harbourmaster spoke. She left.', [
      {
        words: 'The harbourmaster',
        kind: 'nominal',
        type: 'Role',
        number: 'singular',
        determiner: 'definite',
        definite: true,
        role: 'nsubj',
      },
      { words: 'She', kind: 'pronoun', number: 'singular', gender: 'feminine', role: 'nsubj' },
    ])
    expect(entityOf.get('0-17')?.type).toBe('Role')
    expect(entityOf.has('25-28')).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/extract/extract-claims.ts'
import { extractors } from '../../src/extract/extractors.ts'
import { resolve } from '../../src/resolve/resolve.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { annotated, claimsOf } from './read-claims.ts'

const { schema } = loadSchema()
const examples = [...schema.relations.values()].flatMap((relation) =>
  relation.examples.map((example) => ({ relation: relation.name, ...example })),
)

describe('the examples of the schema', () => {
  it('are there for nearly every relation', () => {
    const shown = new Set(examples.map((e) => e.relation))
    expect([...schema.relations.keys()].filter((name) => !shown.has(name))).toEqual([])
  })

  it.each(examples)('$relation: "$text"', ({ text, gives }) => {
    expect(claimsOf(text)).toEqual(expect.arrayContaining([...gives]))
  })
})

describe('the counterexamples of the schema', () => {
  it.each(
    [...schema.relations.values()].flatMap(({ name, counterexamples }) =>
      counterexamples.map((text) => [name, text] as const),
    ),
  )('%s is not in the graph of "%s"', (name, text) => {
    const { claims } = extractClaims(annotated(text), schema, extractors)
    expect(resolve([claims], schema).relations.map((r) => r.relation)).not.toContain(name)
  })
})

describe('relations of the schema', () => {
  it.each([
    // A report is not a fact, and a denial is not an assertion.
    ['The union says the board appointed Ruth Amsel.', 'Ruth Amsel | appointed-by | board {reported: union}'],
    [
      'Ms Okafor denies threatening Ruth Amsel.',
      'Ms Okafor | not threatened | Ruth Amsel {denied: Ms Okafor}',
    ],
    ['Ruth Amsel reportedly resigned from the board.', 'Ruth Amsel | resigned-from | board {alleged}'],
    ['The board will appoint Olga Brandt.', 'Olga Brandt | appointed-by | board {future}'],
    [
      'If the board appoints Olga Brandt, the union will strike.',
      'Olga Brandt | appointed-by | board {conditional}',
    ],
    // Passive, relative clause, participle, conjunction.
    ['The report was published by the union on Monday.', 'union | published | report'],
    ['The report, published by the union, named two pilots.', 'union | published | report'],
    ['The union, which published the report, met the mayor.', 'union | met | mayor'],
    ['The union published the report and criticised the mayor.', 'union | criticised | mayor'],
    ['Tom Keller and Olga Brandt joined the city council.', 'Olga Brandt | member-of | city council'],
    // A phrase before its object, a particle, an office for which somebody is chosen.
    ['The union, founded by Tom Keller, has 400 members.', 'Tom Keller | founded | union'],
    ['Halvard Yards has laid 40 workers off.', 'Halvard Yards | laid-off | 40 workers'],
    ['Olga Brandt was chosen by the board to succeed Tom Keller.', 'Olga Brandt | succeeded | Tom Keller'],
  ])('"%s"', (text, claim) => {
    expect(claimsOf(text)).toContain(claim)
  })

  it.each([
    'She told the crew that the harbour was closed.',
    'There is no place for shortcuts here.',
    // A question, a purpose, a preposition that looks like a verb, a bare noun behind "by".
    'Did the board appoint Olga Brandt?',
    'Olga Brandt took a taxi to visit Varnholm.',
    'Following the collision, the ferry sank.',
    'The boat was built by hand.',
    // What has an object of its own is another verb, and words of no known kind are no people.
    'Ruth Amsel moved the boat to Varnholm.',
    'The frost killed the tomatoes.',
  ])('read no relation of the schema in "%s"', (text) => {
    const read = claimsOf(text).filter((claim) =>
      schema.relations.has(claim.split(' | ')[1]!.replace(/^not /, '')),
    )
    expect(read).toEqual([])
  })
})

describe('names given to things', () => {
  it.each([
    ['The inquiry, called ‘Operation Lantern’, lasted two years.', 'inquiry | named | Operation Lantern'],
    ['A man named Tom Keller called the police.', 'man | named | Tom Keller'],
  ])('%s', (text, expected) => {
    expect(claimsOf(text)).toContain(expected)
  })

  it('are not the first word of another phrase', () => {
    const read = claimsOf('The town is known as Ostlund’s gateway to the sea.')
    expect(read.filter((claim) => claim.includes('| named |'))).toEqual([])
  })
})

describe('holders of offices', () => {
  it('are told of by the way, whatever else the sentence denies or plans', () => {
    expect(claimsOf('The union has not criticised Mayor Lena Okafor.')).toContain(
      'Lena Okafor | holds-position | Mayor',
    )
    expect(claimsOf('The port is closed, Mayor Lena Okafor said.')).toContain(
      'Lena Okafor | holds-position | Mayor',
    )
  })
})

describe('dates of a life in brackets', () => {
  it.each([
    [
      'Ada Lindqvist (8 September 1841 – 1 May 1904) was a composer.',
      ['Ada Lindqvist | born-in | 8 September 1841', 'Ada Lindqvist | died-in | 1 May 1904'],
    ],
    ['Ada Lindqvist (born 3 May 1950) leads the board.', ['Ada Lindqvist | born-in | 3 May 1950']],
  ])('%s', (text, expected) => {
    expect(claimsOf(text)).toEqual(expect.arrayContaining(expected))
  })

  it('are not read from other brackets', () => {
    const read = claimsOf('Ada Lindqvist (Monday, 3 March 2031) met Tom Keller (see 2019 and 2020).')
    expect(read.filter((claim) => /born-in|died-in/.test(claim))).toEqual([])
  })
})

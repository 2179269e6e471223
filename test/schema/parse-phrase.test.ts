import { describe, expect, it } from 'vitest'
import type { Phrase } from '../../src/model/index.ts'
import { parsePhrase } from '../../src/schema/parse-phrase.ts'

function phrase(kind: Phrase['kind'], text: string): Phrase {
  const parsed = parsePhrase(kind, text)
  if ('error' in parsed) throw new Error(parsed.error)
  return parsed.phrase
}

describe('parsePhrase', () => {
  it('reads subject, verb and prepositional argument', () => {
    expect(phrase('verb', 'X resign from Y')).toEqual({
      kind: 'verb',
      lemmas: ['resign'],
      negative: false,
      text: 'X resign from Y',
      parts: [
        { position: 'nsubj', slot: 'subject' },
        { position: 'from', slot: 'object' },
      ],
    })
  })

  it('lets the relation run from object to subject', () => {
    expect(phrase('verb', 'Y appoint X').parts).toEqual([
      { position: 'nsubj', slot: 'object' },
      { position: 'obj', slot: 'subject' },
    ])
  })

  it('gives what follows a literal noun to that noun', () => {
    expect(phrase('verb', 'X quit role/post as Y').parts).toEqual([
      { position: 'nsubj', slot: 'subject' },
      { position: 'obj', lemmas: ['role', 'post'], parts: [{ position: 'as', slot: 'object' }] },
    ])
  })

  it('takes any word for a word', () => {
    expect(phrase('noun', 'constructor of X for Y').lemmas).toEqual(['constructor'])
    expect(phrase('verb', 'X hire constructor of Y').parts.at(-1)).toEqual({
      position: 'obj',
      lemmas: ['constructor'],
      parts: [{ position: 'of', slot: 'object' }],
    })
  })

  it('takes a particle before a preposition', () => {
    expect(phrase('verb', 'X step down as Y').parts.slice(1)).toEqual([
      { position: 'particle', lemmas: ['down'] },
      { position: 'as', slot: 'object' },
    ])
  })

  it('reads nouns, with the noun itself as object, and a leading "not"', () => {
    expect(phrase('noun', 'Y=inquiry/probe of X')).toMatchObject({
      lemmas: ['inquiry', 'probe'],
      parts: [
        { position: 'self', slot: 'object' },
        { position: 'of', slot: 'subject' },
      ],
    })
    expect(phrase('verb', 'not X lose faith in Y').negative).toBe(true)
  })

  it('takes a word after a slot as its second object', () => {
    expect(phrase('verb', '_ award X Y').parts).toEqual([
      { position: 'obj', slot: 'subject' },
      { position: 'second', slot: 'object' },
    ])
  })

  it('reads an argument that must be one of some words', () => {
    expect(phrase('verb', 'X win Y=prize/medal').parts[1]).toEqual({
      position: 'obj',
      slot: 'object',
      lemmas: ['prize', 'medal'],
    })
  })

  it('reads a possessor before a noun', () => {
    expect(phrase('noun', "X's Y=inquiry").parts).toEqual([
      { position: "'s", slot: 'subject' },
      { position: 'self', slot: 'object' },
    ])
  })

  it('reads what must not be there', () => {
    expect(phrase('verb', 'X cause Y -to').parts[2]).toEqual({ position: 'to', absent: true })
  })

  it('reads two that are the subject together', () => {
    expect(phrase('verb', 'X and Y marry').parts).toEqual([
      { position: 'nsubj', slot: 'subject' },
      { position: 'joined', slot: 'object' },
    ])
  })

  it('says what a misspelt preposition may have meant', () => {
    expect(parsePhrase('verb', 'X protest agianst Y')).toMatchObject({ meant: 'against' })
  })

  it.each([
    ['verb', 'resign from Y', 'begins with X, Y or _'],
    ['verb', 'X resign', 'exactly one Y'],
    ['verb', 'X resign from', '"from" has nothing after it'],
    ['verb', 'X give Y money quickly', 'has no place'],
    ['verb', 'X put word Y', '"Y" has no place'],
    ['verb', 'X cause Y -too', 'shuts out no preposition'],
    ['verb', 'X meet z', '"z" is no argument'],
    ['verb', 'X meet Y=', 'no words after the sign'],
    ['verb', 'X meet/ Y', 'an empty alternative'],
    ['noun', 'resignation of X', 'exactly one Y'],
    ['verb', 'X', 'no word for the predicate'],
  ] as const)('refuses the %s phrase "%s"', (kind, text, reason) => {
    const parsed = parsePhrase(kind, text)
    expect('error' in parsed && parsed.error).toContain(reason)
  })
})

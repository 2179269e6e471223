import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/extract/extract-claims.ts'
import { extractors } from '../../src/extract/extractors.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { annotated } from './read-claims.ts'

const { schema } = loadSchema()

/** Implied claims as `candidate | relation | group`, with how each is put forward where it is not plainly asserted. */
function impliedIn(text: string): string[] {
  const { claims } = extractClaims(annotated(text), schema, extractors)
  const words = (id: string): string => claims.mentions.find((m) => m.id === id)!.text
  return (claims.implied ?? []).map(
    ({ subject, relation, object, modality, quote, start, end, ...claim }) => {
      expect(quote).toBe(text.slice(start, end))
      for (const span of [claim.subjectSpan, claim.relationSpan, claim.objectSpan])
        expect(span.start >= start && span.end <= end).toBe(true)
      expect(claim.implied).toBe('subject')
      expect(claims.claims.map(({ id }) => id)).not.toContain(claim.id)
      return `${words(subject)} | ${relation} | ${words(object)}${modality === 'asserted' ? '' : ` {${modality}}`}`
    },
  )
}

const before = 'The Harbour Board sat in Varnholm.'

describe('a passive of a counted group without its agent', () => {
  it.each([
    ['12 boats were inspected.', ['Harbour Board | inspect | 12 boats']],
    ['Some 14 pilots were saluted at the quay.', ['Harbour Board | salute | Some 14 pilots']],
    ['Nearly 30 boats were hosed down.', ['Harbour Board | hose-down | Nearly 30 boats']],
    [
      'Tom Keller said that 14 pilots were questioned.',
      ['Harbour Board | questioned | 14 pilots {reported}', 'Tom Keller | questioned | 14 pilots {reported}'],
    ],
  ])('"%s" is read with each candidate', (text, expected) => {
    expect(impliedIn(`${before} ${text}`)).toEqual(expected)
  })

  it.each([
    'Two pilots were questioned.',
    'Some pilots were questioned.',
    'The pilots were questioned.',
    '14 pilots were questioned by the crew.',
    '14 pilots were questioned on theft by the crew.',
    '14 pilots were not questioned.',
    '14 pilots were reportedly questioned.',
    '14 pilots may have been questioned.',
    '14 pilots will be questioned.',
    'If 14 pilots were questioned, the quay was empty.',
    'Before 14 pilots were questioned, the quay was empty.',
    'Were 14 pilots questioned?',
    '14 pilots were told to leave.',
    '14 pilots were given medals.',
    '14 pilots had questioned the crew.',
    'The quay was empty. 14 pilots were questioned.',
  ])('"%s" gives nothing for the Board', (text) => {
    expect(impliedIn(`${before} ${text}`).filter((claim) => claim.startsWith('Harbour Board'))).toEqual([])
  })

  it.each([
    ['a list', 'The Harbour Board and the Water Ombudsman sat in Varnholm.'],
    ['a pronoun', 'It sat in Varnholm.'],
    ['an object', 'Rain met the Harbour Board.'],
    ['the subject of a passive', 'The Harbour Board was praised.'],
  ])('has no candidate in %s', (_, text) => {
    expect(
      impliedIn(`${text} 14 pilots were questioned.`).filter((claim) => !claim.startsWith('Rain')),
    ).toEqual([])
  })
})

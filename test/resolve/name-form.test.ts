import { describe, expect, it } from 'vitest'
import { isShortForm, nameKey, nameWords, slug, stems } from '../../src/resolve/name-form.ts'

describe('nameWords', () => {
  it('leaves out article, titles, possessive and quotation marks', () => {
    expect(nameWords('the Port Authority’s')).toEqual(['Port', 'Authority'])
    expect(nameWords('Dame Ada Lindqvist', ['Dame'])).toEqual(['Ada', 'Lindqvist'])
    expect(nameWords('‘Operation Lantern’')).toEqual(['Operation', 'Lantern'])
    expect(nameWords('The')).toEqual(['The'])
  })
})

describe('nameKey', () => {
  it('is the same for composed and decomposed letters and any case', () => {
    expect(nameKey(['Dvořák'])).toBe(nameKey(['Dvor\u030ca\u0301k']))
    expect(nameKey(['IOPC'])).toBe('iopc')
  })
})

describe('isShortForm', () => {
  it.each([
    ['Met Police', 'Metropolitan Police', true],
    ['Met', 'Metropolitan Police', true],
    ['Metropolitan Police', 'Metropolitan Police Service', true],
    ['Met Police', 'Metropolitan Police Service', true],
    ['Met Police', 'Met Police Federation', false],
    ['Radio Varnholm', 'Radio Ostlund', false],
    ['Radio 4', 'Radio London', false],
    ['Port', 'Port Authority', false],
    ['Metropolitan Police', 'Met Police', false],
    ['Met', 'Met', false],
    ['ISIL', 'ISIL’s War Committee', false],
    ['Gen.', 'Geneva Communique', false],
    ['Coalition', 'Coalition’s Small Group', false],
  ])('"%s" of "%s": %s', (short, long, expected) => {
    expect(isShortForm(short.split(' '), long.split(' '))).toBe(expected)
  })
})

describe('stems and slug', () => {
  it('give the same stems for two wordings of an office', () => {
    expect(stems('Commissioner of Police of the Metropolis')).toEqual(['commissi', 'metropol', 'police'])
    expect(stems('the Metropolitan Police commissioner')).toEqual(['commissi', 'metropol', 'police'])
  })
  it('give a readable key part for any text', () => {
    expect(slug('Bernard Hogan-Howe')).toBe('bernard-hogan-howe')
    expect(slug('Dvořák')).toBe('dvorak')
    expect(slug('…')).toBe('unnamed')
    expect(slug('x'.repeat(200)).length).toBe(60)
  })
})

import { describe, expect, it } from 'vitest'
import { makeChains } from '../../../src/resolve/within/chains.ts'
import { phrasesOf } from '../../../src/resolve/within/phrase.ts'
import { pronounCandidates } from '../../../src/resolve/within/salience.ts'
import { loadSchema } from '../../../src/schema/load-schema.ts'
import { type Said, writeMentions } from './write-mentions.ts'

const { schema } = loadSchema()

/** What the last mention of a text, a pronoun, may stand for. */
function candidates(text: string, said: readonly Said[]): string[] {
  const phrases = phrasesOf(writeMentions(text, said), schema)
  const pronoun = phrases.findLast((p) => p.kind === 'pronoun')!
  return pronounCandidates(pronoun, phrases, makeChains(phrases)).map((p) => p.mention!.text)
}

describe('what "them" may stand for', () => {
  const said: readonly Said[] = [
    { words: 'The pilots', kind: 'nominal', number: 'plural', determiner: 'definite', role: 'nsubj' },
    { words: 'Harbour Board', type: 'Organization', number: 'singular', role: 'obj' },
  ]
  const them = (text: string, place: Partial<Said>): string[] =>
    candidates(text, [...said, { words: 'them', kind: 'pronoun', number: 'plural', ...place }])

  it('is several or one body', () => {
    const found = them('The pilots met the Harbour Board. A lawyer praised them.', { role: 'obj' })
    expect(found).toEqual(['Harbour Board', 'The pilots'])
  })

  it('is no single body after "some of"', () => {
    const governor = { start: 34, lemma: 'some' }
    const found = them('The pilots met the Harbour Board. Some of them left.', { role: 'nmod', governor })
    expect(found).toEqual(['The pilots'])
  })
})

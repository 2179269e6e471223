import { describe, expect, it } from 'vitest'
import { type Constraints, indexConstraints } from '../../../src/resolve/constraints.ts'
import { linkedClaims, resolveWithinDocument } from '../../../src/resolve/within-document.ts'
import { loadSchema } from '../../../src/schema/load-schema.ts'
import { writeMentions } from './write-mentions.ts'

const { schema } = loadSchema()
const person = { kind: 'named', type: 'Person', number: 'singular' } as const
const text = 'Ruth Amsel spoke. Amsel left. The captain slept.'
const written = writeMentions(text, [
  { words: 'Ruth Amsel', ...person },
  { words: 'Amsel', ...person },
  { words: 'captain', kind: 'nominal', number: 'singular' },
])
const document = { ...linkedClaims(written, schema), passages: '' }
const at = (words: string) => {
  const start = words === 'Amsel' ? text.indexOf('Amsel left') : text.indexOf(words)
  return { document: 'a.txt', mention: `${start}-${start + words.length}` }
}
const chains = (constraints: Partial<Constraints>): string[][] =>
  resolveWithinDocument(document, schema, {
    constraints: indexConstraints({ together: [], apart: [], ...constraints }),
  }).entities.map((e) => e.mentions.map((m) => m.text))

describe('constraints within a document', () => {
  it('join mentions that no rule would join', () => {
    const together = [{ mentions: [at('Ruth Amsel'), at('captain')], reason: 'said so' }]
    expect(chains({ together })).toEqual([['Ruth Amsel', 'Amsel', 'captain']])
  })

  it('keep apart what a rule would join', () => {
    const apart = [{ sides: [[at('Ruth Amsel')], [at('Amsel')]] as const, reason: 'two people' }]
    expect(chains({ apart })).toEqual([['Ruth Amsel'], ['Amsel'], ['captain']])
  })

  it('keep apart along chains, against what must be one', () => {
    const together = [{ mentions: [at('Amsel'), at('captain')], reason: 'said so' }]
    const apart = [{ sides: [[at('Ruth Amsel')], [at('captain')]] as const, reason: 'two people' }]
    expect(chains({ together, apart })).toEqual([['Ruth Amsel'], ['Amsel', 'captain']])
  })
})

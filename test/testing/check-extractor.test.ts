import { describe, expect, it } from 'vitest'
import type { Extractor, Reading } from '../../src/extract/extractor.ts'
import { extractors } from '../../src/extract/extractors.ts'
import { checkExtractor } from '../../src/testing/index.ts'

const reading: Reading = {
  relation: 'seen-with',
  open: true,
  subject: { token: 0 },
  object: { token: 0 },
  predicate: 0,
  relationSpan: { start: 0, end: 1 },
  rule: 'made',
  confidence: 0.5,
}

/** An extractor that gives one reading of every text with words, with changes to the sound one. */
const made = (
  changes: Partial<Extractor>,
  readings: () => Iterable<Reading> = () => [reading],
): Extractor => ({
  name: 'made',
  version: '1',
  requires: ['tokens'],
  emits: () => ['open'],
  extract: ({ tree }) => (tree.tokens.length > 0 ? readings() : []),
  ...changes,
})

describe('the conformance test', () => {
  it.each(extractors.map((extractor) => [extractor.name, extractor] as const))(
    'passes %s',
    (_, extractor) => {
      expect(() => checkExtractor(extractor)).not.toThrow()
    },
  )

  it('passes a sound extractor with what its example gives', () => {
    const text = 'The ferry hit the pier.'
    const byWords: Extractor = made({
      *extract({ tree }) {
        if (tree.text === text)
          yield { ...reading, subject: { token: 1 }, object: { value: { start: 10, end: 13 }, type: 'Text' } }
      },
    })
    expect(() =>
      checkExtractor(byWords, { examples: [{ text, gives: ['ferry | seen-with | hit'] }] }),
    ).not.toThrow()
  })

  let calls = 0
  it.each([
    ['no name', made({ name: '' }), /`name` must be a string/],
    ['layers that nobody provides', made({ requires: ['smells'] as never }), /requires smells/],
    [
      'relations that no schema declares',
      made({ emits: () => ['sniffed'] }),
      /"sniffed", which no schema file declares/,
    ],
    [
      'relations it does not emit',
      made({ emits: () => [] }),
      /"seen-with", an open relation, which `emits` does not name/,
    ],
    ['names with capitals', made({}, () => [{ ...reading, relation: 'SeenWith' }]), /not kebab-case/],
    [
      'tokens outside the text',
      made({}, () => [{ ...reading, subject: { token: 9999 } }]),
      /the subject .* is no token/,
    ],
    [
      'spans outside the text',
      made({}, () => [{ ...reading, relationSpan: { start: 0, end: 99999 } }]),
      /relationSpan/,
    ],
    ['too much confidence', made({}, () => [{ ...reading, confidence: 2 }]), /not from 0 to 1/],
    [
      'a memory',
      made({}, () => {
        calls++
        return [
          { ...reading, object: { value: { start: 0, end: 1 }, type: 'Text' }, relation: `seen-${calls}` },
        ]
      }),
      /in another way when it has read other texts before/,
    ],
    [
      'a throw',
      made({}, () => {
        throw new Error('no such sea')
      }),
      /no such sea/,
    ],
  ])('refuses an extractor with %s', (_, extractor, message) => {
    expect(() => checkExtractor(extractor)).toThrow(message)
  })

  it('says what an example should have given', () => {
    const examples = [{ text: 'The Heron sank.', gives: ['Heron | sank-in | Varn'] }]
    expect(() => checkExtractor(made({}), { examples })).toThrow(
      /must read "Heron \| sank-in \| Varn", but reads nothing/,
    )
  })
})

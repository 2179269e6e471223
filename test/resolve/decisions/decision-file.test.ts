import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../src/model/index.ts'
import { readDecisions } from '../../../src/resolve/decisions/read-decisions.ts'
import {
  appendDecision,
  decisionText,
  removeDecision,
} from '../../../src/resolve/decisions/write-decisions.ts'

const file = `# Checked by hand.
decisions:
  # The same woman.
  - merge: [Ruth Amsel, { document: harbour/a.txt, quote: the director, nth: 2 }]
    as: Ruth Amsel
    by: Ada
    when: 2031-03-07
    because: the interview names her

  - split: Port
    mentions:
      - { document: harbour/b.txt, quote: the port }
  - keep-apart: [Varnholm, { name: Varnholm, type: Organization }]
  - rename: Lena Okafer
    to: Lena Okafor
  - retype: Lantern
    to: Event
  - reject: { subject: Tom Keller, relation: met, object: Olga Brandt, polarity: negative }
  - reject: Thing
  - confirm: { subject: Tom Keller, relation: met, object: 2031 }
  - note: seen by two people # not by three
    on: Tom Keller
`

const read = (text: string): Decision[] => readDecisions(text, 'd.yaml').decisions.map((d) => d.decision)
const faults = (text: string): string[] =>
  readDecisions(text, 'd.yaml').problems.map((p) => `${p.line}:${p.column} ${p.message} ${p.hint}`)

describe('reading decisions.yaml', () => {
  it('takes every kind, with who, when and why', () => {
    expect(faults(file)).toEqual([])
    expect(read(file)).toEqual([
      {
        merge: ['Ruth Amsel', { document: 'harbour/a.txt', quote: 'the director', nth: 2 }],
        as: 'Ruth Amsel',
        by: 'Ada',
        when: '2031-03-07',
        because: 'the interview names her',
      },
      { split: 'Port', mentions: [{ document: 'harbour/b.txt', quote: 'the port' }] },
      { 'keep-apart': ['Varnholm', { name: 'Varnholm', type: 'Organization' }] },
      { rename: 'Lena Okafer', to: 'Lena Okafor' },
      { retype: 'Lantern', to: 'Event' },
      { reject: { subject: 'Tom Keller', relation: 'met', object: 'Olga Brandt', polarity: 'negative' } },
      { reject: 'Thing' },
      { confirm: { subject: 'Tom Keller', relation: 'met', object: '2031' } },
      { note: 'seen by two people', on: 'Tom Keller' },
    ])
  })

  it('takes JSON, which other programs write', () => {
    const json = JSON.stringify({ decisions: [{ merge: ['A', { document: 'a.txt', quote: 'B', nth: 2 }] }] })
    expect([read(json), faults(json)]).toEqual([
      [{ merge: ['A', { document: 'a.txt', quote: 'B', nth: 2 }] }],
      [],
    ])
    const more = appendDecision(json, { reject: 'C' })
    expect(read(more)).toEqual([...read(json), { reject: 'C' }])
    expect(read(removeDecision(more, 1))).toEqual([{ reject: 'C' }])
  })

  it('knows the line of each', () => {
    const { decisions } = readDecisions(file, 'd.yaml')
    expect(decisions.map((d) => [d.number, d.line])).toEqual([
      [1, 4],
      [2, 10],
      [3, 13],
      [4, 14],
      [5, 16],
      [6, 18],
      [7, 19],
      [8, 20],
      [9, 21],
    ])
  })

  it.each(['', '\n', '# nothing yet\n', 'decisions:\n', 'decisions: []\n'])(
    'takes %j for no decision',
    (text) => {
      expect([read(text), faults(text)]).toEqual([[], []])
    },
  )

  it.each([
    ['decisions:\n  - merge [a, b]', /^2:5 Decision 1 has no kind that is known One of: merge/],
    ['decisions:\n  - mege: [a, b]', /^2:5 Decision 1 has no kind that is known Did you mean "merge"\?/],
    ['decisions:\n  - merge: [a]', /^2:12 "merge" needs two entities or more/],
    ['decisions:\n  - keep-apart: []', /^2:17 "keep-apart" needs two entities or more/],
    ['decisions:\n  - split: a\n    mentions: []', /^3:15 "mentions" needs a mention or more/],
    ['decisions:\n  - merge: a', /^2:12 "merge" must be a list/],
    ['decisions:\n  - rename: a', /^2:5 This rename has no "to" Add "to/],
    [
      'decisions:\n  - rename: a\n    too: b',
      /^3:5 Decision 1 \(rename\) has no key "too" Did you mean "to"\?/,
    ],
    ['decisions:\n  - merge: [a, b]\n    reject: a', /has "merge" and "reject"/],
    ['decisions:\n  - split: a\n    mentions: [{ document: x.txt }]', /^3:16 A mention has no "quote"/],
    [
      'decisions:\n  - split: a\n    mentions: [{ document: x, quote: y, nth: 0 }]',
      /"nth" must be a whole number from 1/,
    ],
    ['decisions:\n  - confirm: Ruth Amsel', /^2:14 A relation must be a map/],
    ['decisions:\n  - reject: { subject: a, relation: b }', /^2:13 A relation has no "object"/],
    ['decisions:\n  - split: a', /^2:5 This split has no "mentions"/],
    ['decisions:\n  - note: a', /^2:5 This note has no "on"/],
    ['decisions: {', /not valid YAML/],
    ['- merge: [a, b]', /^1:1 A decisions file must be a map/],
    ['decision:\n  - reject: a', /Did you mean "decisions"\?/],
    ['decisions:\n  - reject: &a x\n  - reject: *a', /^3:13 An entity must be text/],
  ])('says what is wrong with %j', (text, message) => {
    expect(faults(text).join('\n')).toMatch(message)
  })
})

describe('writing decisions.yaml', () => {
  it('keeps comments, blank lines and order', () => {
    const more = appendDecision(file, { rename: 'Port', to: 'Port of Varnholm', by: 'Ada' })
    expect(more.startsWith(file)).toBe(true)
    expect(more.slice(file.length)).toBe('  - rename: Port\n    to: Port of Varnholm\n    by: Ada\n')
    expect(removeDecision(more, 10)).toBe(file)
  })

  it('leaves what stands around a decision that is taken away', () => {
    const less = removeDecision(file, 2)
    expect(read(less)).toEqual(read(file).filter((_, index) => index !== 1))
    expect(less).toContain('# The same woman.\n')
    expect(less.split('\n').length).toBe(file.split('\n').length - 3)
  })

  it.each([
    ['decisions: [{ reject: a }, { reject: b }] # short\n'],
    ['decisions:\n- reject: a\n- reject: b # the last\n\n# The end.\n'],
    ['# Only this.\ndecisions:\n    - reject: a\n    - note: >\n        folded\n        text\n      on: b'],
    ['decisions:\r\n  - reject: a\r\n  - reject: b\r\n'],
  ])('adds to %j and takes away again', (text) => {
    const before = read(text)
    const more = appendDecision(text, { rename: 'x', to: 'y' })
    expect(read(more)).toEqual([...before, { rename: 'x', to: 'y' }])
    expect(read(removeDecision(more, 3))).toEqual(before)
    expect(read(removeDecision(more, 1))).toEqual([before[1], { rename: 'x', to: 'y' }])
    for (const comment of text.match(/# .*/g) ?? []) expect(more).toContain(comment.trimEnd())
  })

  it('says in a new file what it is', () => {
    expect(appendDecision('', { merge: ['A', 'B'] })).toBe(
      '# What people decided about this graph; every build replays it. docs/decisions.md explains each kind.\n\ndecisions:\n  - merge: [A, B]\n',
    )
  })

  const name = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('no', '2031-03-07', '1e3', 'a: b', '#x', '- y'),
  )
  const words = name.filter((text) => text.trim() !== '')
  const mention = fc.record(
    { document: words, quote: words, nth: fc.integer({ min: 1, max: 9 }) },
    { requiredKeys: ['document', 'quote'] },
  )
  const entity = fc.oneof(words, fc.record({ name: words, type: words }, { requiredKeys: ['name'] }), mention)
  const relation = fc.record(
    { subject: entity, relation: words, object: entity, polarity: fc.constantFrom('positive', 'negative') },
    { requiredKeys: ['subject', 'relation', 'object'] },
  )
  const some = fc.array(entity, { minLength: 2, maxLength: 3 })
  const signed = { by: words, when: words, because: words }
  const made = fc.oneof(
    fc.record({ merge: some, as: words, ...signed }, { requiredKeys: ['merge'] }),
    fc.record(
      { split: entity, mentions: fc.array(mention, { minLength: 1 }), ...signed },
      { requiredKeys: ['split', 'mentions'] },
    ),
    fc.record({ 'keep-apart': some, ...signed }, { requiredKeys: ['keep-apart'] }),
    fc.record({ rename: entity, to: words }),
    fc.record({ retype: entity, to: words }),
    fc.record({ reject: fc.oneof(entity, relation) }),
    fc.record({ confirm: relation }),
    fc.record({ note: words, on: fc.oneof(entity, relation) }),
  ) as fc.Arbitrary<Decision>

  it('is read back as it was written, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 4 }), (decisions) => {
        const text = decisions.reduce(appendDecision, '')
        expect(readDecisions(text, 'd.yaml')).toMatchObject({ problems: [] })
        expect(read(text)).toEqual(decisions)
      }),
      { numRuns: 200 },
    )
  })

  it('writes a decision on one line', () => {
    expect(decisionText({ reject: { subject: 'A', relation: 'met', object: 'B' }, by: 'Ada' })).toBe(
      'reject: { subject: A, relation: met, object: B }, by: Ada',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { compileSchema } from '../../src/schema/compile-schema.ts'
import { isA } from '../../src/schema/is-a.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'

const compile = (text: string, file = 'mine.yaml') => compileSchema([{ file, text, hash: 'h' }])

const small = `name: small
version: 2
types:
  Agent: { label: agent }
  Person: { label: person, is: Agent, color: "#0072b2", heads: [man, woman] }
relations:
  met:
    label: met
    subject: Person
    object: Agent
    verbs: [X meet Y]
    examples:
      - text: Ann met Bob.
        gives: Ann | met | Bob
`

describe('compileSchema', () => {
  it('reads types, relations, phrases and examples', () => {
    const { schema, problems } = compile(small)
    expect(problems).toEqual([])
    expect(schema.files).toEqual([{ name: 'small', version: '2', hash: 'h' }])
    expect(schema.types.get('Person')).toEqual({
      name: 'Person',
      label: 'person',
      mappings: {},
      color: '#0072b2',
      heads: ['man', 'woman'],
      ancestors: ['Agent'],
    })
    const met = schema.relations.get('met')
    expect(met).toMatchObject({
      subject: ['Person'],
      object: ['Agent'],
      temporal: 'event',
      functional: false,
    })
    expect(met?.phrases.map((p) => p.text)).toEqual(['X meet Y'])
    expect(met?.examples).toEqual([{ text: 'Ann met Bob.', gives: ['Ann | met | Bob'] }])
  })

  it('says file, line, column and what was meant for an unknown key', () => {
    const { problems } = compile(small.replace('    subject: Person', '    subjct: Person'))
    expect(problems).toEqual([
      {
        severity: 'error',
        code: 'schema-unknown-key',
        message: 'The relation met has no key "subjct"',
        hint: 'Did you mean "subject"?',
        file: 'mine.yaml',
        line: 9,
        column: 5,
      },
    ])
  })

  it('says what was meant for an unknown type, in its own file and place', () => {
    const { problems } = compile(small.replace('object: Agent', 'object: Agnet'))
    expect(problems).toMatchObject([
      { code: 'schema-unknown-type', hint: 'Did you mean "Agent"?', line: 10, column: 13 },
    ])
  })

  it('says what was meant in a phrase, in its place', () => {
    const { problems } = compile(small.replace('X meet Y', 'X meet wiht Y'))
    expect(problems).toMatchObject([
      { code: 'schema-invalid-value', hint: 'Did you mean "with"?', line: 11, column: 13 },
    ])
  })

  it('takes a key of the prototype chain for a name and nothing else', () => {
    const relation = '{ verbs: [X see Y], mappings: { __proto__: p }, label: seen }'
    const { schema, problems } = compile(
      `types:\n  __proto__: { heads: [x] }\nrelations:\n  constructor: ${relation}\ntitles:\n  __proto__: feminine\n`,
    )
    expect(problems).toEqual([])
    expect(schema.relations.get('constructor')?.phrases).toHaveLength(1)
    expect(schema.titles.get('__proto__')).toEqual({ name: '__proto__', gender: 'feminine' })
    expect(schema.types.get('__proto__')?.heads).toEqual(['x'])
    expect(({} as Record<string, unknown>).heads).toBeUndefined()
    expect(schema.relations.get('constructor')?.mappings).toEqual(Object.fromEntries([['__proto__', 'p']]))
  })

  it('treats the signs of regular expressions in phrases and titles as letters', () => {
    const { schema, problems } = compile(
      'titles:\n  "(a+)+$": feminine\nrelations:\n  met: { verbs: ["X (a+)+$ Y"] }\n',
    )
    expect(problems).toEqual([])
    expect(schema.relations.get('met')?.phrases[0]?.lemmas).toEqual(['(a+)+$'])
  })

  it.each([
    ['a broken map', 'relations: [', 'schema-syntax'],
    ['a list for a file', '- a\n- b\n', 'schema-syntax'],
    ['a phrase without object', small.replace('X meet Y', 'X meet'), 'schema-invalid-value'],
    ['a time that is none', small.replace('label: met', 'time: sometimes'), 'schema-invalid-value'],
    ['a colour that is none', small.replace('#0072b2', 'blue'), 'schema-invalid-value'],
    ['a name with a blank', small.replace('  met:', '  met up:'), 'schema-invalid-value'],
    ['the same key twice', `${small}  met: {}\n`, 'schema-syntax'],
  ])('reports %s with a line', (_what, text, code) => {
    const { problems } = compile(text)
    expect(problems[0]).toMatchObject({ code, severity: 'error', file: 'mine.yaml' })
    expect(problems[0]?.line).toBeGreaterThan(0)
  })

  it('lets a later file add phrases to a relation without changing it', () => {
    const mine = 'relations:\n  met:\n    subject: Agent\n    verbs: [X encounter Y]\n'
    const { schema } = compileSchema([
      { file: 'a.yaml', text: small, hash: '1' },
      { file: 'b.yaml', text: mine, hash: '2' },
    ])
    expect(schema.relations.get('met')?.phrases.map((p) => p.text)).toEqual(['X meet Y', 'X encounter Y'])
    expect(schema.relations.get('met')?.subject).toEqual(['Person'])
  })

  it('never reads a key of the prototype chain as a type', () => {
    expect(compile(small.replace('object: Agent', 'object: __proto__')).problems).toMatchObject([
      { code: 'schema-unknown-type' },
    ])
    expect(compile(small.replace('object: Agent', 'object: constructor')).problems).toMatchObject([
      { code: 'schema-unknown-type' },
    ])
  })

  it('survives types that are their own ancestors', () => {
    const { schema } = compile('types:\n  A: { is: B }\n  B: { is: A }\n')
    expect(schema.types.get('A')?.ancestors).toEqual(['B'])
  })
})

describe('the shipped schema', () => {
  const { schema, problems } = loadSchema()

  it('has no problem', () => {
    expect(problems).toEqual([])
  })

  it('declares the relations that other tools rely on', () => {
    for (const name of [
      'resigned-from',
      'resigned-after',
      'holds-position',
      'succeeded',
      'published',
      'named',
      'conducted',
      'concluded-in',
      'has-confidence-in',
      'appointed-by',
    ])
      expect(schema.relations.has(name), name).toBe(true)
  })

  it('has a phrase for every relation but those that an extractor of their own reads', () => {
    const bare = [...schema.relations.values()].filter((r) => r.phrases.length === 0).map((r) => r.name)
    expect(bare).toEqual(['named'])
    expect(schema.relations.size).toBeGreaterThanOrEqual(120)
  })

  it('maps relations to names that could stand elsewhere', () => {
    for (const { name, mappings } of schema.relations.values()) {
      const { wikidata, 'schema.org': term, followthemoney, ...others } = mappings
      expect(others, name).toEqual({})
      expect(wikidata ?? 'P1', name).toMatch(/^\^?P\d+$/)
      expect(term ?? 'a', name).toMatch(/^\^?[a-z][A-Za-z]*$/)
      expect(followthemoney ?? 'A', name).toMatch(/^\^?[A-Z][A-Za-z]*$/)
    }
  })

  it('knows that a person is an agent and a date is not', () => {
    expect(isA(schema, 'Person', ['Agent'])).toBe(true)
    expect(isA(schema, 'Facility', ['Thing'])).toBe(true)
    expect(isA(schema, 'Date', ['Agent'])).toBe(false)
    expect(isA(schema, 'Date', [])).toBe(true)
  })
})

describe('loadSchema', () => {
  it('reports a file that is not there and keeps the shipped schema', () => {
    const { schema, problems } = loadSchema(['/nowhere/mine.yaml'])
    expect(problems).toMatchObject([{ severity: 'error', code: 'path-missing', file: '/nowhere/mine.yaml' }])
    expect(schema.relations.size).toBeGreaterThan(50)
  })
})

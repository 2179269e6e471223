import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Given, parametersOf, QueryError, questions, readParameters } from '../../src/query/index.ts'
import { small } from './small-source.ts'

/** Texts as people and programs send them: names, patterns, control characters, lone surrogates, property names. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    'Ada Hart',
    'person/ada-hart',
    'the board',
    '__proto__',
    'constructor',
    'toString',
    '*',
    '^(a+)+$',
    '\\',
    '%00',
    '\ud800',
    '\u202eevil',
    '2019',
    '9999-99',
    '-1',
    '1e9',
    'NaN',
    '',
  ),
)
const value = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
)

describe('whatever is asked', () => {
  test.each(questions)('$name answers or says what is wrong with the question', (question) => {
    const parameters = parametersOf(question)
    const given = fc.record(Object.fromEntries(parameters.map(({ name }) => [name, value])), {
      requiredKeys: question.required.map(({ name }) => name),
    })
    fc.assert(
      fc.property(given, (raw) => {
        try {
          const answer = question.answer(small, readParameters(parameters, question.required, raw))
          expect(JSON.parse(JSON.stringify(answer)).items).toHaveLength(answer.items.length)
        } catch (error) {
          if (!(error instanceof QueryError)) throw error
          expect(error.problem.hint).not.toBe('')
          expect(error.problem.message.length + error.problem.hint!.length).toBeLessThan(2000)
        }
      }),
      { numRuns: 300, seed: 20311204 },
    )
  })

  test('the library throws nothing but a QueryError either', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), text, text, (question, a, b) => {
        const given: Given = {
          name: a,
          from: a,
          to: b,
          words: a,
          key: b,
          relation: [a],
          type: [b],
          asOf: b,
          limit: 1,
        }
        try {
          question.answer(small, given)
        } catch (error) {
          if (!(error instanceof QueryError)) throw error
        }
      }),
      { numRuns: 1000, seed: 20311204 },
    )
  })
})

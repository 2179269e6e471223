import { describe, expect, it } from 'vitest'
import { compileSchema } from '../../src/schema/compile-schema.ts'

const base = `types:
  Agent: {}
relations:
  met: { subject: Agent, object: Agent }
  knows: { subject: Agent, object: Agent }
`
const rule = (lines: string) =>
  compileSchema([{ file: 'r.yaml', hash: '', text: `${base}rules:\n  r: ${lines}\n` }])

describe('rules of a schema', () => {
  it('are read with their variables and types', () => {
    const { schema, problems } = rule('{ if: [X met Y, Y met Z], then: X knows Z, types: { Z: Agent } }')
    expect(problems).toEqual([])
    expect(schema.rules.get('r')).toEqual({
      name: 'r',
      steps: [
        { subject: 'X', relation: 'met', object: 'Y' },
        { subject: 'Y', relation: 'met', object: 'Z' },
      ],
      conclusion: { subject: 'X', relation: 'knows', object: 'Z' },
      types: { Z: ['Agent'] },
      examples: [],
    })
  })

  it.each([
    ['{ if: [X met Y, Y mte Z], then: X knows Z }', /no relation "mte".*Did you mean "met"/],
    ['{ if: [X met Y, Y met Z], then: X knwos Z }', /no relation "knwos".*Did you mean "knows"/],
    ['{ if: [X met Y], then: X knows Y }', /needs "if" with two relations or more/],
    ['{ if: [X met Y, Y met Z] }', /needs "then"/],
    [
      '{ if: [X met Y, Y met Z], then: X knows W }',
      /variable W of the rule r does not stand in its "if".*X, Y, Z/,
    ],
    ['{ if: [X met Y, V met W], then: X knows W }', /do not hang together/],
    ['{ if: [X met, Y met Z], then: X knows Z }', /"X met" of the rule r cannot be read/],
    [
      '{ if: [X met Y, Y met Z], then: X knows Z, types: { Z: Agnet } }',
      /no entity type "Agnet".*Did you mean "Agent"/,
    ],
    ['{ if: [X met Y, Y met Z], then: X knows Z, where: x }', /no key "where"/],
  ])('are refused with a reason: %s', (text, message) => {
    const { problems } = rule(text)
    expect(problems.map((p) => `${p.message} ${p.hint}`).join('\n')).toMatch(message)
    for (const { line } of problems) expect(line).toBeGreaterThan(5)
  })

  it('are declared once', () => {
    const text = `${base}rules:\n  r: { if: [X met Y, Y met Z], then: X knows Z }\n`
    const { problems } = compileSchema([
      { file: 'a.yaml', hash: '', text },
      { file: 'b.yaml', hash: '', text: 'rules:\n  r: { if: [X met Y, Y met Z], then: X knows Z }\n' },
    ])
    expect(problems.map((p) => [p.code, p.file])).toEqual([['schema-duplicate', 'b.yaml']])
  })
})

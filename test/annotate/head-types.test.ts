import { describe, expect, test } from 'vitest'
import { compileHeadTypes } from '../../src/annotate/head-types.ts'
import { compileSchema } from '../../src/schema/compile-schema.ts'

const heads = (types: string) => {
  const text = `name: made\ntypes:\n${types.replace(/^/gm, '  ')}\nrelations: {}\n`
  const { schema, problems } = compileSchema([{ file: 'made.yaml', text, hash: 'h' }])
  expect(problems).toEqual([])
  return compileHeadTypes(schema)
}

describe('a noun that two types claim', () => {
  const claimed = heads(
    [
      'Thing: { label: thing }',
      'Product: { label: product, is: Thing, heads: [ship, cable] }',
      'Topic: { label: topic, is: Thing, heads: [cable] }',
      'Ship: { label: ship, is: Product, heads: [ship] }',
      'Group: { label: group, is: Thing, heads: [crew] }',
      'Role: { label: role, is: Thing, heads: [crew] }',
    ].join('\n'),
  )

  test('is of the more special one, though it is declared later', () => {
    expect(claimed.typeOf('ship', false)).toBe('Ship')
  })

  test('is of the one declared first where neither is the other', () => {
    expect(claimed.typeOf('cable', false)).toBe('Product')
  })

  test('is a role in the singular and a group in the plural', () => {
    expect([claimed.typeOf('crew', false), claimed.typeOf('crew', true)]).toEqual(['Role', 'Group'])
  })
})

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadSchema } from '../../src/schema/load-schema.ts'

const page = readFileSync(new URL('../../docs/schema.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => match[1]!)

test('docs/schema.md shows several files', () => {
  expect(blocks.length).toBeGreaterThan(1)
})

test.each(blocks.filter((text) => !text.startsWith('rules:')))(
  'a file of docs/schema.md can be used beside the shipped ones: %s',
  (text) => {
    const file = join(mkdtempSync(join(tmpdir(), 'redthread-schema-')), 'mine.yaml')
    writeFileSync(file, text)
    expect(loadSchema([file]).problems).toEqual([])
  },
)

test('the rule of docs/schema.md is one of news.yaml', () => {
  const { rules } = parse(blocks.find((text) => text.startsWith('rules:'))!) as { rules: object }
  const shipped = parse(readFileSync(new URL('../../schema/news.yaml', import.meta.url), 'utf8'))
  expect(Object.keys(rules)).toHaveLength(1)
  expect(shipped.rules).toMatchObject(rules)
})

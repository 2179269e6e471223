import { expect, test } from 'vitest'
import { describeRead, readDocuments } from '../../src/read/index.ts'
import { collect, folderOf } from './collect.ts'

test('says what is known, each zone with its rule, and the text', async () => {
  const text =
    'Harbour bridge shut\n\nThe council closed the old harbour bridge on Monday after cracks were found.\n'
  const folder = await folderOf({ 'a.md': `---\ndate: 2021-03-04\noutlet: Harbour Post\n---\n${text}` })
  const { documents } = await collect([folder])
  expect(describeRead({ document: documents[0]!, problems: [] })).toBe(`document  a.md
format    markdown
title     Harbour bridge shut
date      2021-03-04 (from front-matter)
publisher Harbour Post
language  en
length    ${text.length} characters
sha-256   ${documents[0]!.hash}
zones
  0-19          title (headline-before-story): Harbour bridge shut

${text}
`)
})

test('says what is wrong, where, and how to mend it', async () => {
  const folder = await folderOf({ 'a.md': '---\ntitle: [a\n---\nThe bridge is shut.' })
  for await (const result of readDocuments([folder])) {
    expect(describeRead(result, false)).toMatch(
      /^warning: The front matter of a\.md .* \(line \d+, column \d+\)\n {2}Mend the YAML/,
    )
  }
})

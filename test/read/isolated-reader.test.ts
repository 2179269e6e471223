import { expect, onTestFinished, test } from 'vitest'
import type { Drafted } from '../../src/read/draft.ts'
import { defaultLimits, type ReadLimits } from '../../src/read/index.ts'
import { IsolatedReader } from '../../src/read/isolated-reader.ts'
import { collect } from './collect.ts'
import { fixtureBytes, fixturePath, readFixture } from './fixture.ts'

async function read(
  reader: IsolatedReader,
  file: string,
  bytes: Uint8Array,
  limits: Partial<ReadLimits> = {},
): Promise<Drafted[]> {
  const found: Drafted[] = []
  const input = { bytes, file, limits: { ...defaultLimits, ...limits }, explicit: true }
  for await (const drafted of reader.read(input)) found.push(drafted)
  return found
}

function isolatedReader(): IsolatedReader {
  const reader = new IsolatedReader()
  onTestFinished(() => reader.close())
  return reader
}

test('a thread of its own gives the same documents', async () => {
  for (const name of ['bridge.docx', 'box.mbox', 'page.html']) {
    expect(await collect([fixturePath(name)])).toEqual(await readFixture(name))
  }
})

test('a file that takes too long is given up, and the next one is read', async () => {
  const reader = isolatedReader()
  const slow = await read(reader, 'slow.pdf', fixtureBytes('columns.pdf'), { seconds: 0.001 })
  expect(slow.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['file-slow']])
  const next = await read(reader, 'next.html', fixtureBytes('page.html'))
  expect(next.map(({ draft }) => draft?.title)).toEqual(['Harbour bridge shut after cracks found'])
})

test('a file that takes too much memory is given up, and the next one is read', async () => {
  const reader = isolatedReader()
  const page = Buffer.from(`<html><body>${'<p><b>word</b> <i>word</i></p>'.repeat(400_000)}`)
  const large = await read(reader, 'large.html', page, { threadMemory: 96 })
  expect(large.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['file-too-large']])
  expect(large[0]?.problems[0]?.message).toContain('memory')
  expect(await read(reader, 'next.html', fixtureBytes('page.html'))).toHaveLength(1)
})

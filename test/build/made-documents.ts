import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'

const people = ['Ruth Amsel', 'Lena Okafor', 'Tom Keller', 'Olga Brandt']
const bodies = ['the Port Authority', 'Nordkai Shipping', 'the Water Ministry', 'the Transport Union']
const acts = [
  'criticised',
  'met',
  'did not meet',
  'will sue',
  'is said to have visited',
  'denied that she had met',
  'resigned after she had met',
]

const sentence = fc
  .tuple(
    fc.constantFrom(...people),
    fc.constantFrom(...acts),
    fc.constantFrom(...people, ...bodies),
    fc.constantFrom('', ' on Monday', ' in March 2030', ' in Varnholm'),
  )
  .map(([who, act, whom, when]) => `${who} ${act} ${whom}${when}.`)

/** What is a zone where three documents of a folder have it, and a line of the story where two do. */
const notice = '\nLetters to the Varnholm harbour desk, Quay Street\n'

/** A short story about a few people who are in other stories too, some with a notice below. */
const story: fc.Arbitrary<string> = fc
  .tuple(fc.array(sentence, { minLength: 1, maxLength: 4 }), fc.constantFrom('', notice))
  .map(([sentences, below]) => `${sentences.join(' ')}\n${below}`)

/** What a user does to a folder between two builds: writes a file, or takes it away. */
export interface Change {
  readonly file: string
  /** Absent: the file is taken away. */
  readonly text?: string
}

const file = fc.constantFrom('a.txt', 'b.txt', 'c/d.txt', 'c/e.txt', 'f.md')

/** Changes to a folder of five files at most. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ file, text: story }) },
  { weight: 1, arbitrary: fc.record({ file }) },
)

/** Makes a change to a folder. */
export function apply(folder: string, { file, text }: Change): void {
  const path = join(folder, file)
  if (text === undefined) {
    rmSync(path, { force: true })
    return
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** What a build leaves in its folder. */
export const outputFiles: readonly string[] = [
  '.reading.jsonl',
  '.resolvable.jsonl',
  'graph.json',
  'documents.jsonl',
  'claims.jsonl',
  'resolution.jsonl',
  'problems.jsonl',
]

/** A hash of each of them. */
export const hashes = (out: string): string[] =>
  outputFiles.map((file) =>
    createHash('sha256')
      .update(readFileSync(join(out, file)))
      .digest('hex'),
  )

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Document, Problem } from '../../src/model/index.ts'
import { type ReadOptions, readDocuments } from '../../src/read/index.ts'

/** A folder with the files of a test, removed when the test is over. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'redthread-read-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

/** All that some inputs give, documents and problems apart; checks what must hold of every document. */
export async function collect(
  inputs: readonly string[],
  options: ReadOptions = {},
): Promise<{ documents: Document[]; problems: Problem[] }> {
  const documents: Document[] = []
  const problems: Problem[] = []
  for await (const result of readDocuments(inputs, options)) {
    if (result.document) documents.push(sound(result.document))
    problems.push(...result.problems)
  }
  return { documents, problems }
}

/** Gives a document back, or throws when its zones or pages overlap, are out of order, or reach beyond its text. */
function sound(document: Document): Document {
  for (const spans of [document.zones, document.pages ?? []]) {
    let last = 0
    for (const { start, end } of spans) {
      if (start < last || end < start || end > document.text.length) {
        throw new Error(`${document.id}: the span ${start}-${end} overlaps one before it or leaves the text`)
      }
      last = end
    }
  }
  return document
}

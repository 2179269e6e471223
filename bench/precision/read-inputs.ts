import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Document } from '../../src/model/index.ts'
import { readDocuments } from '../../src/read/index.ts'
import { sha256 } from '../../src/read/sha256.ts'
import { findZones } from '../../src/read/zones/find-zones.ts'

/** The name under which a text is judged: the SHA-256 of its UTF-8 bytes, cut to 16 hexadecimal digits. */
export const textHash = (text: string): string => sha256(Buffer.from(text)).slice(0, 16)

function plain(id: string, text: string): Document {
  const { zones } = findZones(text)
  return { id, source: id, hash: textHash(text), format: 'txt', language: 'en', text, zones }
}

/** The texts of a list of `{id, text}`, as the collection re3d comes in. */
const fromList = (json: string): Document[] =>
  (JSON.parse(json) as { id: string; text: string }[]).map(({ id, text }) => plain(id, text))

/** The texts of a treebank in CoNLL-U, put together from the `# text` of its sentences. */
function fromTreebank(conllu: string): Document[] {
  const documents: Document[] = []
  let id = ''
  let text = ''
  const close = (): void => {
    if (text !== '') documents.push(plain(id, text))
    text = ''
  }
  let gap = ''
  for (const line of conllu.split(/\r?\n/)) {
    const [, key, value = ''] = /^# (newdoc id|newpar|text)(?: = (.*))?/.exec(line) ?? []
    if (key === 'newdoc id') {
      close()
      id = value
    } else if (key === 'newpar') gap = '\n\n'
    else if (key === 'text') {
      text += text === '' ? value : gap + value
      gap = ' '
    }
  }
  close()
  return documents
}

/**
 * The documents to draw from: a `.json` list of `{id, text}`, a `.conllu` treebank, or files and folders
 * as `redthread build` takes them.
 */
export async function readInputs(inputs: readonly string[]): Promise<Document[]> {
  const documents: Document[] = []
  const others: string[] = []
  for (const input of inputs)
    if (/\.json$/.test(basename(input))) documents.push(...fromList(readFileSync(input, 'utf8')))
    else if (/\.conllu$/.test(basename(input))) documents.push(...fromTreebank(readFileSync(input, 'utf8')))
    else others.push(input)
  for await (const { document } of readDocuments(others)) if (document) documents.push(document)
  return documents
}

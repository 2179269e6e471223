import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Document } from '../model/index.ts'
import { FileError } from './file-error.ts'
import { readLines } from './read-lines.ts'

/** What is known of a document, without its text. */
export type DocumentHeader = Omit<Document, 'text' | 'zones' | 'pages'>

/** The documents.jsonl beside a graph, where there is one. */
export function documentsPath(out: string): string | undefined {
  const folder = existsSync(out) && statSync(out).isDirectory() ? out : dirname(out)
  const path = join(folder, 'documents.jsonl')
  return existsSync(path) ? path : undefined
}

/** The lines of documents.jsonl; those of an imported graph have no text. */
function* readRecords(out: string): Generator<DocumentHeader & Partial<Document>> {
  const path = documentsPath(out)
  if (path === undefined) return
  let line = 0
  for (const text of readLines(path)) {
    line++
    if (text.trim() === '') continue
    let document: (DocumentHeader & Partial<Document>) | undefined
    try {
      document = JSON.parse(text) as DocumentHeader
    } catch {}
    if (typeof document?.id !== 'string' || !['string', 'undefined'].includes(typeof document.text))
      throw new FileError({
        code: 'documents-invalid',
        message: `Line ${line} of ${path} is not a document.`,
        hint: 'Build it again: redthread build INPUT... -o OUT',
        file: path,
        line,
      })
    yield document
  }
}

/**
 * Reads documents.jsonl one document at a time, in the order of the file; nothing where there is no such
 * file, and no document whose text is not there. Throws a FileError with the line that is not a document.
 */
export function* readDocuments(out: string): Generator<Document> {
  for (const record of readRecords(out)) if (record.text !== undefined) yield record as Document
}

/** What openGraph tells of documents; texts are not kept. */
export function loadDocuments(out: string): {
  readonly documents: ReadonlyMap<string, DocumentHeader>
  readonly wideCharacters: ReadonlyMap<string, readonly number[]>
} {
  const documents = new Map<string, DocumentHeader>()
  const wideCharacters = new Map<string, readonly number[]>()
  for (const { text, zones: _zones, pages: _pages, ...header } of readRecords(out)) {
    documents.set(header.id, header)
    if (text !== undefined)
      wideCharacters.set(
        header.id,
        Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index),
      )
  }
  return { documents, wideCharacters }
}

import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Document } from '../model/index.ts'
import { FileError } from './file-error.ts'
import { readLines } from './read-lines.ts'

/** What is known of a document, without its text. */
export type DocumentHeader = Omit<Document, 'text' | 'zones' | 'pages'>

/** The documents.jsonl beside a graph, where there is one. */
function documentsPath(out: string): string | undefined {
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

/** What is known of every document of an output folder, by id; texts are not kept. */
export function loadDocumentHeaders(out: string): ReadonlyMap<string, DocumentHeader> {
  const headers = new Map<string, DocumentHeader>()
  for (const { text: _text, zones: _zones, pages: _pages, ...header } of readRecords(out))
    headers.set(header.id, header)
  return headers
}

import type { Document } from '../model/index.ts'
import { fileBeside } from './file-beside.ts'
import { type LineKind, readJsonLines } from './json-lines.ts'

/** What is known of a document, without its text. */
export type DocumentHeader = Omit<Document, 'text' | 'zones' | 'pages'>

/** The documents.jsonl beside a graph, where there is one. */
export const documentsPath = (out: string): string | undefined => fileBeside(out, 'documents.jsonl')

/** A line of documents.jsonl; those of an imported graph have no text. */
type DocumentRecord = DocumentHeader & Partial<Document>

const record: LineKind<DocumentRecord> = {
  is: (value) => typeof value?.id === 'string' && ['string', 'undefined'].includes(typeof value.text),
  code: 'documents-invalid',
  fault: 'is not a document',
  hint: 'Build it again: redthread build INPUT... -o OUT',
}

function* readRecords(out: string): Generator<DocumentRecord> {
  const path = documentsPath(out)
  if (path !== undefined) yield* readJsonLines(path, record)
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

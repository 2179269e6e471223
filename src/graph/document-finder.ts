import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Document } from '../model/index.ts'
import { documentsPath, readDocuments } from './load-documents.ts'
import { readLines } from './read-lines.ts'

interface LinePlace {
  readonly start: number
  readonly length: number
}

const idOf = /^\{"id":("(?:[^"\\]|\\.)*")/

/** Where the line of each document is, in bytes. A line that begins in another way is parsed whole. */
function linePlaces(path: string): Map<string, LinePlace> {
  const places = new Map<string, LinePlace>()
  let start = 0
  for (const line of readLines(path)) {
    const length = Buffer.byteLength(line)
    const written = idOf.exec(line)?.[1]
    let id: unknown
    try {
      id = written === undefined ? JSON.parse(line)?.id : JSON.parse(written)
    } catch {}
    if (typeof id === 'string') places.set(id, { start, length })
    start += length + 1
  }
  return places
}

function readPlace(path: string, { start, length }: LinePlace): string {
  const file = openSync(path, 'r')
  try {
    if (start + length > fstatSync(file).size) return ''
    const bytes = Buffer.alloc(length)
    for (let done = 0; done < length; ) {
      const read = readSync(file, bytes, done, length - done, start + done)
      if (read === 0) break
      done += read
    }
    return bytes.toString('utf8')
  } finally {
    closeSync(file)
  }
}

/**
 * Finds documents of an output folder by id, with their texts: the file is gone through once, at the first
 * question, and only the line that is asked for is read afterwards. Gives undefined for an unknown id and
 * where the folder has no documents.jsonl.
 */
export function documentFinder(out: string): (id: string) => Document | undefined {
  let places: Map<string, LinePlace> | undefined
  return (id) => {
    const path = documentsPath(out)
    if (path === undefined) return undefined
    places ??= linePlaces(path)
    const place = places.get(id)
    if (!place) return undefined
    try {
      const document = JSON.parse(readPlace(path, place)) as Document
      if (document.id === id) return document
    } catch {}
    // The file was written anew since.
    places = undefined
    for (const document of readDocuments(out)) if (document.id === id) return document
    return undefined
  }
}

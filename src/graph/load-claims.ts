import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentClaims } from '../model/index.ts'
import { FileError } from './file-error.ts'
import { readLines } from './read-lines.ts'

/** The path of the claims of an output folder; a path to a file stays as it is. Throws a FileError where there is none. */
export function claimsPath(place: string): string {
  const path = existsSync(place) && statSync(place).isDirectory() ? join(place, 'claims.jsonl') : place
  if (existsSync(path)) return path
  throw new FileError({
    code: 'path-missing',
    message: `There are no claims at ${path}.`,
    hint: 'Give a claims.jsonl, or the folder that build wrote.',
    file: path,
  })
}

/** Reads a claims.jsonl. Throws a FileError with the line that holds no claims. */
export function* readClaims(path: string): Generator<DocumentClaims> {
  let line = 0
  for (const text of readLines(path)) {
    line++
    if (text.trim() === '') continue
    let claims: DocumentClaims | undefined
    try {
      claims = JSON.parse(text) as DocumentClaims
    } catch {}
    const lists = [claims?.mentions, claims?.claims, claims?.quotations, claims?.signatures]
    if (typeof claims?.document !== 'string' || !lists.every(Array.isArray))
      throw new FileError({
        code: 'claims-invalid',
        message: `Line ${line} of ${path} does not hold the claims of a document.`,
        hint: 'Make it again: redthread extract INPUT... > claims.jsonl',
        file: path,
        line,
      })
    yield claims
  }
}

import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentClaims } from '../model/index.ts'
import { FileError } from './file-error.ts'
import { type LineKind, readJsonLines } from './json-lines.ts'

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

const line: LineKind<DocumentClaims> = {
  is: (claims) =>
    typeof claims?.document === 'string' &&
    [claims.mentions, claims.claims, claims.quotations, claims.signatures].every(Array.isArray),
  code: 'claims-invalid',
  fault: 'does not hold the claims of a document',
  hint: 'Make it again: redthread extract INPUT... > claims.jsonl',
}

/** Reads a claims.jsonl. Throws a FileError with the line that holds no claims. */
export const readClaims = (path: string): Generator<DocumentClaims> => readJsonLines(path, line)

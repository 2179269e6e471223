import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Extractor } from '../extract/extractor.ts'
import type { Annotator, Document, Schema } from '../model/index.ts'

/** Stages whose code decides what is read in a document. */
const stages = ['model', 'schema', 'language', 'annotate', 'extract', 'resolve']
const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Files below a folder in order of path. */
function* filesBelow(path: string): Generator<string> {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.isDirectory()) yield* filesBelow(`${path}/${entry.name}`)
    else if (/\.(ts|js|gz|json)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      yield `${path}/${entry.name}`
  }
}

/** Hash of all files below some folders. */
function hashOf(folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of folders)
    for (const file of filesBelow(path)) hash.update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

let own: string | undefined

/** Hash of the shipped models and of the code that uses them, worked out once for each process. */
function ownHash(): string {
  own ??= hashOf([...stages.map((stage) => folder(`../${stage}`)), folder('../../data/models')])
  return own
}

let reader: string | undefined

/** Stands for what reads files, worked out once for each process: the code, Node, and the libraries as they are installed. */
export function readerHash(): string {
  if (reader === undefined) {
    const parts = [hashOf([folder('../model'), folder('../read')]), process.versions, ...installed()]
    reader = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  }
  return reader
}

/** What each library says of itself, and npm's list of all that it has installed. */
function* installed(): Generator<string> {
  const { dependencies } = JSON.parse(readFileSync(folder('../../package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  const { resolve } = createRequire(import.meta.url)
  for (const name of [
    ...Object.keys(dependencies).map((name) => `${name}/package.json`),
    '.package-lock.json',
  ])
    for (const base of resolve.paths('redthread') ?? []) {
      try {
        yield readFileSync(join(base, name), 'utf8')
        break
      } catch {
        // It may lie in a folder further up.
      }
    }
}

/** What claims are read with, and the files it came from. */
export interface FingerprintParts {
  readonly schema: Pick<Schema, 'files'>
  readonly annotator: Pick<Annotator, 'name' | 'version'>
  readonly extractors: readonly Pick<Extractor, 'name' | 'version'>[]
  /** Modules of the user's own; their bytes count, those of what they import do not. */
  readonly extractorFiles?: readonly string[]
}

/** A hash that differs wherever the same document could give other claims. */
export function fingerprint({
  schema,
  annotator,
  extractors,
  extractorFiles = [],
}: FingerprintParts): string {
  const parts = [
    ownHash(),
    ...schema.files.map((file) => file.hash),
    `${annotator.name} ${annotator.version}`,
    ...extractors.map(({ name, version }) => `${name} ${version}`),
    ...extractorFiles.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex')),
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** The key of the claims of a document: the same where the document and all that reads it are. */
export function claimsKey(settings: string, document: Document): string {
  return createHash('sha256').update(settings).update(JSON.stringify(document)).digest('hex').slice(0, 32)
}

import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { createEngine } from '../../src/language/engine.ts'
import type { Annotation, Annotator, Span } from '../../src/model/index.ts'
import { loadAnnotator } from '../../src/read/load-annotator.ts'

/** A language engine as the measurements need it: for running text, and for tokens that are given. */
export interface CoreferenceEngine {
  readonly annotator: Annotator
  /** Tags, parses and names given tokens. `sentences` holds first tokens, or nothing where they are unknown. */
  annotateTokens(text: string, tokens: readonly Span[], sentences: readonly number[]): Annotation
}

/**
 * Loads the engine that a module exports as `engine`, or that the models of a folder make; the project's own
 * without either.
 */
export async function loadEngine(path: string | undefined): Promise<CoreferenceEngine> {
  if (path !== undefined && !(existsSync(path) && statSync(path).isDirectory())) {
    const { engine } = (await import(pathToFileURL(path).href)) as { engine: CoreferenceEngine }
    return engine
  }
  const own = path === undefined ? loadAnnotator() : engineIn(path)
  return { annotator: own, annotateTokens: own.annotateTokens }
}

function engineIn(folder: string): ReturnType<typeof createEngine> {
  const model = (name: string): Uint8Array =>
    new Uint8Array(gunzipSync(readFileSync(join(folder, `${name}.bin.gz`))))
  return createEngine({
    tagger: model('tagger'),
    parser: model('parser'),
    lemmas: model('lemmas'),
    names: model('names'),
  })
}

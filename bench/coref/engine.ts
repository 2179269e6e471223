import { pathToFileURL } from 'node:url'
import type { Annotation, Annotator, Span } from '../../src/model/index.ts'

/** A language engine as the measurements need it: for running text, and for tokens that are given. */
export interface CoreferenceEngine {
  readonly annotator: Annotator
  /** Tags, parses and names given tokens. `sentences` holds first tokens, or nothing where they are unknown. */
  annotateTokens(text: string, tokens: readonly Span[], sentences: readonly number[]): Annotation
}

/** Loads the engine that a module exports as `engine`. */
export async function loadEngine(file: string | undefined): Promise<CoreferenceEngine> {
  if (file === undefined)
    throw new Error('no language engine; give --engine FILE, a module that exports `engine`')
  const { engine } = (await import(pathToFileURL(file).href)) as { engine: CoreferenceEngine }
  return engine
}

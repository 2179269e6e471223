import { pathToFileURL } from 'node:url'
import type { Annotation, Annotator, Span } from '../../src/model/index.ts'
import { loadAnnotator } from '../../src/read/load-annotator.ts'

/** A language engine as the measurements need it: for running text, and for tokens that are given. */
export interface CoreferenceEngine {
  readonly annotator: Annotator
  /** Tags, parses and names given tokens. `sentences` holds first tokens, or nothing where they are unknown. */
  annotateTokens(text: string, tokens: readonly Span[], sentences: readonly number[]): Annotation
}

/** Loads the engine that a module exports as `engine`; the project's own without one. */
export async function loadEngine(file: string | undefined): Promise<CoreferenceEngine> {
  if (file === undefined) {
    const own = loadAnnotator()
    return { annotator: own, annotateTokens: own.annotateTokens }
  }
  const { engine } = (await import(pathToFileURL(file).href)) as { engine: CoreferenceEngine }
  return engine
}

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildTree, type Tree } from '../../src/annotate/tree.ts'
import { annotateWords } from '../../src/extract/views/annotate-words.ts'
import type { Annotation } from '../../src/model/index.ts'
import { loadAnnotator } from '../../src/read/load-annotator.ts'

/** What a language engine must do to be measured: read a text, and read words that are given. */
export interface BenchEngine {
  readonly name: string
  annotate(text: string): Annotation
  /** Offsets are those of the words joined by single blanks; all words are one sentence. */
  annotateTokens(words: readonly string[]): Annotation
}

/** The project's own engine. */
function ownEngine(): BenchEngine {
  const engine = loadAnnotator()
  return {
    name: `${engine.name} ${engine.version}`,
    annotate: (text) => engine.annotate(text),
    annotateTokens: (words) => annotateWords(engine, words),
  }
}

/** Loads an engine from a module that exports what BenchEngine says; the project's own without one. */
export async function loadEngine(file: string | undefined): Promise<BenchEngine> {
  return file === undefined ? ownEngine() : ((await import(pathToFileURL(resolve(file)).href)) as BenchEngine)
}

/** The tree of one sentence whose words are given. */
export const treeOf = (engine: BenchEngine, words: readonly string[]): Tree =>
  buildTree(words.join(' '), engine.annotateTokens(words))

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildTree, type Tree } from '../../src/annotate/tree.ts'
import type { Annotation } from '../../src/model/index.ts'

/** What a language engine must do to be measured: read a text, and read words that are given. */
export interface BenchEngine {
  readonly name: string
  annotate(text: string): Annotation
  /** Offsets are those of the words joined by single blanks; all words are one sentence. */
  annotateTokens(words: readonly string[]): Annotation
}

/** Loads an engine from a module that exports what BenchEngine says. */
export async function loadEngine(file: string | undefined): Promise<BenchEngine> {
  if (file === undefined) throw new Error('Name the language engine: --engine FILE.')
  return (await import(pathToFileURL(resolve(file)).href)) as BenchEngine
}

/** The tree of one sentence whose words are given. */
export const treeOf = (engine: BenchEngine, words: readonly string[]): Tree =>
  buildTree(words.join(' '), engine.annotateTokens(words))

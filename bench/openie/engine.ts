import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildTree, type Tree } from '../../src/annotate/tree.ts'
import type { Annotation } from '../../src/model/index.ts'
import { loadAnnotator } from '../../src/read/load-annotator.ts'

/** What a language engine must do to be measured: read a text, and read words that are given. */
export interface BenchEngine {
  readonly name: string
  annotate(text: string): Annotation
  /** Offsets are those of the words joined by single blanks; all words are one sentence. */
  annotateTokens(words: readonly string[]): Annotation
}

const brackets: Readonly<Record<string, string>> = {
  '-LRB-': '(',
  '-RRB-': ')',
  '-LSB-': '[',
  '-RSB-': ']',
  '-LCB-': '{',
  '-RCB-': '}',
  '``': '"',
  "''": '"',
  '`': "'",
}

/** The project's own engine. Words of treebanks stand for the marks that they name. */
function ownEngine(): BenchEngine {
  const engine = loadAnnotator()
  return {
    name: `${engine.name} ${engine.version}`,
    annotate: (text) => engine.annotate(text),
    annotateTokens(words) {
      const found = engine.analyse(words.map((word) => brackets[word] ?? word.replaceAll('\\/', '/')))
      let at = 0
      const tokens = words.map((word, i) => {
        const start = at
        at += word.length + 1
        return {
          start,
          end: start + word.length,
          lemma: found.lemmas[i]!,
          upos: found.upos[i]!,
          xpos: found.xpos[i]!,
          head: found.heads[i]!,
          deprel: found.relations[i]!,
        }
      })
      const sentences =
        words.length === 0 ? [] : [{ start: 0, end: at - 1, firstToken: 0, endToken: words.length }]
      return { tokens, sentences, names: [] }
    },
  }
}

/** Loads an engine from a module that exports what BenchEngine says; the project's own without one. */
export async function loadEngine(file: string | undefined): Promise<BenchEngine> {
  return file === undefined ? ownEngine() : ((await import(pathToFileURL(resolve(file)).href)) as BenchEngine)
}

/** The tree of one sentence whose words are given. */
export const treeOf = (engine: BenchEngine, words: readonly string[]): Tree =>
  buildTree(words.join(' '), engine.annotateTokens(words))

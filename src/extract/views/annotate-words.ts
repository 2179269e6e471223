import type { Engine } from '../../language/engine.ts'
import type { Annotation } from '../../model/index.ts'

/** Words that treebanks write for marks. */
const marks: Readonly<Record<string, string>> = {
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

/**
 * Annotates a sentence whose words are given. Offsets are those of the words joined by single blanks, starting at
 * `offset`; all words are one sentence. Words of treebanks are read as the marks that they stand for.
 */
export function annotateWords(
  engine: Pick<Engine, 'analyse'>,
  words: readonly string[],
  offset = 0,
): Annotation {
  const found = engine.analyse(words.map((word) => marks[word] ?? word.replaceAll('\\/', '/')))
  let at = offset
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
    words.length === 0 ? [] : [{ start: offset, end: at - 1, firstToken: 0, endToken: words.length }]
  return { tokens, sentences, names: [] }
}

import { buildTree, type Tree } from '../../../src/annotate/tree.ts'
import type { Annotation, Token } from '../../../src/model/index.ts'

/**
 * A tree written by hand: a line for each word, `form lemma UPOS XPOS head label`, the head counted from 1
 * and 0 for the root, as in CoNLL-U.
 */
export function annotationOf(lines: string): Annotation {
  let start = 0
  const tokens: Token[] = lines
    .trim()
    .split('\n')
    .map((line) => {
      const [form = '', lemma = '', upos = '', xpos = '', head = '0', deprel = 'dep'] = line
        .trim()
        .split(/\s+/)
      const token = { start, end: start + form.length, lemma, upos, xpos, head: Number(head) - 1, deprel }
      start += form.length + 1
      return token
    })
  return {
    tokens,
    sentences: [{ start: 0, end: start - 1, firstToken: 0, endToken: tokens.length }],
    names: [],
  }
}

/** The words of such lines, parted by blanks. */
export const textOf = (lines: string): string =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/)[0])
    .join(' ')

/** The tree of such lines. */
export const treeOf = (lines: string): Tree => buildTree(textOf(lines), annotationOf(lines))

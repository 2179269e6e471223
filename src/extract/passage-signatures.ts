import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import type { Tree } from '../annotate/tree.ts'
import { hashText, type PassageSignature, type Span } from '../model/index.ts'
import { foldSpelling } from './fold-spelling.ts'

const kept = 12
const width = 3

/** 32 bits of a hash. */
const hash = (text: string): number => Number.parseInt(hashText(text).slice(-8), 16)
const ascending = (hashes: Iterable<number>): number[] => [...new Set(hashes)].sort((a, b) => a - b)

/**
 * Signatures of the sentences of a document for finding copies: the smallest hashes of its runs of three
 * words (bottom-k sketch; Broder 1997), and the hashes of its content words and numbers, by which a sketch
 * that looks alike is checked. Case, punctuation, quotation marks and British or American spelling do not
 * count. Sentences of fewer than six words are too common to tell a copy.
 */
export function passageSignatures({ sentences, tree }: AnnotatedDocument): PassageSignature[] {
  const signatures: PassageSignature[] = []
  for (const { start, end, firstToken, endToken } of sentences) {
    const words: string[] = []
    for (let i = firstToken; i < endToken; i++) {
      const word = foldSpelling(tree.lower(i).replace(/[^\p{L}\p{N}]/gu, ''))
      if (word) words.push(word)
    }
    if (words.length < 6) continue
    const runs: number[] = []
    for (let i = 0; i + width <= words.length; i++) runs.push(hash(words.slice(i, i + width).join(' ')))
    signatures.push({
      start,
      end,
      shingles: ascending(runs).slice(0, kept),
      ...contentOf(tree, firstToken, endToken),
    })
  }
  return signatures
}

/** Hashes of the content words and names of a span, ascending; `first` is a token at or before its start. */
export function contentWords(tree: Tree, { start, end }: Span, first: number): readonly number[] {
  let from = first
  while (from < tree.tokens.length && tree.tokens[from]!.start < start) from++
  let to = from
  while (to < tree.tokens.length && tree.tokens[to]!.end <= end) to++
  const { words, names } = contentOf(tree, from, to)
  return ascending([...words, ...names])
}

const content = /^(NOUN|VERB|ADJ|ADV)$/

/** Content words, negations among them, by their lemma, words of names, and numbers by their digits. */
function contentOf(
  tree: Tree,
  first: number,
  end: number,
): Pick<PassageSignature, 'words' | 'names' | 'numbers'> {
  const words: number[] = []
  const names: number[] = []
  const numbers: number[] = []
  for (let i = first; i < end; i++) {
    const text = tree.lower(i)
    if (/\d/.test(text)) numbers.push(hash(text.replace(/[^\d.]/g, '').replace(/\.$/, '')))
    else if (tree.upos(i) === 'PROPN') names.push(hash(foldSpelling(text)))
    else if (content.test(tree.upos(i)) || /^(not|n['’]t|never|no)$/.test(text))
      words.push(hash(foldSpelling(tree.lemma(i).toLowerCase())))
  }
  return { words: ascending(words), names: ascending(names), numbers: ascending(numbers) }
}

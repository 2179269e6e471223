import type { AnnotatedDocument } from '../annotate/annotated-document.ts'
import { hashText, type PassageSignature } from '../model/index.ts'

const kept = 12
const width = 3

/**
 * Signatures of the sentences of a document for finding copies: the smallest hashes of its runs of three
 * words, ascending (bottom-k sketch; Broder 1997). Case, punctuation and quotation marks do not count.
 * Sentences of fewer than six words are too common to tell a copy.
 */
export function passageSignatures({ sentences, tree }: AnnotatedDocument): PassageSignature[] {
  const signatures: PassageSignature[] = []
  for (const { start, end, firstToken, endToken } of sentences) {
    const words: string[] = []
    for (let i = firstToken; i < endToken; i++) {
      const word = tree.lower(i).replace(/[^\p{L}\p{N}]/gu, '')
      if (word) words.push(word)
    }
    if (words.length < 6) continue
    const hashes = new Set<number>()
    for (let i = 0; i + width <= words.length; i++)
      hashes.add(Number.parseInt(hashText(words.slice(i, i + width).join(' ')).slice(-8), 16))
    signatures.push({ start, end, shingles: [...hashes].sort((a, b) => a - b).slice(0, kept) })
  }
  return signatures
}

import type { Sentence } from '../model/index.ts'
import type { QuotedSpan } from './annotated-document.ts'
import type { Tree } from './tree.ts'

/** Words that a sentence must share with a quotation to be taken for a piece of it. */
const leastWords = 7

/**
 * Sentences without marks that repeat the words of a quotation: pull quotes, which papers set beside the story.
 * They are the speaker's words there too. Gives them as quotations of their own, in text order.
 */
export function repeatedQuotations(
  tree: Tree,
  sentences: readonly Sentence[],
  quotations: readonly QuotedSpan[],
): QuotedSpan[] {
  const word = (token: number): string => tree.lower(token).replace(/[^\p{L}\p{N}]/gu, '')
  const runs = new Map<string, QuotedSpan>()
  const quoted = new Set<number>()
  for (const quotation of quotations) {
    for (let token = quotation.firstToken; token < quotation.endToken; token++) {
      quoted.add(tree.sentence(token))
      const run = runFrom(word, token, quotation.endToken)
      if (run !== undefined && !runs.has(run)) runs.set(run, quotation)
    }
  }
  return sentences.flatMap(({ start, end, firstToken, endToken }, index) => {
    if (quoted.has(index)) return []
    const run = runFrom(word, firstToken, endToken)
    const source = run === undefined ? undefined : runs.get(run)
    if (source?.speakerToken === undefined) return []
    return [{ start, end, firstToken, endToken, speakerToken: source.speakerToken }]
  })
}

/** The next words from a token on, marks left out, as one string; undefined where there are too few. */
function runFrom(word: (token: number) => string, from: number, end: number): string | undefined {
  const found: string[] = []
  for (let token = from; token < end && found.length < leastWords; token++) {
    const text = word(token)
    if (text !== '') found.push(text)
  }
  return found.length === leastWords ? found.join(' ') : undefined
}

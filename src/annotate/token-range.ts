import type { Span } from '../model/index.ts'
import type { Tree } from './tree.ts'

/** A run of tokens. */
export interface TokenRange {
  readonly first: number
  /** Exclusive. */
  readonly end: number
}

/** Universal tags of what can head a phrase that refers to something. */
export const nominal: RegExp = /^(NOUN|PROPN|NUM)$/

/** Tokens whose span lies within a span of characters; `tokens` in text order. */
export function tokensWithin(tree: Tree, span: Span, from: number): TokenRange | undefined {
  let first = from
  while (first < tree.tokens.length && tree.tokens[first]!.end <= span.start) first++
  let end = first
  while (end < tree.tokens.length && tree.tokens[end]!.start < span.end) end++
  return end > first ? { first, end } : undefined
}

/** The token of a range that is not governed from inside it. */
export function headOf(tree: Tree, { first, end }: TokenRange): number {
  for (let i = first; i < end; i++) {
    const head = tree.head(i)
    if ((head < first || head >= end) && nominal.test(tree.upos(i))) return i
  }
  return end - 1
}

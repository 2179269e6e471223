import type { Tree } from '../../annotate/tree.ts'

const opening: Readonly<Record<string, string>> = {
  '``': "''",
  '-LRB-': '-RRB-',
  '(': ')',
  '“': '”',
  '[': ']',
  '-LSB-': '-RSB-',
}
const quoteOrBracket = /^(``|''|[`'"“”‘’()[\]]|-[LR][RS]B-)$/

const isLoose = (tree: Tree, token: number): boolean =>
  tree.upos(token) === 'PUNCT' && !quoteOrBracket.test(tree.form(token))

function trimLoose(tree: Tree, tokens: number[]): void {
  while (tokens.length > 0 && isLoose(tree, tokens[0]!)) tokens.shift()
  while (tokens.length > 0 && isLoose(tree, tokens.at(-1)!)) tokens.pop()
}

/** Drops a quotation mark or bracket at the edge whose partner is not among the tokens. */
function balance(tree: Tree, tokens: number[], open: string, close: string): void {
  const count = (mark: string): number => tokens.filter((t) => tree.form(t) === mark).length
  const surplus = count(open) - count(close)
  if (surplus === 0) return
  const mark = surplus > 0 ? open : close
  const edges = surplus > 0 ? (['shift', 'pop'] as const) : (['pop', 'shift'] as const)
  for (const edge of edges) {
    const token = edge === 'shift' ? tokens[0] : tokens.at(-1)
    if (token === undefined || tree.form(token) !== mark) continue
    tokens[edge]()
    return
  }
}

/** The tokens of a phrase without punctuation at its edges, and with quotes and brackets in pairs. */
export function trimmed(tree: Tree, tokens: readonly number[]): number[] {
  const kept = [...tokens]
  trimLoose(tree, kept)
  for (const [open, close] of Object.entries(opening)) balance(tree, kept, open, close)
  const straight = kept.filter((t) => tree.form(t) === '"')
  if (straight.length % 2 === 1) {
    if (tree.form(kept[0]!) === '"') kept.shift()
    else if (tree.form(kept.at(-1)!) === '"') kept.pop()
  }
  trimLoose(tree, kept)
  return kept
}

import type { Annotation, Token } from '../model/index.ts'

/**
 * Dependency trees of a text: the tokens with their children, addressed by index in the token list. Outside
 * the list there are no words: `form`, `lower`, `lemma`, `upos` and `xpos` give the empty string, `head` -1.
 */
export interface Tree {
  readonly text: string
  readonly tokens: readonly Token[]
  /** The words as written. */
  form(token: number): string
  lower(token: number): string
  lemma(token: number): string
  upos(token: number): string
  xpos(token: number): string
  /** Index of the head, -1 at a root. */
  head(token: number): number
  /** The label with its subtype: `nsubj:pass`. */
  label(token: number): string
  /** The label without its subtype: `nsubj`. */
  relation(token: number): string
  /** Children in text order, those with one of the given labels (without subtype) if any is given. */
  children(token: number, ...relations: readonly string[]): readonly number[]
  /** The token and all below it in text order; a child for which `skip` holds is left out with its own. */
  subtree(token: number, skip?: (child: number, parent: number) => boolean): number[]
  /** Index of the sentence that holds the token, -1 outside the list. */
  sentence(token: number): number
}

const none: readonly number[] = []

/** Builds the trees of an annotation over its text. */
export function buildTree(text: string, annotation: Annotation): Tree {
  const { tokens, sentences } = annotation
  const children: (number[] | undefined)[] = new Array(tokens.length)
  const sentenceOf = new Int32Array(tokens.length)
  sentences.forEach((sentence, index) => {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) sentenceOf[i] = index
  })
  const lowers: (string | undefined)[] = new Array(tokens.length)
  const lemmas = tokens.map(({ lemma }) => lemma.toLowerCase())
  const relations = tokens.map((token) => (token.deprel ?? 'dep').split(':', 1)[0]!)
  tokens.forEach((token, index) => {
    const head = token.head ?? -1
    if (head >= 0) {
      children[head] ??= []
      children[head].push(index)
    }
  })
  const tree: Tree = {
    text,
    tokens,
    form: (i) => text.slice(tokens[i]?.start ?? text.length, tokens[i]?.end),
    lower: (i) => {
      if (i < 0 || i >= tokens.length) return ''
      lowers[i] ??= tree.form(i).toLowerCase()
      return lowers[i]
    },
    lemma: (i) => lemmas[i] ?? '',
    upos: (i) => tokens[i]?.upos ?? '',
    xpos: (i) => tokens[i]?.xpos ?? '',
    head: (i) => tokens[i]?.head ?? -1,
    label: (i) => tokens[i]?.deprel ?? 'dep',
    relation: (i) => relations[i] ?? 'dep',
    children: (i, ...wanted) => {
      const all = children[i] ?? none
      return wanted.length === 0 ? all : all.filter((child) => wanted.includes(relations[child]!))
    },
    subtree: (i, skip) => {
      const found: number[] = []
      const stack = [i]
      for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
        found.push(next)
        for (const child of children[next] ?? none) if (!skip?.(child, next)) stack.push(child)
      }
      return found.sort((a, b) => a - b)
    },
    sentence: (i) => sentenceOf[i] ?? -1,
  }
  return tree
}

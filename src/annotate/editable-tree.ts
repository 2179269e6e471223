import type { Annotation, Token } from '../model/index.ts'

/** The trees of an annotation while they are mended. */
export interface EditableTree {
  readonly size: number
  form(token: number): string
  lemma(token: number): string
  upos(token: number): string
  xpos(token: number): string
  head(token: number): number
  /** The label without its subtype. */
  relation(token: number): string
  label(token: number): string
  /** Children in text order, those with one of the given labels if any is given. */
  children(token: number, ...relations: readonly string[]): readonly number[]
  /** First and last token below a token, itself included. */
  reach(token: number): { first: number; last: number }
  /** Hangs a token on another; one that hangs below it already is no head for it, and nothing changes then. */
  attach(token: number, head: number, deprel: string): void
  retag(token: number, tags: { readonly upos?: string; readonly xpos?: string }): void
  /** The annotation as it is now; the given one where nothing was changed. */
  annotation(): Annotation
}

/** No phrase is longer; what is keeps a text without sentences from costing the square of its length. */
const mostBelow = 500

/** Opens the trees of an annotation for mending. */
export function editableTree(text: string, given: Annotation): EditableTree {
  const tokens: Token[] = [...given.tokens]
  const children: number[][] = tokens.map(() => [])
  tokens.forEach(({ head }, token) => {
    if (head !== undefined && head >= 0) children[head]!.push(token)
  })
  let changed = false
  const relation = (token: number): string => (tokens[token]?.deprel ?? '').split(':', 1)[0]!
  const tree: EditableTree = {
    size: tokens.length,
    form: (token) => text.slice(tokens[token]?.start ?? text.length, tokens[token]?.end),
    lemma: (token) => tokens[token]?.lemma ?? '',
    upos: (token) => tokens[token]?.upos ?? '',
    xpos: (token) => tokens[token]?.xpos ?? '',
    head: (token) => tokens[token]?.head ?? -1,
    relation,
    label: (token) => tokens[token]?.deprel ?? '',
    children: (token, ...wanted) => {
      const all = children[token] ?? []
      return wanted.length === 0 ? all : all.filter((child) => wanted.includes(relation(child)))
    },
    reach(token) {
      let first = token
      let last = token
      const stack = [token]
      let seen = 0
      for (let next = stack.pop(); next !== undefined && seen < mostBelow; next = stack.pop(), seen++) {
        if (next < first) first = next
        if (next > last) last = next
        stack.push(...children[next]!)
      }
      return { first, last }
    },
    attach(token, head, deprel) {
      for (let above = head; above >= 0; above = tokens[above]!.head ?? -1) if (above === token) return
      changed = true
      const old = tokens[token]!.head ?? -1
      if (old >= 0) children[old] = children[old]!.filter((child) => child !== token)
      tokens[token] = { ...tokens[token]!, head, deprel }
      if (head >= 0) children[head] = [...children[head]!, token].sort((a, b) => a - b)
    },
    retag(token, tags) {
      changed = true
      tokens[token] = { ...tokens[token]!, ...tags }
    },
    annotation: () => (changed ? { ...given, tokens } : given),
  }
  return tree
}

import type { Mention, Span } from '../model/index.ts'
import type { Tree } from './tree.ts'

const outside = new Set(
  'case mark cc cop nsubj csubj aux parataxis discourse conj vocative dislocated expl orphan reparandum list dep'.split(
    ' ',
  ),
)
const opening = /^["“‘([]$/
const closing = /^[,;:.?!–—"”)\]-]$/

/**
 * The first and last token of a whole phrase: the head with all that modifies it, clauses and appositions
 * too, without what it shares its place with (coordination, copula and subject, prepositions).
 */
export function extentTokens(tree: Tree, head: number): { first: number; last: number } {
  const predicate = tree.children(head, 'cop').length > 0 || tree.head(head) < 0
  const skip = (child: number, parent: number): boolean => {
    if (parent !== head) return false
    const relation = tree.relation(child)
    if (relation === 'case') return !(child > head && /^['’]s?$/.test(tree.form(child)))
    if (relation === 'punct' || outside.has(relation)) return true
    if (relation === 'advmod') return child < head
    // What stands around a predicate noun belongs to its clause.
    if (relation === 'obl') return predicate && child < head
    return predicate && (relation === 'advcl' || relation === 'ccomp')
  }
  const tokens = tree.subtree(head, skip)
  let first = tokens[0]!
  let last = tokens.at(-1)!
  const text = (from: number, to: number): string => {
    let joined = ''
    for (let i = from; i <= to; i++) joined += tree.form(i)
    return joined
  }
  while (first < head && (/^[,;:.–—-]$/.test(tree.form(first)) || tree.upos(first) === 'CCONJ')) first++
  while (first < head && opening.test(tree.form(first)) && !/[”"’)\]]/.test(text(first + 1, last))) first++
  while (last > head && closing.test(tree.form(last))) {
    const mark = tree.form(last)
    if (/^[)\]”"]$/.test(mark) && /[([“"]/.test(text(first, last - 1))) break
    last--
  }
  return { first, last }
}

/** Where the predicate of a clause starts whose subject comes after the fronted phrase around a token. */
export function frontedIn(tree: Tree, token: number): number | undefined {
  let at = token
  for (let step = 0; step < 20; step++) {
    const parent = tree.head(at)
    if (parent < 0) return undefined
    if (at !== token && /^(obl|advcl)$/.test(tree.relation(at)) && at < parent) {
      const branch = at
      if (tree.children(parent, 'nsubj').some((subject) => subject > branch))
        return tree.tokens[parent]!.start
    }
    at = parent
  }
  return undefined
}

/** The place of a phrase in its sentence: what coreference asks of the tree. */
export function phrasePlace(
  tree: Tree,
  head: number,
  mention: Span,
): Pick<Mention, 'extent' | 'governor' | 'fronted' | 'predicative'> {
  const { first, last } = extentTokens(tree, head)
  const start = Math.min(mention.start, tree.tokens[first]!.start)
  const end = Math.max(mention.end, tree.tokens[last]!.end)
  const governor = tree.head(head)
  const fronted = frontedIn(tree, head)
  return {
    ...(start < mention.start || end > mention.end ? { extent: { start, end } } : {}),
    ...(governor >= 0
      ? {
          governor: {
            start: tree.tokens[governor]!.start,
            lemma: tree.lemma(governor),
            ...(tree.children(governor, 'ccomp', 'csubj', 'xcomp', 'advcl').length > 0
              ? { clause: true }
              : {}),
          },
        }
      : {}),
    ...(fronted === undefined ? {} : { fronted }),
    ...(tree.children(head, 'cop').length > 0 ? { predicative: true } : {}),
  }
}

import type { NameSpan } from '../model/index.ts'
import type { HeadTypes } from './head-types.ts'
import { isOfficeWord } from './office-words.ts'
import { type TokenRange, tokensWithin } from './token-range.ts'
import type { Tree } from './tree.ts'

const isCapital = (tree: Tree, token: number): boolean => /^\p{Lu}/u.test(tree.form(token))

/** Whether two tokens touch. */
const touches = (tree: Tree, left: number): boolean =>
  tree.tokens[left + 1] !== undefined && tree.tokens[left]!.end === tree.tokens[left + 1]!.start

/** Where the name goes on behind a hyphen: "Brandt" of "Brandt-Hale Library". */
function behindHyphen(tree: Tree, end: number): boolean {
  return (
    tree.form(end) === '-' &&
    touches(tree, end - 1) &&
    touches(tree, end) &&
    tree.upos(end + 1) === 'PROPN' &&
    isCapital(tree, end + 1)
  )
}

/**
 * The tokens of the names that an annotator found, in text order, with names joined that it cut at a hyphen.
 * "Varn-Nordkai line" joins no two places: what follows the hyphen must go on with a word of its own.
 */
export function nameRanges(
  tree: Tree,
  names: readonly NameSpan[],
): { readonly range: TokenRange; readonly name: NameSpan }[] {
  const found: { range: TokenRange; name: NameSpan }[] = []
  let from = 0
  for (let i = 0; i < names.length; i++) {
    let name = names[i]!
    const range = tokensWithin(tree, name, from)
    if (!range) continue
    let { end } = range
    while (behindHyphen(tree, end)) {
      let next = end + 2
      while (
        tree.upos(next) === 'PROPN' &&
        isCapital(tree, next) &&
        tree.sentence(next) === tree.sentence(end)
      )
        next++
      if (next === end + 2 && !behindHyphen(tree, next)) break
      end = next
    }
    if (end > range.end) {
      // What the whole is called its last part tells.
      const last = tree.tokens[end - 1]!
      while (i + 1 < names.length && names[i + 1]!.start < last.end)
        name = { ...names[++i]!, start: name.start }
      name = { ...name, end: last.end }
    }
    from = range.first
    found.push({ range: { first: range.first, end }, name })
  }
  return found
}

/**
 * Where a name begins whose first words an annotator took for common nouns: "Space Station Heron". Offices and
 * titles before it are no part of it, nor is one capital word at the start of a sentence.
 */
export function withLeadingWords(
  tree: Tree,
  { first, end }: TokenRange,
  heads: HeadTypes,
  isTaken: (token: number) => boolean,
): TokenRange {
  let start = first
  while (
    start > 0 &&
    !isTaken(start - 1) &&
    tree.sentence(start - 1) === tree.sentence(first) &&
    /^(NOUN|PROPN)$/.test(tree.upos(start - 1)) &&
    /^\p{Lu}\p{Ll}/u.test(tree.form(start - 1)) &&
    !isOfficeWord(tree, start - 1, heads)
  )
    start--
  const opens = start === 0 || tree.sentence(start - 1) !== tree.sentence(start)
  return opens && first - start < 2 ? { first, end } : { first: start, end }
}

import { isCalendarWord } from './calendar-words.ts'
import type { TokenRange } from './token-range.ts'
import type { Tree } from './tree.ts'

const modifiers = new Set([
  'det',
  'amod',
  'compound',
  'flat',
  'nummod',
  'fixed',
  'punct',
  'advmod',
  'case',
  'nmod',
  'cc',
  'conj',
])

/** What belongs to any phrase after its noun: which of its kind it is. */
const telling: ReadonlySet<string> = new Set(['of'])
/** What an event is about or with belongs to what it is: "meeting with the mayor". */
const tellingOfEvents: ReadonlySet<string> = new Set(['of', 'with', 'into', 'between', 'over', 'against'])
/**
 * Where a thing is and what for belongs to it too: "a hearing at the town hall". Behind an object the phrase is as
 * often the verb's, whatever the parser says ("wrote a letter to the union"), and stays out.
 */
const placing: ReadonlySet<string> = new Set(['in', 'at', 'for', 'from', 'to', 'on'])

/** When a thing was is told of it, and is no part of what it is called. */
const isDate = (tree: Tree, token: number): boolean =>
  tree.upos(token) === 'NUM' || isCalendarWord(tree.form(token))

const hasCase = (tree: Tree, token: number, prepositions: ReadonlySet<string>): boolean =>
  tree.children(token, 'case').some((c) => prepositions.has(tree.lower(c)))

/** Whether a word before a noun is no part of its phrase: a preposition that hangs on a word inside, a mark. */
const opensNothing = (tree: Tree, token: number): boolean =>
  (tree.relation(token) === 'case' && tree.xpos(token) !== 'POS') ||
  (tree.upos(token) === 'PUNCT' && tree.form(token) !== '-') ||
  /^(also|even|only|specifically|especially|notably|no|not|neither)$/.test(tree.lower(token))

/** A noun with its determiner, modifiers before it and phrases with some prepositions after it, without a gap. */
export function nominalRange(
  tree: Tree,
  token: number,
  taken: Uint8Array,
  isEvent: boolean,
  personStarts: ReadonlySet<number>,
): TokenRange {
  const behindVerb = !isEvent && tree.relation(token) === 'obj' && tree.head(token) < token
  const inside = new Set(
    tree.subtree(token, (child, parent) => {
      const relation = tree.relation(child)
      if (!modifiers.has(relation)) return true
      if (relation === 'case') return parent === token && tree.xpos(child) !== 'POS'
      if (relation === 'nmod' && tree.label(child) !== 'nmod:poss')
        return (
          isDate(tree, child) ||
          !(
            hasCase(tree, child, parent === token && isEvent ? tellingOfEvents : telling) ||
            (!behindVerb && hasCase(tree, child, placing))
          )
        )
      if (parent !== token) return false
      if (relation === 'cc' || relation === 'conj') return true
      if (relation === 'punct') return tree.form(child) !== '-'
      return child > token && relation !== 'flat'
    }),
  )
  let first = token
  while (inside.has(first - 1)) first--
  let end = token + 1
  while (inside.has(end) && !personStarts.has(end)) end++
  while (
    end > token + 1 &&
    /^(of|the|a|an|and|,|in|at|for|from|to|on|with|into|between|over|against)$/i.test(tree.form(end - 1))
  )
    end--
  while (first < token && taken[first] && tree.relation(first) === 'flat') first++
  while (first < token && opensNothing(tree, first)) first++
  // "the so-called "peace plan"": marks come in pairs.
  let marks = 0
  for (let i = first; i < end; i++) if (/^["“”]$/.test(tree.form(i))) marks++
  if (marks % 2 === 1 && /^["”]$/.test(tree.form(end))) end++
  return { first, end }
}

import type { Tree } from '../../src/annotate/tree.ts'
import { clauseOf } from '../../src/extract/clause.ts'
import { isNegation } from '../../src/extract/verb-group.ts'
import { clauseTokens, phraseTokens } from '../../src/extract/views/phrase.ts'
import type { TokenSpan } from './qasrl.ts'

/** Adverbs that point at a word or join sentences, and answer no question about the verb. */
const notAsked = new Set(
  'also only even just however too still already then thus therefore indeed instead rather so'.split(' '),
)

/**
 * The arguments of the verb at a token as spans: its subject, however it is found, and all that its clause
 * holds; what is said of when and where of a verb that it completes; both names of an apposition. A verb form
 * that heads no clause ("the rising river") has the noun that it stands at.
 */
export function argumentSpans(tree: Tree, verb: number): TokenSpan[] {
  const spans = new Map<string, TokenSpan>()
  const add = (tokens: readonly number[]): void => {
    if (tokens.length > 0) spans.set(`${tokens[0]} ${tokens.at(-1)}`, [tokens[0]!, tokens.at(-1)! + 1])
  }
  const noun = (head: number, preposition: boolean): void => {
    const options = { length: 'whole', preposition, without: verb } as const
    add(phraseTokens(tree, head, { ...options, conjuncts: true }))
    for (const apposition of tree.children(head, 'appos')) add(phraseTokens(tree, apposition, options))
  }
  const clause = clauseOf(tree, verb)
  const head = tree.head(verb)
  if (clause.subject !== undefined) noun(clause.subject, false)
  else if (/^(amod|acl|case)$/.test(tree.relation(verb)) && head >= 0) noun(head, false)
  const above = clause.chain.verbs.flatMap((v) =>
    clauseOf(tree, v).arguments.filter((a) => /^(oblique|time|adverbial)$/.test(a.role)),
  )
  for (const { role, head: argument } of [...clause.arguments, ...above]) {
    if (role === 'adverb' && (notAsked.has(tree.lower(argument)) || isNegation(tree, argument))) continue
    if (/^(content|adverbial|infinitive|quoted)$/.test(role)) add(clauseTokens(tree, argument, [verb]))
    else noun(argument, role !== 'object' && role !== 'indirect')
  }
  return [...spans.values()]
}

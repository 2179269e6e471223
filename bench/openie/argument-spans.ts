import type { Tree } from '../../src/annotate/tree.ts'
import { clausesOf } from '../../src/extract/clause.ts'
import { phraseTokens } from '../../src/extract/views/phrase.ts'
import type { TokenSpan } from './qasrl.ts'

/** The subject and arguments of the clauses of one sentence as spans, by the token of their verb. */
export function argumentSpans(tree: Tree): Map<number, TokenSpan[]> {
  const byVerb = new Map<number, TokenSpan[]>()
  for (const clause of clausesOf(tree, 0, tree.tokens.length)) {
    const spans = new Map<string, TokenSpan>()
    const add = (tokens: readonly number[]): void => {
      if (tokens.length > 0) spans.set(`${tokens[0]} ${tokens.at(-1)}`, [tokens[0]!, tokens.at(-1)! + 1])
    }
    const around = clause.subjectSource === 'relative' || clause.subjectSource === 'participle'
    const without = around ? { without: clause.predicate } : {}
    add(phraseTokens(tree, clause.subject, { length: 'whole', conjuncts: true, ...without }))
    for (const { role, head } of clause.arguments) {
      const clausal = role === 'content' || role === 'infinitive' || role === 'adverbial'
      add(
        phraseTokens(tree, head, {
          length: 'whole',
          conjuncts: true,
          preposition: role !== 'object',
          without: clause.predicate,
          ...(clausal ? {} : {}),
        }),
      )
    }
    byVerb.set(clause.predicate, [...(byVerb.get(clause.predicate) ?? []), ...spans.values()])
  }
  return byVerb
}

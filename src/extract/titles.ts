import { clauseOf, conjuncts, hasCopula } from './clause.ts'
import type { Extractor, Reading } from './extractor.ts'
import { isTorn } from './phrase-arguments.ts'

/**
 * Reads who holds an office: "Mayor of Varnholm Lena Okafor", "Lena Okafor, the mayor of Varnholm", "Lena
 * Okafor is the mayor of Varnholm".
 */
export const titles: Extractor = {
  name: 'titles',
  version: '1',
  requires: ['tokens', 'sentences', 'tags', 'trees', 'names', 'mentions'],
  emits: () => ['holds-position'],
  *extract({ tree, mentions, mentionAt, quotationAt }): Generator<Reading> {
    const label = 'holds the position of'
    const ordered = [...mentions].sort((a, b) => a.firstToken - b.firstToken)
    const personAt = new Map(ordered.filter((m) => m.type === 'Person').map((m) => [m.firstToken, m]))
    for (const role of ordered) {
      if (role.type !== 'Role' || role.kind === 'pronoun' || isTorn(tree, role)) continue
      // "the editors: Ruth Amsel": one person is not several.
      if (role.number === 'plural' && conjuncts(tree, role.token).length === 1) continue
      const relationSpan = { start: role.head.start, end: role.head.end }
      const reading = (subject: number, rule: string, confidence: number): Reading => ({
        relation: 'holds-position',
        label,
        subject: { token: subject },
        object: { token: role.token },
        predicate: role.token,
        relationSpan,
        rule,
        confidence,
        presupposed: rule !== 'is the',
      })
      const named = personAt.get(role.endToken)
      if (named && role.kind === 'named') {
        yield reading(named.token, 'title before name', 0.9)
        continue
      }
      // "Ruth Amsel, the harbourmaster, said", "the harbourmaster, Ruth Amsel, said"
      const head = tree.head(role.token)
      if (tree.relation(role.token) === 'appos' && mentionAt(head)?.type === 'Person')
        yield reading(head, 'apposition', 0.85)
      else
        for (const child of tree.children(role.token, 'appos', 'flat'))
          if (mentionAt(child)?.type === 'Person' && quotationAt(child) === quotationAt(role.token))
            yield reading(child, 'apposition', 0.8)
      if (hasCopula(tree, role.token)) {
        const subject = clauseOf(tree, role.token).subject
        for (const token of subject === undefined ? [] : conjuncts(tree, subject)) {
          const mention = mentionAt(token)
          if (mention?.type === 'Person' || /^(he|she|i|who)$/.test(tree.lower(token)))
            yield reading(token, 'is the', 0.8)
        }
      }
    }
  },
}

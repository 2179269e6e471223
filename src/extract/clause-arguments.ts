import { sayVerbs } from '../annotate/speech-verbs.ts'
import type { Tree } from '../annotate/tree.ts'
import { prepositionalPhrase } from './multiword-preposition.ts'
import { hasCopula, isRelativePronoun, isVerb, prepositionTokens } from './predicate.ts'
import type { Subject } from './subject.ts'
import { isNegation } from './verb-group.ts'

/**
 * What an argument is to its verb: `predicative` is a noun or adjective that completes it ("became rich"),
 * `infinitive` a verb that does, `content` a clause that it governs ("said that"), `adverbial` a clause
 * beside it, `quoted` the words that "he said" follows.
 */
export type ArgumentRole =
  | 'object'
  | 'indirect'
  | 'oblique'
  | 'agent'
  | 'time'
  | 'predicative'
  | 'infinitive'
  | 'content'
  | 'adverbial'
  | 'adverb'
  | 'quoted'

/** One argument of a clause: the token that heads it, and the tokens of its preposition. */
export interface ClauseArgument {
  readonly role: ArgumentRole
  readonly head: number
  readonly preposition: readonly number[]
}

const bareTime = /^obl:(unmarked|tmod|npmod)$/

/** The role of a child of a verb; undefined where it is no argument. */
function roleOf(tree: Tree, child: number, verb: number): ArgumentRole | undefined {
  switch (tree.relation(child)) {
    case 'obj':
      return 'object'
    case 'iobj':
      return 'indirect'
    case 'obl':
      if (tree.label(child) === 'obl:agent') return 'agent'
      return bareTime.test(tree.label(child)) ? 'time' : 'oblique'
    case 'nmod':
      return !hasCopula(tree, verb) && isVerb(tree, verb) ? 'oblique' : undefined
    case 'ccomp':
      return 'content'
    case 'xcomp':
      return isVerb(tree, child) ? 'infinitive' : 'predicative'
    case 'advcl':
      return 'adverbial'
    case 'advmod':
      return isNegation(tree, child) || /^W/.test(tree.xpos(child)) ? undefined : 'adverb'
    default:
      return undefined
  }
}

/**
 * The arguments of a predicate in text order. In a relative clause the noun it belongs to stands where the
 * pronoun, said or unsaid, would. A verb joined to another shares what stands before their subject.
 */
export function argumentsOf(tree: Tree, predicate: number, subject?: Subject): ClauseArgument[] {
  const found: ClauseArgument[] = []
  const head = tree.head(predicate)
  const relative = tree.label(predicate) === 'acl:relcl'
  let filled = head < 0
  for (const child of tree.children(predicate)) {
    const role = roleOf(tree, child, predicate)
    if (!role) continue
    const preposition = prepositionTokens(tree, child)
    const stands = isRelativePronoun(tree, child)
    if (role === 'object' || role === 'indirect') {
      if (stands && relative) continue
    } else if (tree.relation(child) === 'obl' && stands) {
      if (relative) found.push({ role: 'oblique', head, preposition })
      filled = true
      continue
    }
    found.push({
      role,
      ...(role === 'oblique' ? prepositionalPhrase(tree, child) : { head: child, preposition }),
    })
  }
  if (relative && subject?.source === 'own' && !hasCopula(tree, predicate)) {
    filled ||= found.some((a) => a.role === 'object' || a.role === 'content')
    filled ||= tree.children(predicate, 'advmod').some((a) => /^(where|when|why|how)$/.test(tree.lower(a)))
    // "the man I believe lied": what is believed is a clause, whatever the parser makes of it.
    filled ||= /^(believe|think|suppose|hope|guess|assume|suspect|reckon)$/.test(tree.lemma(predicate))
    if (!filled) found.unshift({ role: 'object', head, preposition: [] })
  }
  if (
    tree.relation(predicate) === 'parataxis' &&
    head >= 0 &&
    sayVerbs.has(tree.lemma(predicate)) &&
    !found.some((a) => ['object', 'indirect', 'content', 'predicative'].includes(a.role))
  )
    found.push({ role: 'quoted', head, preposition: [] })
  if (tree.relation(predicate) === 'conj' && subject?.source === 'conjunct') {
    const first = tree.children(head, 'nsubj')[0]
    if (first !== undefined)
      for (const child of tree.children(head, 'obl')) {
        const preposition = prepositionTokens(tree, child)
        if (child < first && !found.some((a) => a.head === child))
          found.push({ role: preposition.length > 0 ? 'oblique' : 'time', head: child, preposition })
      }
  }
  return found
}

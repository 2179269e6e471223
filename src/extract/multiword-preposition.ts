import type { Tree } from '../annotate/tree.ts'
import { prepositionTokens } from './predicate.ts'

/** Phrases that work as one preposition though they hold a noun: `in|front|of`. */
const phrases = new Set(
  `in|addition|to in|relation|to in|response|to in|contrast|to in|regard|to in|reference|to in|opposition|to
  in|reaction|to in|return|for in|exchange|for in|preparation|for in|search|of in|support|of in|favour|of
  in|favor|of in|front|of in|charge|of in|terms|of in|place|of in|spite|of in|view|of in|light|of in|lieu|of
  in|honour|of in|honor|of in|pursuit|of in|defence|of in|defense|of in|need|of in|case|of in|memory|of in|wake|of
  in|course|of in|face|of in|absence|of in|presence|of in|aftermath|of in|middle|of in|midst|of in|hands|of
  in|respect|of in|connection|with in|accordance|with in|cooperation|with in|collaboration|with in|line|with in|touch|with
  in|contact|with in|conjunction|with in|agreement|with in|conflict|with in|common|with with|regard|to
  with|respect|to with|reference|to with|exception|of with|help|of with|aid|of on|behalf|of on|account|of
  on|grounds|of on|basis|of on|top|of on|verge|of on|eve|of on|part|of by|means|of by|way|of by|virtue|of
  by|order|of for|sake|of for|purpose|of for|lack|of for|fear|of as|part|of as|result|of as|consequence|of
  at|hands|of at|request|of at|expense|of at|time|of at|end|of at|start|of at|beginning|of under|terms|of
  under|direction|of under|leadership|of under|command|of under|auspices|of under|guise|of`
    .trim()
    .split(/\s+/),
)

/** A preposition's tokens with the noun that it governs. */
export interface PrepositionalPhrase {
  readonly preposition: readonly number[]
  readonly head: number
}

/** The phrase of an oblique, seen through "in response to" and the like to the noun that is meant. */
export function prepositionalPhrase(tree: Tree, token: number): PrepositionalPhrase {
  const preposition = prepositionTokens(tree, token)
  const alone = { preposition, head: token }
  if (preposition.length !== 1) return alone
  for (const inner of tree.children(token, 'nmod')) {
    const second = prepositionTokens(tree, inner)
    if (second[0] !== token + 1) continue
    const phrase = [preposition[0]!, token, second[0]].map((t) => tree.lower(t)).join('|')
    if (!phrases.has(phrase)) continue
    const between = Array.from({ length: token - preposition[0]! + 1 }, (_, i) => preposition[0]! + i)
    return { preposition: [...between, ...second], head: inner }
  }
  return alone
}

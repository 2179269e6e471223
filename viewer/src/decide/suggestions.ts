import type { RefusedPair } from '../../../src/export/page-extras.ts'
import { editDistance } from '../../../src/schema/closest.ts'
import type { GraphIndex } from '../graph/index-graph.ts'

/** Two entities that may be one, and why. */
export interface Suggestion {
  readonly nodes: readonly [number, number]
  /** `resolver`: the build was unsure of them; its own words stand in `because`. */
  readonly reason: 'resolver' | 'surname' | 'acronym' | 'spelling' | 'part'
  readonly because?: string
  /** From 0 to 1; for ordering. */
  readonly score: number
}

const mostSuggestions = 60
/** Names that begin or end alike are compared; a block of more is a common word and tells nothing. */
const largestBlock = 60

/**
 * Pairs of entities to be looked at: first those that the build was unsure of, then named ones of one type whose
 * names are forms of each other: a surname, an acronym, a spelling, a part. Best first.
 */
export function suggestMerges(index: GraphIndex, refused: readonly RefusedPair[]): Suggestion[] {
  const seen = new Set<string>()
  const found: Suggestion[] = []
  const put = (suggestion: Suggestion): void => {
    const [a, b] = suggestion.nodes
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`
    const apart = (node: number): boolean => index.nodes[node]!.decisions?.includes('keep-apart') === true
    if (a === b || seen.has(pair) || (apart(a) && apart(b))) return
    seen.add(pair)
    found.push(suggestion)
  }
  for (const { nodes, because, score } of refused) {
    const [a, b] = nodes.map((key) => index.nodeOf.get(key))
    if (a !== undefined && b !== undefined)
      put({ nodes: inOrder(index, a, b), reason: 'resolver', because, score: 1 + score })
  }
  for (const block of blocksOf(index)) {
    if (block.length > largestBlock) continue
    for (const [at, a] of block.entries())
      for (const b of block.slice(at + 1)) {
        const alike = compare(index, a, b)
        if (alike !== undefined) put({ nodes: inOrder(index, a, b), ...alike })
      }
  }
  return found
    .sort((a, b) => b.score - a.score || a.nodes[0] - b.nodes[0] || a.nodes[1] - b.nodes[1])
    .slice(0, mostSuggestions)
}

/** The more central one first: it is the one that stays. */
const inOrder = (index: GraphIndex, a: number, b: number): [number, number] =>
  index.rankOf[a]! < index.rankOf[b]! ? [a, b] : [b, a]

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const isNamed = (index: GraphIndex, node: number): boolean =>
  index.nodes[node]!.mentions.some(({ kind }) => kind === 'named')

function blocksOf(index: GraphIndex): Iterable<number[]> {
  const blocks = new Map<string, number[]>()
  const put = (key: string, node: number): void => {
    const list = blocks.get(key)
    if (list === undefined) blocks.set(key, [node])
    else if (!list.includes(node)) list.push(node)
  }
  index.nodes.forEach(({ label, type }, node) => {
    if (!isNamed(index, node)) return
    const words = wordsOf(label)
    if (words.length === 0) return
    const kind = type.toLowerCase()
    put(`${kind} last ${words.at(-1)}`, node)
    put(`${kind} first ${words[0]!.slice(0, 4)}`, node)
    put(`${kind} letters ${words.length > 1 ? words.map((word) => word[0]).join('') : words[0]}`, node)
  })
  return blocks.values()
}

function compare(index: GraphIndex, a: number, b: number): Omit<Suggestion, 'nodes'> | undefined {
  const [first, second] = [wordsOf(index.nodes[a]!.label), wordsOf(index.nodes[b]!.label)]
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  const [shortText, longText] = [short.join(' '), long.join(' ')]
  if (shortText === longText) return { reason: 'spelling', score: 0.9 }
  if (short.length === 1 && long.length > 2 && shortText === long.map((word) => word[0]).join(''))
    return { reason: 'acronym', score: 0.8 }
  const distance = longText.length > 5 ? editDistance(shortText, longText) : 9
  if (distance <= (longText.length > 12 ? 2 : 1)) return { reason: 'spelling', score: 0.75 - 0.1 * distance }
  const isPerson = index.nodes[a]!.type.toLowerCase() === 'person'
  if (isPerson) {
    const initial = short[0]![0] === long[0]![0] && (short[0]!.length === 1 || long[0]!.length === 1)
    if (short.at(-1) === long.at(-1) && (short.length === 1 || initial))
      return { reason: 'surname', score: short.length === 1 ? 0.5 : 0.6 }
    return undefined
  }
  if (short.length > 1 && short.every((word) => long.includes(word))) return { reason: 'part', score: 0.45 }
  return undefined
}

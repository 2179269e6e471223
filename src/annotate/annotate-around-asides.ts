import type { Annotation, Annotator, NameSpan, Sentence, Span, Token } from '../model/index.ts'
import { type Aside, findAsides, withoutAsides } from './asides.ts'

/** A token that points to its head itself, so that others can be put between them. */
interface Node {
  token: Omit<Token, 'head'>
  head?: Node
  sentence: number
}

const phonetic = /[ɐ-ʯˈˌː]/

/**
 * Annotates a text as if its asides were not there, and each aside by itself, hung on the word beside it. A
 * parser that takes a scare quote or a pronunciation in brackets for the end of a clause so reads the clause
 * whole. Without asides it is the annotator's own annotation.
 */
export function annotateAroundAsides(text: string, annotator: Annotator): Annotation {
  const asides = findAsides(text)
  if (asides.length === 0) return annotator.annotate(text)
  const main = annotator.annotate(withoutAsides(text, asides))
  const around = nodesOf(main, 0)
  if (around.length === 0) return annotator.annotate(text)
  const names: NameSpan[] = main.names.filter(
    (name) => !asides.some((a) => a.kind === 'title' && overlaps(name, a)),
  )
  const nodes: Node[] = []
  let next = 0
  for (const aside of asides) {
    while (next < around.length && around[next]!.token.start < aside.start) nodes.push(around[next++]!)
    const place = { before: around[next - 1], after: around[next] }
    if (aside.kind === 'mark') nodes.push(mark(text, aside, place))
    else if (aside.kind !== 'title') nodes.push(...bracket(text, aside, place, annotator, names))
    else {
      if (place.after && overlaps(place.after.token, aside)) next++
      nodes.push(...title(text, aside, place, annotator))
      names.push({ start: aside.start + 1, end: aside.end - 1, type: 'Work', confidence: 0.7 })
    }
  }
  nodes.push(...around.slice(next))
  return assemble(nodes, main.sentences.length, names)
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The nodes of an annotation, moved by an offset. */
function nodesOf({ tokens, sentences }: Annotation, offset: number): Node[] {
  const nodes: Node[] = tokens.map(({ head: _, ...token }) => ({
    token: { ...token, start: token.start + offset, end: token.end + offset },
    sentence: 0,
  }))
  tokens.forEach(({ head }, i) => {
    const above = nodes[head ?? -1]
    if (above) nodes[i]!.head = above
  })
  sentences.forEach(({ firstToken, endToken }, index) => {
    for (let i = firstToken; i < endToken; i++) nodes[i]!.sentence = index
  })
  return nodes
}

/** The words beside an aside; one of them is there. */
interface Neighbours {
  readonly before: Node | undefined
  readonly after: Node | undefined
}

function mark(text: string, { start, end }: Span, { before, after }: Neighbours): Node {
  const opens = /\S/.test(text[end] ?? ' ') && /\s/.test(text[start - 1] ?? ' ')
  const head = (opens ? (after ?? before) : (before ?? after))!
  const lemma = text.slice(start, end)
  return {
    token: { start, end, lemma, upos: 'PUNCT', xpos: opens ? '``' : "''", deprel: 'punct' },
    head,
    sentence: head.sentence,
  }
}

function bracket(
  text: string,
  { start, end, kind }: Aside,
  { before, after }: Neighbours,
  annotator: Annotator,
  names: NameSpan[],
): Node[] {
  const words = text.slice(start, end)
  const inner = annotator.annotate(words)
  let head = (before ?? after)!
  while (head.token.upos === 'PUNCT' && head.head) head = head.head
  // Who says it says the clause around, not the word before.
  if (kind === 'speech') while (!/^(VERB|AUX)$/.test(head.token.upos) && head.head) head = head.head
  for (const name of inner.names)
    if (!phonetic.test(words)) names.push({ ...name, start: name.start + start, end: name.end + start })
  return nodesOf(inner, start).map((node) => {
    node.sentence = head.sentence
    // How a word is spoken, or where a note stands, names nothing.
    const silent = phonetic.test(words) || words.startsWith('[')
    if (silent && node.token.upos !== 'PUNCT') node.token = { ...node.token, upos: 'X', xpos: 'FW' }
    if (!node.head) {
      node.head = head
      node.token = { ...node.token, deprel: node.token.upos === 'PUNCT' ? 'punct' : 'parataxis' }
    }
    return node
  })
}

/** The words of a title as one name, in the place of the word that stood for it. */
function title(text: string, aside: Aside, { before, after }: Neighbours, annotator: Annotator): Node[] {
  const stand = after && overlaps(after.token, aside) ? after : undefined
  const head = stand?.head ?? (stand ? undefined : (before ?? after))
  const { sentence } = (stand ?? before ?? after)!
  const words = nodesOf(annotator.annotate(text.slice(aside.start, aside.end)), aside.start)
  const first = words.findIndex((w) => w.token.upos !== 'PUNCT')
  const lead: Node = stand ?? { token: words[first]!.token, sentence }
  words.forEach((word, i) => {
    if (i === first) return
    word.head = lead
    word.sentence = sentence
    const punctuation = word.token.upos === 'PUNCT'
    word.token = {
      ...word.token,
      ...(punctuation ? { deprel: 'punct' } : { upos: 'PROPN', xpos: 'NNP', deprel: 'flat' }),
    }
  })
  lead.token = {
    ...words[first]!.token,
    upos: 'PROPN',
    xpos: 'NNP',
    deprel: stand?.token.deprel ?? 'appos',
  }
  if (head) lead.head = head
  words[first] = lead
  return words
}

/** The annotation of nodes in text order. */
function assemble(nodes: readonly Node[], sentenceCount: number, names: NameSpan[]): Annotation {
  const position = new Map(nodes.map((node, index) => [node, index]))
  const tokens = nodes.map(
    ({ token, head }): Token =>
      token.deprel === undefined ? token : { ...token, head: head ? position.get(head)! : -1 },
  )
  const sentences: Sentence[] = []
  let index = 0
  for (let sentence = 0; sentence < sentenceCount; sentence++) {
    const firstToken = index
    while (index < nodes.length && nodes[index]!.sentence <= sentence) index++
    if (index > firstToken)
      sentences.push({
        start: tokens[firstToken]!.start,
        end: tokens[index - 1]!.end,
        firstToken,
        endToken: index,
      })
  }
  return { tokens, sentences, names: names.sort((a, b) => a.start - b.start) }
}

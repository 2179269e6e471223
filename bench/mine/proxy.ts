import type { SerializedGraph } from '../../src/model/index.ts'
import { contentWords } from './content-words.ts'

/** Nodes that are looked up for a fact, before the two steps from them. */
const nearest = 8
/** Share of a fact's content words that has to be there. */
const enough = 5 / 9

/** What the proxy looks at of a graph: the words of its nodes and edges, without quotes. */
export interface WordGraph {
  readonly nodes: ReadonlyMap<string, ReadonlySet<string>>
  readonly edges: readonly {
    readonly source: string
    readonly target: string
    readonly words: ReadonlySet<string>
  }[]
}

/** Words of labels, of relations and of their further arguments; a quote would be the whole sentence. */
export function wordGraph({ nodes, edges }: SerializedGraph): WordGraph {
  const labels = new Map(nodes.map(({ key, attributes }) => [key, attributes.label]))
  return {
    nodes: new Map([...labels].map(([key, label]) => [key, contentWords(label)])),
    edges: edges.map(({ source, target, attributes: { label, evidence } }) => {
      const further = evidence.flatMap(({ qualifiers }) =>
        qualifiers.map(({ entity, value }) => value ?? labels.get(entity ?? '') ?? ''),
      )
      const words = [labels.get(source), label, labels.get(target), ...further].join(' ')
      return { source, target, words: contentWords(words) }
    }),
  }
}

/** The nodes whose words are most like those of a fact: cosine over words weighted by how rare they are in the graph. */
function nearestNodes(fact: ReadonlySet<string>, { nodes }: WordGraph): string[] {
  const counts = new Map<string, number>()
  for (const words of nodes.values()) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const weight = (word: string): number => Math.log(1 + nodes.size / (counts.get(word) ?? 1)) ** 2
  const norm = (words: ReadonlySet<string>): number =>
    Math.sqrt([...words].reduce((sum, word) => sum + weight(word), 0))
  return [...nodes]
    .map(([key, words]) => {
      const shared = [...words].reduce((sum, word) => sum + (fact.has(word) ? weight(word) : 0), 0)
      return { key, likeness: shared === 0 ? 0 : shared / (norm(words) * norm(fact)) }
    })
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || (a.key < b.key ? -1 : 1))
    .slice(0, nearest)
    .map(({ key }) => key)
}

/**
 * Whether a graph seems to retain a fact: of its content words at least 5 in 9 stand on the nodes most like it or on
 * edges within two steps of them. It is a stand-in for the judge of MINE (Mo and others 2025), a language model; the
 * words need not say the same thing.
 */
export function retains(graph: WordGraph, fact: string): boolean {
  const wanted = contentWords(fact)
  const start = nearestNodes(wanted, graph)
  const reached = new Set(start)
  for (const { source, target } of graph.edges) {
    if (start.includes(source)) reached.add(target)
    if (start.includes(target)) reached.add(source)
  }
  const words = new Set(start.flatMap((key) => [...(graph.nodes.get(key) ?? [])]))
  for (const edge of graph.edges)
    if (reached.has(edge.source) || reached.has(edge.target)) for (const word of edge.words) words.add(word)
  const found = [...wanted].filter((word) => words.has(word)).length
  return wanted.size > 0 && found / wanted.size >= enough
}

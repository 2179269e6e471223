import type { RedthreadGraph } from '../../src/graph/index.ts'
import type { NodeAttributes } from '../../src/model/index.ts'
import type { GoldGraph } from './gold-file.ts'

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end

const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’']s\b/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(the|a|an)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const stems = (text: string): Set<string> =>
  new Set(
    folded(text)
      .split(' ')
      .filter((word) => word.length > 2)
      .map((word) => word.slice(0, 5)),
  )

/** Entities of the gold graph that a node stands for, by the mentions they share, else by name. */
function entitiesOf(gold: GoldGraph, node: NodeAttributes): Set<string> {
  const found = new Set<string>()
  for (const { id, name, forms, mentions } of gold.entities) {
    const shared = mentions.some((m) =>
      node.mentions.some((n) => {
        const both = Math.min(m.end, n.end) - Math.max(m.start, n.start)
        return both / (Math.max(m.end, n.end) - Math.min(m.start, n.start)) >= 0.4
      }),
    )
    const names = new Set([name, ...(forms ?? [])].map(folded))
    if (shared || [node.label, ...node.aliases].some((n) => names.has(folded(n)))) found.add(id)
  }
  return found
}

/** How many edges of a graph join the two ends of a gold assertion of the same sentence, and the others. */
export function edgePrecision(
  gold: GoldGraph,
  graph: RedthreadGraph,
): { confirmed: number; edges: number; others: string[] } {
  const entities = new Map(graph.mapNodes((key, node) => [key, entitiesOf(gold, node)]))
  const others: string[] = []
  let confirmed = 0
  graph.forEachEdge((_, edge, source, target, from, to) => {
    const isObject = (key: string, node: NodeAttributes, object: string, literal: boolean): boolean => {
      if (!literal && entities.get(key)!.has(object)) return true
      const name = literal ? object : (gold.entities.find((e) => e.id === object)?.name ?? object)
      const wanted = stems(name)
      const words = stems([node.label, ...node.aliases].join(' '))
      return wanted.size > 0 && [...wanted].filter((w) => words.has(w)).length / wanted.size >= 0.5
    }
    const right = gold.assertions.some(
      ({ subject, object, literal, evidence }) =>
        edge.evidence.some((row) => evidence.some((place) => overlaps(row, place))) &&
        ((entities.get(source)!.has(subject) && isObject(target, to, object, literal)) ||
          (entities.get(target)!.has(subject) && isObject(source, from, object, literal))),
    )
    if (right) confirmed++
    else
      others.push(
        `${from.label} | ${edge.polarity === 'negative' ? 'not ' : ''}${edge.relation} | ${to.label}  {${edge.modality}}`,
      )
  })
  return { confirmed, edges: graph.size, others }
}

import { type OpenedGraph, timeText } from '../graph/index.ts'
import { type EdgeAttributes, type Evidence, timeRange } from '../model/index.ts'
import { isA } from '../schema/is-a.ts'
import { citation, standingText } from './citation.ts'
import { edgeLabel } from './edge-label.ts'
import type { Exporter, ExportSettings } from './exporter.ts'
import { labelOf } from './label-of.ts'
import { markdownText } from './markdown-text.ts'

/** The sections of entities, in their order, with their types and the kinds of these; whatever is in none comes last. */
const sections: readonly (readonly [heading: string, types: readonly string[]])[] = [
  ['People', ['Person', 'Group']],
  ['Organisations', ['Organization']],
  ['Offices', ['Role']],
  ['Places', ['Place', 'Facility']],
]

/** The marks of evidence: numbers in the order in which it is first cited. */
type Footnotes = Map<Evidence, number>

/** The marks of all evidence of a relation. */
function marks({ evidence }: EdgeAttributes, footnotes: Footnotes): string {
  return evidence
    .map((row) => {
      const number = footnotes.get(row) ?? footnotes.size + 1
      footnotes.set(row, number)
      return `[^${number}]`
    })
    .join('')
}

/** `Ada **not works for** Board [denied; 1 origin][^1]` */
function statement(source: OpenedGraph, edge: string, footnotes: Footnotes): string {
  const { graph } = source
  const attributes = graph.getEdgeAttributes(edge)
  const [from, to] = graph.extremities(edge).map((key) => markdownText(labelOf(source, key)))
  const relation = markdownText(edgeLabel(attributes))
  return `${from} **${relation}** ${to} ${standingText(attributes)}${marks(attributes, footnotes)}`
}

function* entityPieces(source: OpenedGraph, key: string, footnotes: Footnotes): Generator<string> {
  const { graph } = source
  const { label, aliases, type } = graph.getNodeAttributes(key)
  yield `\n### ${markdownText(label)}\n\n`
  const also = aliases.length > 0 ? `; also ${aliases.map(markdownText).join(', ')}` : ''
  yield `${markdownText(type)}${also}\n\n`
  for (const edge of graph.outEdges(key)) yield `- ${statement(source, edge, footnotes)}\n`
  for (const edge of graph.inEdges(key))
    if (graph.source(edge) !== key) yield `- ${statement(source, edge, footnotes)}\n`
}

/** Entities with relations, most central first. */
function ranked({ graph }: OpenedGraph): string[] {
  const rank = (key: string): number => graph.getNodeAttribute(key, 'rank')
  return graph
    .filterNodes((key) => graph.degree(key) > 0)
    .sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1))
}

function* timelinePieces(source: OpenedGraph, footnotes: Footnotes): Generator<string> {
  const entries = source.graph
    .edges()
    .flatMap((edge) =>
      source.graph
        .getEdgeAttribute(edge, 'times')
        .map((time) => ({ edge, when: timeText(time), ...timeRange(time) })),
    )
    .sort((a, b) => order(a.from, b.from) || order(a.to, b.to) || order(a.edge, b.edge))
  if (entries.length === 0) return
  yield '\n## Timeline\n\n'
  for (const { edge, when } of entries)
    yield `- ${markdownText(when)}: ${statement(source, edge, footnotes)}\n`
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function* dossierPieces(source: OpenedGraph, { schema }: ExportSettings): Generator<string> {
  const { graph } = source
  const footnotes: Footnotes = new Map()
  const { entities, relations, evidence, documents } = graph.getAttribute('counts')
  yield '# Dossier\n\n'
  yield `${entities} entities, ${relations} relations, ${evidence} pieces of evidence, ${documents} documents. `
  yield 'What is in square brackets says how a thing is put forward; nothing here is more than what the documents say.\n'
  const others = 'Others'
  const members = new Map(
    [...sections.map(([heading]) => heading), others].map((heading) => [heading, [] as string[]]),
  )
  for (const key of ranked(source)) {
    const type = graph.getNodeAttribute(key, 'type')
    const [heading] = sections.find(([, types]) => isA(schema, type, types)) ?? [others]
    members.get(heading)!.push(key)
  }
  for (const [heading, keys] of members) {
    if (keys.length > 0) yield `\n## ${heading}\n`
    for (const key of keys) yield* entityPieces(source, key, footnotes)
  }
  yield* timelinePieces(source, footnotes)
  const contradictions = graph.getAttribute('contradictions')
  if (contradictions.length > 0) yield '\n## Contradictions\n'
  for (const { kind, edges } of contradictions) {
    yield `\nOf ${markdownText(kind)}:\n\n`
    for (const edge of edges) if (graph.hasEdge(edge)) yield `- ${statement(source, edge, footnotes)}\n`
  }
  yield '\n'
  for (const [row, number] of footnotes) yield `[^${number}]: ${citation(source, row)}\n`
}

/** One document to read: who is who, what happened when, what is disputed, every line with its quotes. */
export const dossier: Exporter = {
  name: 'dossier',
  description: 'Markdown: people, organisations, timeline, contradictions, with quotes as footnotes',
  shape: 'file',
  files: (source, settings) => [{ path: 'dossier.md', pieces: dossierPieces(source, settings) }],
}

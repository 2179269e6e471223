import type { OpenedGraph } from '../graph/index.ts'
import type { EdgeAttributes, NodeAttributes } from '../model/index.ts'
import { citation, standingText } from './citation.ts'
import { documentIds } from './document-fields.ts'
import { edgeLabel } from './edge-label.ts'
import type { Exporter, TextFile } from './exporter.ts'
import { distinctNames, fileName } from './file-name.ts'
import { labelOf } from './label-of.ts'
import { markdownText } from './markdown-text.ts'

/** The notes of a vault by key of entity and id of document. No two have the same name, in any folder. */
interface Names {
  readonly entities: ReadonlyMap<string, string>
  readonly documents: ReadonlyMap<string, string>
}

function nameNotes(source: OpenedGraph): Names {
  const { graph, documents } = source
  const name = distinctNames()
  // The note that lists all others has this name.
  name('Index', 'Index')
  const entities = new Map(graph.mapNodes((key, { label }) => [key, name(label, key)]))
  const named = new Map([...documentIds(source)].map((id) => [id, name(documents.get(id)?.title ?? id, id)]))
  return { entities, documents: named }
}

/** A link to a note, shown as a label; brackets and bars would end it. */
function link(name: string, label: string): string {
  const shown = markdownText(label.replace(/[[\]|]/g, ' '))
  return shown === name || shown === '' ? `[[${name}]]` : `[[${name}|${shown}]]`
}

/** Properties of a note. JSON is YAML, and no text in it can end the block. */
function properties(values: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(values).filter(([, value]) => value !== undefined)
  const json = (value: unknown): string =>
    JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, ' ')
  return `---\n${lines.map(([name, value]) => `${name}: ${json(value)}\n`).join('')}---\n`
}

function* relationLines(
  source: OpenedGraph,
  names: Names,
  edge: { source: string; target: string; attributes: EdgeAttributes },
  from: string,
): Generator<string> {
  const { attributes } = edge
  const end = (key: string): string =>
    key === from ? markdownText(labelOf(source, key)) : link(names.entities.get(key)!, labelOf(source, key))
  const relation = markdownText(edgeLabel(attributes))
  yield `- ${end(edge.source)} **${relation}** ${end(edge.target)} ${standingText(attributes)}\n`
  for (const row of attributes.evidence) {
    const title = source.documents.get(row.document)?.title ?? row.document
    yield `    - ${citation(source, row, link(names.documents.get(row.document)!, title))}\n`
  }
}

function* entityPieces(
  source: OpenedGraph,
  names: Names,
  key: string,
  node: NodeAttributes,
): Generator<string> {
  const { graph } = source
  yield properties({
    type: node.type,
    aliases: node.aliases,
    key,
    rank: node.rank,
    tags: [`redthread/${fileName(node.type).replace(/\s+/g, '-')}`],
  })
  yield `# ${markdownText(node.label)}\n`
  for (const [heading, edges] of [
    ['Relations', graph.outEdges(key)],
    ['Named in', graph.inEdges(key).filter((edge) => graph.source(edge) !== key)],
  ] as const) {
    if (edges.length === 0) continue
    yield `\n## ${heading}\n\n`
    for (const edge of edges) {
      const attributes = graph.getEdgeAttributes(edge)
      yield* relationLines(
        source,
        names,
        { source: graph.source(edge), target: graph.target(edge), attributes },
        key,
      )
    }
  }
}

function* documentPieces(
  source: OpenedGraph,
  names: Names,
  id: string,
  entities: readonly string[],
): Generator<string> {
  const { title, date, publisher, author, url } = source.documents.get(id) ?? {}
  yield properties({ document: id, title, date, publisher, author, url, tags: ['redthread/document'] })
  yield `# ${markdownText(title ?? id)}\n\n## Entities\n\n`
  for (const key of entities) yield `- ${link(names.entities.get(key)!, labelOf(source, key))}\n`
}

function* indexPieces({ graph }: OpenedGraph, names: Names): Generator<string> {
  const byType = new Map<string, string[]>()
  for (const { node, attributes } of graph.nodeEntries()) {
    const list = byType.get(attributes.type) ?? []
    list.push(`- ${link(names.entities.get(node)!, attributes.label)}\n`)
    byType.set(attributes.type, list)
  }
  yield '# Index\n'
  for (const type of [...byType.keys()].sort())
    yield `\n## ${markdownText(type)}\n\n${byType.get(type)!.join('')}`
}

/** The entities that the evidence of each document tells of. */
function entitiesByDocument({ graph }: OpenedGraph): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { source, target, attributes } of graph.edgeEntries())
    for (const { document } of attributes.evidence) {
      const entities = found.get(document) ?? new Set()
      found.set(document, entities.add(source).add(target))
    }
  return found
}

function* notes(source: OpenedGraph): Generator<TextFile> {
  const names = nameNotes(source)
  const inDocument = entitiesByDocument(source)
  yield { path: 'Index.md', pieces: indexPieces(source, names) }
  for (const { node, attributes } of source.graph.nodeEntries()) {
    const folder = fileName(attributes.type)
    yield {
      path: `${folder}/${names.entities.get(node)}.md`,
      pieces: entityPieces(source, names, node, attributes),
    }
  }
  for (const [id, name] of names.documents) {
    const entities = [...(inDocument.get(id) ?? [])]
    yield { path: `Documents/${name}.md`, pieces: documentPieces(source, names, id, entities) }
  }
}

/** A vault of linked notes: one for each entity and each document. */
export const obsidian: Exporter = {
  name: 'obsidian',
  description: 'a folder of linked Markdown notes: Obsidian, Logseq, any editor',
  shape: 'folder',
  files: notes,
}

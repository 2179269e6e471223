import { defaultBase, type ExportSettings } from '../../src/export/index.ts'
import { buildGraph, type OpenedGraph } from '../../src/graph/index.ts'
import { loadSchema } from '../../src/schema/load-schema.ts'
import { type CorpusSize, madeCorpus } from '../graph/made-graph.ts'

/** What the exporters need beside the graph: the shipped schema. */
export const settings: ExportSettings = { schema: loadSchema().schema, base: defaultBase }

/** A label with everything that XML, CSV and other languages take for their own. */
export const nastyLabel = `=cmd|' /C calc'!A0 "quoted", <b>&amp;</b> ]]> \u0000\u0008\u001b\ud800 \u{1f9f6}\r\n\tend -- ; DROP`

/** A made graph with what is known of its documents; one node carries the nasty label. */
export function madeSource(size: CorpusSize = {}): OpenedGraph {
  const corpus = madeCorpus(size)
  const graph = buildGraph(corpus)
  const [first] = graph.nodes()
  graph.mergeNodeAttributes(first!, { label: nastyLabel, aliases: [nastyLabel, 'plain'] })
  const documents = new Map(
    corpus.documents.map(({ text: _text, zones: _zones, ...header }) => [header.id, header]),
  )
  const wideCharacters = new Map(corpus.documents.map(({ id }) => [id, []]))
  return { graph, documents, wideCharacters }
}

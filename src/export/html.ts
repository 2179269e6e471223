import type { Document, SerializedGraph } from '../model/index.ts'

/**
 * The viewer's page with a graph and its documents written into it: one HTML file that needs no server
 * and makes no request. `page` is the built viewer (viewer/dist/index.html). Gives pieces to be written
 * one after the other, so that a large graph is never one string. Throws where `page` has no `</body>`.
 */
export function* htmlPage(
  page: string,
  graph: SerializedGraph,
  documents: Iterable<Document>,
): Iterable<string> {
  const end = page.lastIndexOf('</body>')
  if (end === -1)
    throw new Error('The viewer page has no </body>: build it anew with `npm run build:viewer`.')
  yield page.slice(0, end)
  yield '<script type="application/json" id="redthread-graph">'
  yield* graphPieces(graph)
  yield '</script>\n<script type="application/json" id="redthread-documents">\n'
  for (const document of documents) yield `${json(document)}\n`
  yield '</script>\n'
  yield page.slice(end)
}

/** Nothing in it can end the script element or open a comment: `<` stands only inside JSON's strings. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

function* graphPieces({ attributes, options, nodes, edges }: SerializedGraph): Iterable<string> {
  yield `{"attributes":${json(attributes)},"options":${json(options)},"nodes":[`
  for (const [place, node] of nodes.entries()) yield (place === 0 ? '\n' : ',\n') + json(node)
  yield '\n],"edges":['
  for (const [place, edge] of edges.entries()) yield (place === 0 ? '\n' : ',\n') + json(edge)
  yield '\n]}'
}

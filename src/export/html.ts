import type { Document } from '../model/index.ts'
import type { PageExtras } from './page-extras.ts'

/**
 * The viewer's page with a graph and its documents written into it: one HTML file that needs no server
 * and makes no request. `page` is the built viewer (viewer/dist/index.html), `graph` the pieces of graph.json
 * as `serializeGraph` gives them. Gives pieces to be written one after the other, so that a large graph is
 * never one string. Throws where `page` has no `</body>`.
 */
export function* htmlPage(
  page: string,
  graph: Iterable<string>,
  documents: Iterable<Document>,
  extras?: PageExtras,
): Iterable<string> {
  const end = page.lastIndexOf('</body>')
  if (end === -1)
    throw new Error('The viewer page has no </body>: build it anew with `npm run build:viewer`.')
  yield page.slice(0, end)
  yield '<script type="application/json" id="redthread-graph">'
  for (const piece of graph) yield inScript(piece)
  yield '</script>\n<script type="application/json" id="redthread-documents">\n'
  for (const document of documents) yield inScript(`${JSON.stringify(document)}\n`)
  if (extras !== undefined)
    yield `</script>\n<script type="application/json" id="redthread-extras">${inScript(JSON.stringify(extras))}`
  yield '</script>\n'
  yield page.slice(end)
}

/**
 * JSON that can neither end its script element nor open a comment in it: `<` stands only inside the strings
 * of JSON, where it may be escaped.
 */
function inScript(json: string): string {
  return json.replaceAll('<', '\\u003c')
}

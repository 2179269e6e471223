import { readFile } from 'node:fs/promises'
import { htmlPage } from '../export/html.ts'
import type { PageExtras } from '../export/page-extras.ts'
import { serializeGraph } from '../graph/index.ts'
import type { Document } from '../model/index.ts'
import type { KnowledgeGraph } from '../query/index.ts'

const builtPage = new URL('../../viewer/dist/index.html', import.meta.url)

/** The built viewer as it is served: unlike the page that opens from disk it may ask its server. */
export interface ViewerPage {
  readonly html: string
  /** The value of Content-Security-Policy. */
  readonly policy: string
}

/** The content policy that the build wrote into the page, see viewer/content-policy.ts. */
const policyInPage = /(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*/

/** Reads the built viewer. Throws an Error that says how to build it where it is not there, or not whole. */
export async function readViewerPage(): Promise<ViewerPage> {
  let html: string
  try {
    html = await readFile(builtPage, 'utf8')
  } catch {
    throw new Error('The viewer is not built: run `npm run build:viewer` once.')
  }
  const built = policyInPage.exec(html)?.[0]
  if (built === undefined)
    throw new Error('The viewer has no content policy: build it anew with `npm run build:viewer`.')
  const policy = `${built}; connect-src 'self'`
  // What no meta element can say goes into the header alone.
  return { html: html.replace(policyInPage, () => policy), policy: `${policy}; frame-ancestors 'none'` }
}

/**
 * The viewer's page with a graph in it, in pieces. It carries the token with which it may write:
 * `<meta name="redthread-token" content="...">`.
 */
export function* servedPage(
  { html }: ViewerPage,
  { graph }: KnowledgeGraph,
  documents: Iterable<Document>,
  token: string,
  extras?: PageExtras,
): Iterable<string> {
  const page = html.replace(
    '<meta charset="utf-8">',
    (meta) => `${meta}\n<meta name="redthread-token" content="${token}">`,
  )
  yield* htmlPage(page, serializeGraph(graph), documents, extras)
}

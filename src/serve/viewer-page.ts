import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { htmlPage } from '../export/html.ts'
import type { PageExtras } from '../export/page-extras.ts'
import { serializeGraph } from '../graph/index.ts'
import type { Document } from '../model/index.ts'
import type { KnowledgeGraph } from '../query/index.ts'

const builtPage = new URL('../../viewer/dist/index.html', import.meta.url)

/** The built viewer, with what its content policy must name. */
export interface ViewerPage {
  readonly html: string
  /** The value of Content-Security-Policy. */
  readonly policy: string
}

/** Reads the built viewer. Throws an Error that says how to build it where it is not there. */
export async function readViewerPage(): Promise<ViewerPage> {
  let html: string
  try {
    html = await readFile(builtPage, 'utf8')
  } catch {
    throw new Error('The viewer is not built: run `npm run build:viewer` once.')
  }
  const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(
    (match) =>
      `'sha256-${createHash('sha256')
        .update(match[1] ?? '')
        .digest('base64')}'`,
  )
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'worker-src blob:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return { html, policy: policy.join('; ') }
}

/**
 * The viewer's page with a graph in it, in pieces. Unlike the page that opens from disk it may ask this server,
 * and it carries the token with which it may write: `<meta name="redthread-token" content="...">`.
 */
export function* servedPage(
  { html }: ViewerPage,
  { graph }: KnowledgeGraph,
  documents: Iterable<Document>,
  token: string,
  extras?: PageExtras,
): Iterable<string> {
  const page = html
    .replace(
      /(<meta http-equiv="Content-Security-Policy" content="default-src 'none')/,
      "$1; connect-src 'self'",
    )
    .replace('<meta charset="utf-8">', (meta) => `${meta}\n<meta name="redthread-token" content="${token}">`)
  yield* htmlPage(page, serializeGraph(graph), documents, extras)
}

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { htmlPage } from '../../../src/export/html.ts'
import type { PageExtras } from '../../../src/export/page-extras.ts'
import { serializeGraph } from '../../../src/graph/index.ts'
import type { OpenBrowser } from '../../browser/open-browser.ts'
import type { Made } from '../made-graph.ts'

/** The built page; says how to build it where it is missing. */
export function builtPage(): string {
  const path = new URL('../../../viewer/dist/index.html', import.meta.url)
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Error('viewer/dist/index.html is missing: run `npm run build:viewer`.')
  }
}

/** A page opened from disk, with everything it complained of and everything it asked for. */
export interface OpenedPage {
  readonly page: Page
  /** Errors of scripts and of the console. */
  readonly errors: string[]
  /** Addresses asked for, the page's own apart. */
  readonly requests: string[]
}

/** Writes a graph into the built page, opens it from disk and waits until it is drawn. */
export async function openPage(
  browser: OpenBrowser,
  made: Made & { readonly extras?: PageExtras },
): Promise<OpenedPage> {
  const path = join(mkdtempSync(join(tmpdir(), 'redthread-page-')), 'graph.html')
  writeFileSync(
    path,
    [...htmlPage(builtPage(), serializeGraph(made.graph), made.documents, made.extras)].join(''),
  )
  const page = await browser.context.newPage()
  const errors: string[] = []
  const requests: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  const url = pathToFileURL(path).href
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) requests.push(request.url())
  })
  await page.goto(url)
  await page.locator('.status .shown').waitFor()
  return { page, errors, requests }
}

/** Where a node or the middle of an edge is in the window; throws where it is not drawn. */
export async function placeOf(page: Page, key: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((asked) => {
    const found = window.redthread?.renderer.placeOf(asked)
    const box = document.querySelector('.canvas')?.getBoundingClientRect()
    return found === undefined || box === undefined ? undefined : { x: found.x + box.x, y: found.y + box.y }
  }, key)
  if (place === undefined) throw new Error(`${key} is not drawn`)
  return place
}

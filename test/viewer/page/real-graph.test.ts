import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../../src/build.ts'
import { type OpenBrowser, openBrowser } from '../../browser/open-browser.ts'
import { type OpenedPage, openPage } from './open-page.ts'

// The graph of data/samples in a real browser: every edge is opened and its words are compared with the texts.
let browser: OpenBrowser
let opened: OpenedPage
let result: Awaited<ReturnType<typeof build>>

beforeAll(async () => {
  browser = await openBrowser()
  result = await build({
    jobs: 0,
    inputs: [fileURLToPath(new URL('../../../data/samples', import.meta.url))],
  })
  opened = await openPage(browser, { graph: result.graph!, documents: [...result.documents] })
})
afterAll(() => browser.close())

/** Opens an edge by keyboard alone: the name of its source in the search, then its line among the relations. */
async function openEdge(page: Page, label: string, key: string): Promise<void> {
  const line = page.locator(`.edges button[data-edge=${JSON.stringify(key)}]`)
  // Several things may bear one name: then the next of those found.
  for (let down = 0; down < 8; down++) {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.locator('#search').fill(label)
    for (let i = 0; i < down; i++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    if ((await line.count()) === 0) continue
    await line.focus()
    await page.keyboard.press('Enter')
    await page
      .locator(`[data-edge=${JSON.stringify(key)}]`)
      .first()
      .waitFor()
    return
  }
  throw new Error(`${key} cannot be reached from ${label}`)
}

describe('the page of a real graph', () => {
  test('shows on every edge exactly the words of the documents, subject, relation and object marked', async () => {
    const { page } = opened
    const texts = new Map(result.documents.map((d) => [d.id, d.text]))
    const graph = result.graph!
    let checked = 0
    for (const key of graph.edges()) {
      await openEdge(page, graph.getNodeAttribute(graph.source(key), 'label'), key)
      const evidence = graph.getEdgeAttribute(key, 'evidence')
      const shown = await page.locator('.evidence blockquote').evaluateAll((quotes) =>
        quotes.map((quote) => {
          // Where two parts overlap a mark is cut into pieces.
          const marked = (part: string): string =>
            [...quote.querySelectorAll(`mark.${part}`)].map((mark) => mark.textContent).join('')
          return [quote.textContent, marked('subject'), marked('relation'), marked('object')]
        }),
      )
      expect(shown).toEqual(
        evidence.map((row) => {
          const text = texts.get(row.document)!
          return [row, row.subject, row.relation, row.object].map(({ start, end }) => text.slice(start, end))
        }),
      )
      checked++
    }
    expect(checked).toBe(graph.size)
    expect(opened.errors).toEqual([])
    expect(opened.requests).toEqual([])
  })
})

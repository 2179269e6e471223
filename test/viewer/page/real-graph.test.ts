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

/** Opens an entity by keyboard alone: its name in the search; several may bear it, then the next of those found. */
async function openEntity(page: Page, label: string, key: string): Promise<void> {
  for (let down = 0; down < 8; down++) {
    await page.keyboard.press('/')
    await page.locator('#search').fill(label)
    for (let i = 0; i < down; i++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    if ((await page.locator(`.node-detail[data-node=${JSON.stringify(key)}]`).count()) > 0) return
  }
  throw new Error(`${key} cannot be reached by its name ${label}`)
}

describe('the page of a real graph', () => {
  test('shows on every edge exactly the words of the documents, subject, relation and object marked', async () => {
    const { page } = opened
    const texts = new Map(result.documents.map((d) => [d.id, d.text]))
    const graph = result.graph!
    let checked = 0
    for (const node of graph.nodes()) {
      if (graph.outDegree(node) === 0) continue
      await openEntity(page, graph.getNodeAttribute(node, 'label'), node)
      for (const key of graph.outEdges(node)) {
        const evidence = graph.getEdgeAttribute(key, 'evidence')
        await page.locator(`.edges button[data-edge=${JSON.stringify(key)}]`).focus()
        await page.keyboard.press('Enter')
        await page.locator(`h2[data-edge=${JSON.stringify(key)}]`).waitFor()
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
            return [row, row.subject, row.relation, row.object].map(({ start, end }) =>
              text.slice(start, end),
            )
          }),
        )
        checked++
        await page.goBack()
        await page.locator('.node-detail').waitFor()
      }
    }
    expect(checked).toBe(graph.size)
    expect(opened.errors).toEqual([])
    expect(opened.requests).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SerializedGraph } from '../../../src/model/graph.ts'
import { type OpenBrowser, openBrowser } from '../../browser/open-browser.ts'
import { hostileLabels, madeGraph } from '../made-graph.ts'
import { type OpenedPage, openPage, placeOf } from './open-page.ts'

const made = madeGraph({ nodes: 60, edges: 110 })
const graph = made.graph.export() as SerializedGraph
const documentOf = new Map(made.documents.map((document) => [document.id, document]))

let browser: OpenBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('the page', () => {
  let opened: OpenedPage
  beforeAll(async () => {
    opened = await openPage(browser, made)
  })

  test('opens from disk without an error or a request', () => {
    expect(opened.errors).toEqual([])
    expect(opened.requests).toEqual([])
  })

  test('draws every node and edge of a small graph where the file puts it', async () => {
    const { page } = opened
    expect(await page.locator('.status .shown').textContent()).toBe('60 entities, 110 relations')
    const [first, second, third] = [5, 17, 30].map((node) => graph.nodes[node]!)
    const [a, b, c] = await Promise.all([first, second, third].map((node) => placeOf(page, node!.key)))
    const across = (one: typeof first, other: typeof first): number => one!.attributes.x - other!.attributes.x
    const down = (one: typeof first, other: typeof first): number => one!.attributes.y - other!.attributes.y
    const scale = (b!.x - a!.x) / across(second, first)
    expect(scale).toBeGreaterThan(0)
    expect(c!.x - a!.x).toBeCloseTo(across(third, first) * scale, 1)
    expect(c!.y - a!.y).toBeCloseTo(-down(third, first) * scale, 1)
  })

  test('is settled when it opens', async () => {
    const key = graph.nodes[9]!.key
    const before = await placeOf(opened.page, key)
    await opened.page.waitForTimeout(300)
    expect(await placeOf(opened.page, key)).toEqual(before)
  })

  test('shows every quote of an edge exactly as it stands in its document', async () => {
    const { page } = opened
    const edge = graph.edges.find(({ attributes }) => attributes.evidence.length > 1)!
    await page.locator('#search').fill(graph.nodes.find(({ key }) => key === edge.source)!.attributes.label)
    await page.keyboard.press('Enter')
    await page.locator(`.edges button[data-edge="${edge.key}"]`).click()
    const shown = await page.locator('.evidence blockquote').allTextContents()
    const expected = edge.attributes.evidence.map((row) =>
      documentOf.get(row.document)!.text.slice(row.start, row.end),
    )
    expect(shown).toEqual(expected)
    for (const part of ['subject', 'relation', 'object'] as const) {
      const marked = await page.locator(`.evidence blockquote mark.${part}`).allTextContents()
      expect(marked).toEqual(
        edge.attributes.evidence.map((row) =>
          documentOf.get(row.document)!.text.slice(row[part].start, row[part].end),
        ),
      )
    }
    const titles = await page.locator('.evidence .title').allTextContents()
    expect(titles).toEqual(edge.attributes.evidence.map((row) => documentOf.get(row.document)!.title))
  })

  test('lets hostile labels stand as text', async () => {
    const { page } = opened
    expect(await page.evaluate(() => 'broken' in window)).toBe(false)
    for (const label of hostileLabels) {
      const node = graph.nodes.find(({ attributes }) => attributes.label === label)!
      const place = await placeOf(page, node.key)
      expect(Number.isFinite(place.x)).toBe(true)
    }
    expect(opened.errors).toEqual([])
  })
})

describe('a click', () => {
  let opened: OpenedPage
  beforeAll(async () => {
    opened = await openPage(browser, made)
  })

  test('on an edge opens its evidence', async () => {
    const { page } = opened
    const single = graph.edges.filter(
      (edge) =>
        edge.source !== edge.target &&
        graph.edges.filter(
          (other) => new Set([other.source, other.target, edge.source, edge.target]).size === 2,
        ).length === 1,
    )
    // a line may run over another at its middle: choose one whose middle is its own
    const lonely = await page.evaluate(
      (keys) => {
        const renderer = window.redthread!.renderer
        const places = keys.map((key) => renderer.placeOf(key)!)
        const nearest = (at: number): number =>
          Math.min(
            ...places.map((place, other) =>
              other === at ? 999 : Math.hypot(place.x - places[at]!.x, place.y - places[at]!.y),
            ),
          )
        return keys.toSorted((a, b) => nearest(keys.indexOf(b)) - nearest(keys.indexOf(a)))[0]!
      },
      single.map((edge) => edge.key),
    )
    const { x, y } = await placeOf(page, lonely)
    await page.mouse.click(x, y)
    await expect.poll(() => page.locator('.edge-detail h2').getAttribute('data-edge')).toBe(lonely)
    const edge = graph.edges.find(({ key }) => key === lonely)!
    expect(await page.locator('.evidence').count()).toBe(edge.attributes.evidence.length)
  })

  test('on a node shows the entity, and on the ground nothing', async () => {
    const { page } = opened
    const { key } = graph.nodes[12]!
    const { x, y } = await placeOf(page, key)
    await page.mouse.click(x, y)
    await expect.poll(() => page.locator('.node-detail').getAttribute('data-node')).toBe(key)
    const box = (await page.locator('.canvas').boundingBox())!
    await page.mouse.click(box.x + 8, box.y + 8)
    await expect.poll(() => page.locator('.summary').count()).toBe(1)
  })
})

describe('the keyboard alone', () => {
  test('leads from a name to the words a relation was read from, and into the document', async () => {
    const { page } = await openPage(browser, made)
    const edge = graph.edges.find(
      ({ source, attributes }) => source !== graph.nodes[0]!.key && attributes.evidence.length === 1,
    )!
    const source = graph.nodes.find(({ key }) => key === edge.source)!
    await page.keyboard.press('/')
    await page.keyboard.type(source.attributes.label)
    await page.keyboard.press('Enter')
    await page.locator('.node-detail').waitFor()
    for (let press = 0; press < 100; press++) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.edge)
      if (at === edge.key) break
    }
    await page.keyboard.press('Enter')
    expect(await page.locator('.evidence blockquote').allTextContents()).toEqual([
      edge.attributes.evidence[0]!.quote,
    ])
    for (let press = 0; press < 10; press++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.classList.contains('open'))) break
    }
    await page.keyboard.press('Enter')
    await page.locator('.reader').waitFor()
    const row = edge.attributes.evidence[0]!
    const words = await page.locator('.reader .words').textContent()
    expect(words).toBe(documentOf.get(row.document)!.text)
    expect((await page.locator('.reader .current').allTextContents()).join('')).toBe(row.quote)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.reader').count()).toBe(0)
  })
})

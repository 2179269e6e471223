import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SerializedGraph } from '../../../src/model/graph.ts'
import { type OpenBrowser, openBrowser } from '../../browser/open-browser.ts'
import { madeGraph } from '../made-graph.ts'
import { openPage, placeOf } from './open-page.ts'

const made = madeGraph({ nodes: 400, edges: 1500, seed: 6 })
const graph = made.graph.export() as SerializedGraph
const neighbours = new Map<string, Set<string>>(graph.nodes.map(({ key }) => [key, new Set()]))
for (const { source, target } of graph.edges) {
  if (source === target) continue
  neighbours.get(source)!.add(target)
  neighbours.get(target)!.add(source)
}
const hub = graph.nodes
  .filter(({ attributes }) => attributes.label.length < 40)
  .reduce((a, b) => (neighbours.get(b.key)!.size > neighbours.get(a.key)!.size ? b : a))
const labelOf = new Map(graph.nodes.map(({ key, attributes }) => [key, attributes.label]))

let browser: OpenBrowser
beforeAll(async () => {
  browser = await openBrowser([], { reducedMotion: 'reduce' })
})
afterAll(() => browser.close())

const shown = (page: Page): Promise<string | null> => page.locator('.status .shown').textContent()

/** Chooses an entity by its name, in the search. */
async function choose(page: Page, key: string): Promise<void> {
  await page.locator('#search').fill(labelOf.get(key)!)
  const lines = page.locator('#found [role="option"]')
  await lines.first().waitFor()
  await lines.first().click()
  await expect.poll(() => page.locator('.node-detail').count()).toBe(1)
}

/** Waits until what was asked for is drawn: two frames. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
}

/** Keys and places of everything drawn, with the words of the page: what Back must restore. */
function everything(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const { renderer } = window.redthread!
    const labels = renderer
      .labels()
      .map(({ text, boxes }) => [text, ...boxes.map(({ left, top }) => [left, top])])
    const texts = ['.status .shown', '.details', '.focus-bar'].map(
      (part) => document.querySelector(part)?.textContent,
    )
    return JSON.stringify([labels, texts], (_, value) =>
      typeof value === 'number' ? Math.round(value * 20) / 20 : value,
    )
  })
}

describe('a focus', () => {
  test('shows some neighbours of a hub, says of how many, and more of them when asked', async () => {
    const { page, errors } = await openPage(browser, made)
    const of = neighbours.get(hub.key)!.size
    await choose(page, hub.key)
    await page.getByRole('button', { name: 'Focus on this' }).click()
    await expect.poll(() => page.locator('.neighbours').textContent()).toBe(`12 of ${of} neighbours shown`)
    expect(await shown(page)).toMatch(/^13 of 400 entities/)
    await page.getByRole('button', { name: 'Show 12 more' }).click()
    await expect.poll(() => page.locator('.neighbours').textContent()).toBe(`24 of ${of} neighbours shown`)
    await page.getByRole('button', { name: 'One hop more' }).click()
    await expect.poll(async () => Number.parseInt((await shown(page))!, 10)).toBeGreaterThan(30)
    await page.getByRole('button', { name: 'Whole graph' }).click()
    await expect.poll(() => shown(page)).toMatch(/^3\d\d of 400 entities/)
    expect(errors).toEqual([])
    await page.close()
  })

  test('is left by Back exactly as it was come to, step by step', async () => {
    const { page } = await openPage(browser, made)
    const states: unknown[] = []
    const settle = async (): Promise<void> => {
      await drawn(page)
      states.push(await everything(page))
    }
    await page.evaluate(() => window.redthread!.renderer.zoom(1.7))
    await page.evaluate(() => window.redthread!.renderer.pan(35, -20))
    await settle()
    await choose(page, hub.key)
    await settle()
    await page.getByRole('button', { name: 'Focus on this' }).click()
    await page.locator('.focus-bar').waitFor()
    await page.evaluate(() => window.redthread!.renderer.zoom(1.3))
    await settle()
    await page.getByRole('button', { name: 'One hop more' }).click()
    await expect.poll(async () => Number.parseInt((await shown(page))!, 10)).toBeGreaterThan(13)
    for (const state of states.toReversed()) {
      await page.goBack()
      await expect.poll(() => everything(page)).toBe(state)
    }
    await page.goForward()
    await expect.poll(() => everything(page)).toBe(states[1])
    await page.close()
  })

  test('is opened by a double click, and shared by the address alone', async () => {
    const { page } = await openPage(browser, made)
    const { x, y } = await placeOf(page, hub.key)
    await page.mouse.dblclick(x, y)
    await expect
      .poll(() => page.locator('.focus-bar [aria-current]').textContent())
      .toBe(labelOf.get(hub.key))
    await page.getByRole('button', { name: /^Colours/ }).click()
    await drawn(page)
    const { places, sight } = { places: await everything(page), sight: () => page.url() }
    await expect.poll(sight).toMatch(/th=light/)
    const other = await browser.context.newPage()
    await other.goto(sight())
    await other.locator('.focus-bar').waitFor()
    await expect.poll(() => everything(other)).toBe(places)
    expect(await other.evaluate(() => document.documentElement.dataset.theme)).toBe('light')
    await other.close()
    await page.close()
  })
})

describe('a path', () => {
  test('is told step by step, each with its sentence, source and date', async () => {
    const { page } = await openPage(browser, made)
    const [from, to] = (() => {
      for (const { key } of graph.nodes)
        for (const middle of neighbours.get(hub.key)!)
          for (const end of neighbours.get(middle)!)
            if (
              key === end &&
              key !== hub.key &&
              !neighbours.get(hub.key)!.has(key) &&
              (labelOf.get(key)?.length ?? 0) > 8
            )
              return [hub.key, key]
      throw new Error('none')
    })()
    await choose(page, from!)
    await page.getByRole('button', { name: 'Path to…' }).click()
    await page.getByRole('combobox', { name: 'Name the other end' }).fill(labelOf.get(to!)!)
    await page.keyboard.press('Enter')
    await page.locator('.story > li').first().waitFor()
    const ends = await page.locator('.ends dd .entity bdi').allTextContents()
    expect(ends).toEqual([labelOf.get(from!), labelOf.get(to!)])
    const steps = await page.locator('.story > li').evaluateAll((items) =>
      items.map((item) => ({
        edge: (item as HTMLElement).dataset.step,
        quote: item.querySelector('blockquote')!.textContent,
        source: item.querySelector('.source')!.textContent,
      })),
    )
    const documents = new Map(made.documents.map((document) => [document.id, document]))
    let at = from!
    for (const { edge: key, quote, source } of steps) {
      const edge = graph.edges.find((candidate) => candidate.key === key)!
      expect([edge.source, edge.target]).toContain(at)
      at = edge.source === at ? edge.target : edge.source
      const [row] = edge.attributes.evidence
      expect(quote).toBe(row!.quote)
      expect(source).toContain(documents.get(row!.document)!.publisher)
      expect(source).toContain(documents.get(row!.document)!.date!.slice(0, 4))
    }
    expect(labelOf.get(at)).toBe(ends[1])
    const ways = page.locator('.ways button')
    expect(await ways.count()).toBeGreaterThan(1)
    await ways.nth(1).click()
    await expect.poll(() => ways.nth(1).getAttribute('aria-pressed')).toBe('true')
    await page.close()
  })
})

describe('the timeline', () => {
  test('shows the relations of the time that is brushed, and those without a time where asked', async () => {
    const { page } = await openPage(browser, made)
    const all = graph.edges.length
    await page.getByRole('button', { name: 'Timeline' }).click()
    await page.getByRole('button', { name: 'When it was published' }).click()
    const inYear = (year: string): number =>
      graph.edges.filter(({ attributes }) =>
        attributes.evidence.some(
          (row) => made.documents.find(({ id }) => id === row.document)!.date!.slice(0, 4) === year,
        ),
      ).length
    const end = page.getByRole('slider', { name: 'End' })
    expect(await end.getAttribute('aria-valuemax')).toBe('47')
    const bars = (await page.locator('.bars').boundingBox())!
    const middleOf = (bin: number): [number, number] => [
      bars.x + ((bin + 0.5) * bars.width) / 48,
      bars.y + 20,
    ]
    await page.mouse.move(...middleOf(12))
    await page.mouse.down()
    await page.mouse.move(...middleOf(17))
    await page.mouse.move(...middleOf(22))
    await page.mouse.up()
    await end.focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.timeline .range').textContent()).toBe('from January 2021 to December 2021')
    const passing = (): Promise<number> =>
      page
        .locator('.status .shown')
        .textContent()
        .then((text) => Number(/([\d,]+) relations?$/.exec(text!)![1]!.replace(',', '')))
    await expect.poll(passing).toBe(inYear('2021'))
    await page.getByRole('button', { name: 'When it happened' }).click()
    await expect.poll(passing).toBe(all)
    await page.getByRole('checkbox', { name: /without a time/ }).uncheck()
    const dated = graph.edges.filter(({ attributes }) =>
      attributes.evidence.some(({ times }) => times.length > 0),
    )
    await expect.poll(passing).toBe(dated.length)
    await page.close()
  })
})

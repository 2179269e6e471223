import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SerializedGraph } from '../../../src/model/graph.ts'
import { type OpenBrowser, openBrowser } from '../../browser/open-browser.ts'
import { madeGraph } from '../made-graph.ts'
import { type OpenedPage, openPage } from './open-page.ts'

const made = madeGraph({ nodes: 400, edges: 900, seed: 6 })

let browser: OpenBrowser
let opened: OpenedPage
beforeAll(async () => {
  browser = await openBrowser([], { reducedMotion: 'reduce' })
  opened = await openPage(browser, made)
  // a part of the graph: one type hidden, of the rest the most central
  await opened.page.getByRole('checkbox', { name: /^place/ }).uncheck()
  await opened.page
    .getByText(/^300 of 3\d\d entities/)
    .first()
    .waitFor()
})
afterAll(() => browser.close())

/** What the status bar says is drawn. */
async function counts(page: Page): Promise<{ entities: number; relations: number }> {
  const text = (await page.locator('.status .shown').textContent())!
  const [, entities, relations] = /^(\d+) .*, (\d+)( of \d+)? relations$/.exec(text)!
  return { entities: Number(entities), relations: Number(relations) }
}

async function saved(page: Page, name: string): Promise<Buffer> {
  await page.getByText('Save and share').click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  return readFileSync(await (await download).path())
}

describe('what is saved', () => {
  test('as SVG shows every entity and relation that is drawn, their names and a legend', async () => {
    const { page } = opened
    const { entities, relations } = await counts(page)
    const svg = (await saved(page, 'Picture, SVG')).toString('utf8')
    const read = await page.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, 'image/svg+xml')
      const texts = [...root.querySelectorAll('text')].map((element) => element.textContent ?? '')
      return {
        broken: root.querySelector('parsererror') !== null,
        nodes: [...root.querySelectorAll<SVGElement>('[data-node]')].map((element) => element.dataset.node!),
        edges: root.querySelectorAll('[data-edge]').length,
        labels: root.querySelectorAll('[data-label="node"]').length,
        texts,
      }
    }, svg)
    expect(read.broken).toBe(false)
    expect([read.nodes.length, read.edges]).toEqual([entities, relations])
    expect(new Set(read.nodes).size).toBe(entities)
    expect(read.labels).toBeGreaterThan(30)
    for (const entry of ['person', 'organisation', 'stated or reported', 'said not to be'])
      expect(read.texts).toContain(entry)
    expect(read.texts).not.toContain('place')
    expect(read.texts).toContain(await page.locator('.status .shown').textContent())
  })

  test('as PNG is a picture of twice the size of the drawing', async () => {
    const { page } = opened
    const png = await saved(page, 'Picture, PNG')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    const box = (await page.locator('.canvas').boundingBox())!
    expect(png.readUInt32BE(16)).toBe(2 * box.width)
    expect(png.readUInt32BE(20)).toBeGreaterThan(2 * box.height)
  })

  test('as data is the same part of the graph', async () => {
    const { page } = opened
    const { entities, relations } = await counts(page)
    const graph = JSON.parse((await saved(page, 'all evidence, JSON')).toString('utf8')) as SerializedGraph
    expect([graph.nodes.length, graph.edges.length]).toEqual([entities, relations])
    for (const { key, attributes } of graph.edges)
      expect(attributes).toEqual(made.graph.getEdgeAttributes(key))
    expect(graph.attributes.counts.relations).toBe(relations)
    const gexf = (await saved(page, 'for Gephi, GEXF')).toString('utf8')
    expect([gexf.match(/<node /g)!.length, gexf.match(/<edge /g)!.length]).toEqual([entities, relations])
    const csv = (await saved(page, 'Table of relations, CSV')).toString('utf8')
    const keys = csv.split('\r\n').flatMap((line) => /^e\d+(?=,)/.exec(line) ?? [])
    expect(keys.sort()).toEqual(graph.edges.map(({ key }) => key).sort())
  })

  test('is what the table lists', async () => {
    const { page } = opened
    const { entities, relations } = await counts(page)
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    const more = page.getByRole('button', { name: /more rows?$/ })
    while ((await more.count()) > 0) await more.click()
    expect(await page.locator('tbody tr').count()).toBe(relations)
    await page.getByRole('tab', { name: /entities/ }).click()
    while ((await more.count()) > 0) await more.click()
    expect(await page.locator('tbody tr').count()).toBe(entities)
    expect(opened.errors).toEqual([])
    expect(opened.requests.filter((url) => !url.startsWith('blob:'))).toEqual([])
  })
})

import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assembleGraph } from '../../../src/assemble.ts'
import { build } from '../../../src/build.ts'
import { diffPage } from '../../../src/export/diff-page.ts'
import { diffGraphs, type GraphDiff } from '../../../src/query/diff.ts'
import { loadSchema } from '../../../src/schema/load-schema.ts'
import { type OpenBrowser, openBrowser } from '../../browser/open-browser.ts'
import { claimsOfFolder } from '../../resolve/read-folder.ts'
import { type OpenedPage, openPage } from './open-page.ts'

let browser: OpenBrowser
let opened: OpenedPage
let diff: GraphDiff

beforeAll(async () => {
  browser = await openBrowser([], { reducedMotion: 'reduce' })
  const harbour = fileURLToPath(new URL('../../../data/samples/harbour', import.meta.url))
  const { graph, documents } = await build({ inputs: [harbour] })
  const claims = await claimsOfFolder(harbour)
  const without = (name: RegExp) => {
    const kept = claims.filter(({ document }) => !name.test(document))
    return assembleGraph(kept, loadSchema().schema, { settings: {} }).graph
  }
  // one document more and one less
  const [before, after] = [without(/successor/), without(/courier-report/)]
  expect(graph!.order).toBeGreaterThan(after.order)
  diff = diffGraphs(before, after)
  const page = diffPage(
    { name: 'march', graph: before, documents },
    { name: 'april', graph: after, documents },
    diff,
  )
  opened = await openPage(browser, { ...page, documents: [...page.documents] })
})
afterAll(() => browser.close())

describe('the page of a comparison', () => {
  test('lists what was added, removed and changed', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Changes' }).click()
    for (const kind of ['added', 'removed', 'changed'] as const) {
      const section = page.locator(`section[data-change="${kind}"]`)
      expect(await section.locator('li[data-edge]').count()).toBe(diff.counts.relations[kind])
      expect(await section.locator('li[data-node]').count()).toBe(diff.counts.entities[kind])
    }
    expect(diff.counts.relations.added).toBeGreaterThan(0)
    expect(diff.counts.relations.removed).toBeGreaterThan(0)
  })

  test('opens the words of a change, also of what is gone', async () => {
    const { page } = opened
    for (const kind of ['added', 'removed'] as const) {
      const { key, evidence } = diff.relations.find(({ change }) => change === kind)!
      await page.locator(`li[data-edge=${JSON.stringify(key)}] button`).click()
      await expect
        .poll(() => page.locator('.evidence blockquote').allTextContents())
        .toEqual(evidence.map(({ quote }) => quote))
      expect(await page.locator('.edge-detail .change-note').textContent()).toContain(kind)
    }
  })

  test('narrows the drawing to what was added', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Graph', exact: true }).click()
    await page.getByRole('button', { name: 'Only added' }).click({ force: true })
    const relations = diff.counts.relations.added
    await expect
      .poll(() => page.locator('.status .shown').textContent())
      .toMatch(new RegExp(`, (\\d+ of )?${relations} relations?$`))
    expect(opened.errors).toEqual([])
  })

  test('offers no decisions', async () => {
    expect(await opened.page.getByRole('button', { name: 'Decide' }).count()).toBe(0)
  })
})
